// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The test workflows: they are what their descriptions generate, they run, and they give what they promise. */
class WorkflowsTest {

    private static final String GRID = "langevin-gaussian-grid";

    private static final String SAMPLER = "Langevin Sampler (#2) - ";

    private static final String PLOT = "Particle Plot (#3) - ";

    /** Pixels of a node with its label. */
    private static final int NODE = 70;

    private static final int RING_ROWS = 11 * 10_000;

    /** Nine chains and the exact draws. */
    private static final int GRID_ROWS = 3 * (1_000 + 10_000 + 100_000) + 100_000;

    @TempDir
    Path m_folder;

    /** What a GIF says of itself. */
    private record Gif(int width, int height, List<Integer> delays, boolean loops) {
    }

    static List<String> all() throws IOException {
        return Host.testWorkflows().stream().map(f -> f.getFileName().toString()).toList();
    }

    static List<String> langevin() throws IOException {
        return all().stream().filter(n -> n.startsWith("langevin")).toList();
    }

    private static Path workflow(final String name) {
        return Host.ROOT.resolve("test-workflows").resolve(name);
    }

    /** Data sets lie beside the generated files and are no part of the description. */
    private static Map<String, String> contents(final Path folder) throws IOException {
        final var contents = new HashMap<String, String>();
        for (final String file : Host.files(folder)) {
            if (!file.startsWith("data/")) {
                contents.put(file, Files.readString(folder.resolve(file)));
            }
        }
        return contents;
    }

    @Test
    void everyWorkflowHasItsDescription() throws IOException {
        final List<String> descriptions;
        try (Stream<Path> files = Files.list(Host.ROOT.resolve("test-workflows"))) {
            descriptions = files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".json"))
                .map(n -> n.substring(0, n.length() - 5)).sorted().toList();
        }
        assertThat(descriptions).isEqualTo(all());
        assertThat(all()).contains("langevin-ring", "langevin-ring-radius", "langevin-ring-tuned-step",
            "langevin-ring-off-centre", "langevin-ring-tuned-start", GRID);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isWhatItsDescriptionGenerates(final String name) throws IOException {
        final Path generated = m_folder.resolve(name);
        Host.runs("--new-workflow", workflow(name + ".json"), generated);

        assertThat(contents(generated)).isEqualTo(contents(workflow(name)));
    }

    /** As a user shares a workflow: it says what it is for, where to look first and what to try; nodes are labelled. */
    @ParameterizedTest
    @MethodSource("all")
    void isAnnotated(final String name) throws IOException {
        final JsonNode description = new ObjectMapper().readTree(workflow(name + ".json").toFile());
        final String graph = Files.readString(workflow(name).resolve("workflow.knime"));

        assertThat(description.get("annotations")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(graph).contains("Open first: ").contains("Change: ");
        assertThat(description.get("description").toString()).hasSizeGreaterThan(100);
        for (final JsonNode node : description.get("nodes")) {
            assertThat(node.path("label").asText()).as("label of node %s", node).hasSizeBetween(3, 45);
            for (final JsonNode annotation : description.get("annotations")) {
                final JsonNode box = annotation.get("at");
                final int x = node.get("at").get(0).asInt();
                final int y = node.get("at").get(1).asInt();
                assertThat(x + NODE < box.get(0).asInt() || x > box.get(0).asInt() + box.get(2).asInt()
                    || y + NODE < box.get(1).asInt() || y > box.get(1).asInt() + box.get(3).asInt())
                    .as("%s lies clear of the text %s", node, annotation).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void holdsNoPathOfAMachine(final String name) throws IOException {
        contents(workflow(name)).forEach((file, text) -> assertThat(text).as(file)
            .doesNotContain("file:/", "value=\"/", "/home/", "/Users/", ":\\", Host.ROOT.toString())
            .doesNotContain("EXECUTED"));
    }

    @ParameterizedTest
    @MethodSource("langevin")
    void runsAndGivesWhatItPromises(final String name) throws IOException {
        final Path out = m_folder.resolve("out");
        final Path saved = m_folder.resolve(name + ".knwf");

        Host.runs(workflow(name), "--out", out, "--save", saved, "--quiet");

        final JsonNode summary = Host.summary(out);
        assertThat(summary.get("state").asText()).isEqualTo("EXECUTED");
        final var files = new ArrayList<String>();
        for (final JsonNode node : summary.get("nodes")) {
            assertThat(node.get("state").asText()).as(node.get("name").asText()).isEqualTo("EXECUTED");
            assertThat(node.get("messages")).as(node.get("name").asText()).isEmpty();
            node.get("outputs").forEach(output -> output.get("files").forEach(f -> files.add(f.asText())));
        }
        assertThat(Host.files(out)).containsAll(files).contains(SAMPLER + "Particles.csv", SAMPLER + "Runs.csv",
            PLOT + "Figure.png", PLOT + "Animation - animation.gif", "Particle Plot (#3).html");
        assertThat(Csv.read(out.resolve(SAMPLER + "Particles.csv")).size()).isEqualTo(name.equals(GRID) ? GRID_ROWS
            : RING_ROWS);
        assertThat(Csv.read(out.resolve(SAMPLER + "Runs.csv")).texts("status")).hasSize(name.equals(GRID) ? 10 : 1)
            .containsOnly("ok");
        if (name.equals(GRID)) {
            checkGridFigure(out);
        } else {
            checkRingFigures(out);
        }
        loadsAgain(name, saved, out);
    }

    private void checkRingFigures(final Path out) throws IOException {
        final BufferedImage strip = image(out.resolve(PLOT + "Figure.png"));
        assertThat(strip.getWidth()).isEqualTo(11 * 400);
        assertThat(strip.getHeight()).isEqualTo(400);
        assertThat(count(strip, 0xFF0000)).as("pixels of the red outline").isGreaterThan(1000);
        assertThat(gif(out.resolve(PLOT + "Animation - animation.gif"))).isEqualTo(
            new Gif(400, 400, java.util.Collections.nCopies(11, 20), true));
        final BufferedImage path = image(out.resolve("Particle Plot (#4) - Figure.png"));
        assertThat(path.getWidth() * path.getHeight()).as("one panel an axis").isGreaterThanOrEqualTo(2 * 400 * 400);
    }

    private void checkGridFigure(final Path out) throws IOException {
        final BufferedImage grid = image(out.resolve(PLOT + "Figure.png"));
        assertThat(grid.getHeight()).as("three rows").isBetween(3 * 400, 4 * 400);
        assertThat(grid.getWidth()).as("three columns and the exact draws").isGreaterThanOrEqualTo(4 * 400);
        assertThat(gif(out.resolve(PLOT + "Animation - animation.gif")).delays()).isNotEmpty();
    }

    /** The saved workflow has the same settings and gives the same tables; its figures are not drawn in full again. */
    private void loadsAgain(final String name, final Path saved, final Path out) throws IOException {
        assertThat(Host.runs("--list", saved).out()).isEqualTo(Host.runs("--list", workflow(name)).out());
        final Path savedAgain = m_folder.resolve("again/" + name + ".knwf");
        Files.createDirectory(savedAgain.getParent());
        Host.runs(saved, "--no-run", "--save", savedAgain);
        assertThat(savedAgain).hasSameBinaryContentAs(saved);

        final Path again = m_folder.resolve("again/out");
        final var args = new ArrayList<Object>(List.of(saved, "--out", again, "--quiet"));
        for (int id = 3; id <= (name.equals(GRID) ? 3 : 4); id++) {
            args.addAll(List.of("--set", "#" + id + ".steps=LAST", "--set", "#" + id + ".panelWidth=120", "--set",
                "#" + id + ".panelHeight=120"));
        }
        Host.runs(args.toArray());

        assertThat(again.resolve(SAMPLER + "Particles.csv")).hasSameBinaryContentAs(out.resolve(SAMPLER
            + "Particles.csv"));
        final List<String> times = List.of("seconds", "particle-steps/s");
        assertThat(Csv.read(again.resolve(SAMPLER + "Runs.csv")).rowsWithout(times))
            .isEqualTo(Csv.read(out.resolve(SAMPLER + "Runs.csv")).rowsWithout(times));
        assertThat(Host.node(again, 2).get("settings")).isEqualTo(Host.node(out, 2).get("settings"));
        assertThat(Host.node(again, 1).get("settings")).isEqualTo(Host.node(out, 1).get("settings"));
    }

    private static BufferedImage image(final Path file) throws IOException {
        return Objects.requireNonNull(ImageIO.read(file.toFile()), file + " is no image");
    }

    private static int count(final BufferedImage image, final int rgb) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == rgb ? 1 : 0;
            }
        }
        return count;
    }

    /** Decodes all frames, too. */
    private static Gif gif(final Path file) throws IOException {
        final ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            final var delays = new ArrayList<Integer>();
            boolean loops = false;
            for (int i = 0; i < reader.getNumImages(true); i++) {
                assertThat(reader.read(i).getWidth()).isPositive();
                final var root = (IIOMetadataNode)reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                final var control = (Element)root.getElementsByTagName("GraphicControlExtension").item(0);
                delays.add(Integer.parseInt(control.getAttribute("delayTime")));
                final NodeList extensions = root.getElementsByTagName("ApplicationExtension");
                for (int k = 0; k < extensions.getLength(); k++) {
                    final var extension = (IIOMetadataNode)extensions.item(k);
                    final byte[] data = (byte[])extension.getUserObject();
                    loops |= "NETSCAPE".equals(extension.getAttribute("applicationID")) && data[1] == 0 && data[2] == 0;
                }
            }
            return new Gif(reader.getWidth(0), reader.getHeight(0), delays, loops);
        } finally {
            reader.dispose();
        }
    }
}
