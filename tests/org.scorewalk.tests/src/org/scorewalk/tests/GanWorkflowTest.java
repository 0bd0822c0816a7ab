// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The workflow gan-digits, with few images and epochs: images to a trained GAN to new images, in a run like a user's.
 */
class GanWorkflowTest {

    private static final Path WORKFLOW = Host.ROOT.resolve("test-workflows").resolve("gan-digits");

    private static final List<String> SHORT = List.of("#1.limit=200", "GAN Trainer.epochs=3",
        "GAN Trainer.sampleEvery=1");

    @TempDir
    Path m_folder;

    private Host.Result run(final Path out, final String threads, final String... more) {
        final var arguments = new ArrayList<Object>(List.of(WORKFLOW, "--out", out, "--quiet", "--threads", threads));
        for (final String setting : SHORT) {
            arguments.addAll(List.of("--set", setting));
        }
        for (final String setting : more) {
            arguments.addAll(List.of("--set", setting));
        }
        return Host.run(arguments.toArray());
    }

    @Test
    void readsTrainsSamplesAndDrawsTheSameWithAnyNumberOfThreads() throws IOException {
        final Path one = m_folder.resolve("one");
        final Path two = m_folder.resolve("two");
        assertThat(run(one, "1").code()).isZero();
        assertThat(run(two, "2").code()).isZero();

        for (final JsonNode node : Host.summary(one).get("nodes")) {
            assertThat(node.get("state").asText()).as(node.get("name").asText()).isEqualTo("EXECUTED");
            assertThat(node.get("messages")).as(node.get("name").asText()).isEmpty();
        }
        final Csv losses = Csv.read(one.resolve("GAN Trainer (#2) - Losses.csv"));
        assertThat(losses.header().subList(1, 6)).containsExactly("epoch", "iteration", "discriminator loss",
            "generator loss", "seconds");
        assertThat(losses.texts("iteration")).containsExactly("4", "8", "12");
        for (final String column : List.of("discriminator loss", "generator loss")) {
            assertThat(Csv.read(two.resolve("GAN Trainer (#2) - Losses.csv")).texts(column))
                .isEqualTo(losses.texts(column));
        }
        for (final String file : List.of("Image Grid (#4) - Grid.png", "Image Grid (#5) - Grid.png",
            "GAN Sampler (#3) - Generated rows.csv")) {
            assertThat(two.resolve(file)).as(file).hasSameBinaryContentAs(one.resolve(file));
        }
        assertThat(Csv.read(one.resolve("IDX Reader (#1) - Images.csv")).texts("label").subList(0, 5))
            .containsExactly("9", "0", "0", "3", "0");
        assertThat(Csv.read(one.resolve("GAN Sampler (#3) - Generated rows.csv")).size()).isEqualTo(60);
        assertThat(greys(one.resolve("Image Grid (#4) - Grid.png"))).hasSizeGreaterThan(50);
        for (final String view : List.of("GAN Trainer (#2).html", "GAN Sampler (#3).html")) {
            assertThat(Files.readString(one.resolve(view))).as(view).contains("\\\"description\\\"")
                .contains("iVBORw0KGgo");
        }
    }

    private static Set<Integer> greys(final Path file) throws IOException {
        final BufferedImage image = ImageIO.read(file.toFile());
        final Set<Integer> greys = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                greys.add(image.getRGB(x, y) & 0xFF);
            }
        }
        return greys;
    }

    @Test
    void aTruncatedFileFailsTheReaderWithASentenceAndLeavesTheOtherBranchAlone() throws IOException {
        final Path truncated = m_folder.resolve("truncated.gz");
        Files.write(truncated, Arrays.copyOf(Files.readAllBytes(WORKFLOW.resolve("data/fashion-images-idx3-ubyte.gz")),
            50_000));
        final Path out = m_folder.resolve("out");

        final Host.Result result = run(out, "1", "#1.images=" + truncated);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("The image file is truncated or damaged").doesNotContain("\tat ");
        assertThat(Host.node(out, 1).get("state").asText()).isEqualTo("FAILED");
        assertThat(Host.node(out, 2).get("state").asText()).isEqualTo("NOT_EXECUTED");
        assertThat(Host.node(out, 7).get("state").asText()).isEqualTo("EXECUTED");
    }
}
