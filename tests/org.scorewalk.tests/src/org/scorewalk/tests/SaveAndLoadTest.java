// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

/** Load, save, load: each test workflow keeps its settings and its results. */
class SaveAndLoadTest {

    private static final String FEW_RUNS = "#2.runs=[{\"steps\": 50}, {\"steps\": 100, \"stepSize\": 0.05}]";

    private static final List<String> RING = List.of("#2.particles=500");

    /** What makes large workflows small; others run as they are. */
    private static final Map<String, List<String>> SMALLER = Map.of( //
        "gan-digits", List.of("#1.limit=200", "#2.epochs=1", "#2.sampleEvery=1", "#3.count=6"), //
        "langevin-gaussian-grid", List.of(FEW_RUNS), //
        "grid-best-step", List.of(FEW_RUNS, "#3.particles=500"), //
        "mixture-samplers", List.of("#2.particles=2"), //
        "bayes-eight-schools", List.of("#3.runs/0/steps=1200"), //
        "score-learning-two-moons", List.of("#2.particles=300", "#3.trainingSteps=20", "#4.particles=200",
            "#4.runs/0/stepsPerLevel=1", "#4.chosenSteps=0 21", "#7.burnIn=0"));

    /** What differs from call to call. */
    private static final List<String> TIMES = List.of("seconds", "particle-steps/s");

    @TempDir
    Path m_folder;

    static List<String> all() throws IOException {
        return Host.testWorkflows().stream().map(f -> f.getFileName().toString()).toList();
    }

    private static List<String> smaller(final String name) {
        return SMALLER.getOrDefault(name, name.startsWith("langevin-ring") ? RING : List.of());
    }

    @ParameterizedTest
    @MethodSource("all")
    void keepsSettingsAndResults(final String name) throws IOException {
        final Path saved = m_folder.resolve(name + ".knwf");
        final Path savedAgain = Files.createDirectory(m_folder.resolve("again")).resolve(name + ".knwf");
        final Path out = m_folder.resolve("out");
        final Path outAgain = m_folder.resolve("again/out");
        final var args = new ArrayList<Object>(List.of(Host.ROOT.resolve("test-workflows").resolve(name), "--out", out,
            "--save", saved, "--quiet"));
        smaller(name).forEach(s -> args.addAll(List.of("--set", s)));

        Host.runs(args.toArray());
        Host.runs(saved, "--out", outAgain, "--save", savedAgain, "--quiet");

        assertThat(savedAgain).hasSameBinaryContentAs(saved);
        assertThat(settings(outAgain)).isEqualTo(settings(out)).isNotEmpty();
        assertThat(Host.files(outAgain)).isEqualTo(Host.files(out)).hasSizeGreaterThan(2);
        for (final String file : Host.files(out)) {
            if (file.endsWith(".csv")) {
                final Csv expected = Csv.read(out.resolve(file));
                assertThat(Csv.read(outAgain.resolve(file)).rowsWithout(TIMES)).as(file)
                    .isEqualTo(expected.rowsWithout(TIMES));
            } else if (file.endsWith(".png") || file.endsWith(".gif")) {
                assertThat(outAgain.resolve(file)).as(file).hasSameBinaryContentAs(out.resolve(file));
            } else if (file.endsWith(".model")) {
                assertThat(unpacked(Files.readAllBytes(outAgain.resolve(file)))).as(file)
                    .isEqualTo(unpacked(Files.readAllBytes(out.resolve(file)))).isNotEmpty();
            }
        }
    }

    /** The entries of a zip file, which have times of their own, and of those within it. */
    private static Map<String, String> unpacked(final byte[] zip) throws IOException {
        final var entries = new TreeMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                final String outer = entry.getName();
                final byte[] bytes = in.readAllBytes();
                final Map<String, String> inner = unpacked(bytes);
                if (inner.isEmpty()) {
                    entries.put(outer, HexFormat.of().formatHex(bytes));
                } else {
                    inner.forEach((name, text) -> entries.put(outer + "/" + name, text));
                }
            }
        }
        return entries;
    }

    /** Of each node: what it ran with. */
    private static List<String> settings(final Path out) throws IOException {
        final var settings = new ArrayList<String>();
        for (final JsonNode node : Host.summary(out).get("nodes")) {
            settings.add(node.get("id") + " " + node.get("factory") + " " + node.get("settings"));
        }
        return settings;
    }
}
