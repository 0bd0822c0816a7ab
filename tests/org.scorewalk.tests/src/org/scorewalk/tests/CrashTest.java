// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The host killed while it writes, without disk space and without memory, as processes of their own: no file under its
 * final name is incomplete, messages say what to do, and the next run works.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class CrashTest {

    private static final String SUMMARY = "summary.json";

    /** Many small files: the moves at the end take their time, too. */
    private static final String WORKFLOW = "{'nodes': [{'id': 1, 'node': 'IDX Reader', 'settings': {'images': "
        + "'knime://knime.workflow/data/images'}}], 'connections': []}";

    private static final int IMAGES = 1500;

    @TempDir
    static Path shared;

    /** What an undisturbed run writes, the summary left out: it holds times. */
    private static Map<String, String> good;

    private static Path workflow;

    private static double writingMillis;

    @TempDir
    Path m_folder;

    @BeforeAll
    static void undisturbed() throws Exception {
        workflow = Host.workflow(shared, "workflow", WORKFLOW);
        Files.write(Files.createDirectories(workflow.resolve("data")).resolve("images"), BadFiles.idx(8, IMAGES, 4, 4));
        final Path out = shared.resolve("results/out");
        try (ChildHost child = start(shared, out)) {
            final long begun = awaitWriting(child, out);
            assertThat(child.await(120)).as(child.log()).isZero();
            writingMillis = (System.nanoTime() - begun) / 1e6;
        }
        good = contents(out);
        assertThat(good).hasSize(IMAGES + 1);
    }

    private static ChildHost start(final Path folder, final Path out) throws IOException, InterruptedException {
        return ChildHost.start(folder, Files.createDirectories(folder.resolve("tmp")),
            List.of("-Xmx200m", "-Xshare:auto", "-XX:TieredStopAtLevel=1"), workflow.toString(), "--quiet", "--out",
            out.toString());
    }

    /** Waits until there is a hidden folder with a file, in the folder of results or beside it. */
    private static long awaitWriting(final ChildHost child, final Path out) throws IOException, InterruptedException {
        final Path place = Files.exists(out) ? out : out.getParent();
        final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (System.nanoTime() < end && child.isAlive()) {
            if (Files.isDirectory(place) && !hidden(place).isEmpty()) {
                return System.nanoTime();
            }
            Thread.sleep(1);
        }
        throw new AssertionError("It has not begun to write: " + child.log());
    }

    private static List<Path> hidden(final Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith(".")).toList();
        }
    }

    /** The files under their final names. */
    private static Map<String, String> contents(final Path out) throws IOException {
        final var contents = new TreeMap<String, String>();
        for (final String file : Host.files(out)) {
            if (!file.startsWith(".") && !file.equals(SUMMARY)) {
                contents.put(file, Arrays.toString(Files.readAllBytes(out.resolve(file))));
            }
        }
        return contents;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void killedWhileItWritesLeavesNothingIncomplete(final int seed) throws Exception {
        final var random = new Random(seed);
        final Path out = m_folder.resolve("results/out");
        final boolean before = seed % 2 == 0;
        if (before) { // an earlier run, which the killed one was to replace
            for (final String file : good.keySet()) {
                Files.createDirectories(out.resolve(file).getParent());
                Files.copy(shared.resolve("results/out").resolve(file), out.resolve(file));
            }
            Files.copy(shared.resolve("results/out").resolve(SUMMARY), out.resolve(SUMMARY));
        }
        try (ChildHost child = start(m_folder, out)) {
            awaitWriting(child, out);
            Thread.sleep((long)(random.nextDouble() * writingMillis * 0.9));
            child.kill();
        }
        System.out.printf("SIGKILL %d: %s, %d of %d files under their final names%n", seed,
            Files.exists(out.resolve(SUMMARY)) ? "complete" : "not complete", contents(out).size(), good.size());
        contents(out).forEach((file, bytes) -> assertThat(bytes).as(file).isEqualTo(good.get(file)));
        if (Files.exists(out.resolve(SUMMARY))) {
            assertThat(contents(out).keySet()).as("files of a folder with a summary").isEqualTo(good.keySet());
            assertThat(listed(out)).containsAll(good.keySet());
        } else if (!before) {
            assertThat(out).as("a new folder appears at once").doesNotExist();
        }

        try (ChildHost again = start(m_folder, out)) {
            assertThat(again.await(120)).as(again.log()).isZero();
        }
        assertThat(contents(out)).isEqualTo(good);
        assertThat(listed(out)).containsAll(good.keySet());
    }

    private static Set<String> listed(final Path out) throws IOException {
        final var files = new HashSet<String>();
        for (final JsonNode file : Host.summary(out).get("files")) {
            files.add(file.asText());
        }
        return files;
    }

    /** A limit of the size of files stands for a full disk: both end a write halfway. */
    @Test
    void withoutSpaceItSaysSoAndLeavesNothing() throws Exception {
        final Path made = Host.workflow(m_folder, "large", "{'nodes': [{'id': 1, 'node': 'Score Function'}, {'id': 2, "
            + "'node': 'Langevin Sampler', 'settings': {'particles': 20000, 'runs': [{'steps': 3}]}}], "
            + "'connections': ['1 -> 2']}");
        withoutSpace(made, List.of("bash", "-c", "ulimit -f 512; exec \"$@\"", "limited"), m_folder.resolve("results"),
            "File too large");
    }

    /** The same on a file system that is really full, where this user may make one. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void onAFullDiskItSaysSoAndLeavesNothing() throws Exception {
        final Path disk = Files.createDirectory(m_folder.resolve("disk"));
        if (run("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", disk.toString()) != 0) {
            System.out.println("No small file system could be mounted here; the limit of the size of files stands for "
                + "it.");
            return;
        }
        try {
            withoutSpace(workflow, List.of("env"), disk.resolve("results"), "No space left");
        } finally {
            assertThat(run("umount", disk.toString())).isZero();
        }
    }

    private static int run(final String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start().waitFor();
    }

    private void withoutSpace(final Path made, final List<String> before, final Path results, final String reason)
        throws Exception {
        final Path temporary = Files.createDirectories(m_folder.resolve("tmp"));
        final Path log = Files.createDirectories(m_folder.resolve("logs"));
        try (ChildHost child = ChildHost.start(before, log, temporary, List.of("-Xmx200m", "-XX:-UsePerfData"),
            made.toString(), "--quiet", "--out", results.resolve("out").toString())) {
            final int code = child.await(120);

            assertThat(child.log()).contains("The results cannot be written", reason, "Make room")
                .doesNotContain("\tat ", "Exception");
            assertThat(code).isEqualTo(3);
        }
        assertThat(results).doesNotExist();
        assertThat(Host.files(temporary)).as("temporary files").isEmpty();
    }

    /** From far too little to just too little; what is missing shows in different places. */
    @ParameterizedTest
    @ValueSource(ints = {10, 16, 24, 40})
    void withoutMemoryItSaysSoAndLeavesNothingIncomplete(final int megabytes) throws Exception {
        final Path made = Host.workflow(m_folder, "large", "{'nodes': [{'id': 1, 'node': 'Score Function'}, {'id': 2, "
            + "'node': 'Langevin Sampler', 'settings': {'particles': 1000000, 'keep': 'LAST', "
            + "'runs': [{'steps': 1}]}}, {'id': 3, 'node': 'Sample Diagnostics'}], "
            + "'connections': ['1 -> 2', '2 -> 3']}");
        final Path temporary = Files.createDirectories(m_folder.resolve("tmp"));
        final Path out = m_folder.resolve("results/out");
        final Path log = Files.createDirectories(m_folder.resolve("logs"));
        try (ChildHost child = ChildHost.start(List.of("env"), log, temporary, List.of("-Xmx" + megabytes + "m",
            "-XX:-UsePerfData", "-XX:+UseSerialGC"), made.toString(), "--quiet", "--out", out.toString())) {
            final int code = child.await(120);

            System.out.printf("%d MB: exit code %d, %s", megabytes, code, child.log());
            assertThat(child.log()).containsPattern("error: .*memory").containsPattern("-Xmx|SCOREWALK_JAVA_OPTS")
                .doesNotContain("\tat ", "OutOfMemoryError", "broke");
            assertThat(code).isIn(1, 70);
        }
        final List<String> files = new ArrayList<>(Host.files(m_folder.resolve("results")));
        if (!files.isEmpty()) {
            assertThat(listed(out)).as("files").containsExactlyInAnyOrderElementsOf(Host.files(out));
        }
        assertThat(Host.files(temporary)).as("temporary files").isEmpty();
    }
}
