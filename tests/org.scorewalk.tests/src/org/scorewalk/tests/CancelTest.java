// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ctrl-C in the middle of each node that can take long: the process ends soon, with its exit code, and leaves nothing.
 * The
 * bar for the node itself is 200 ms, which its engine's tests assert; the bound here holds on a busy machine, too, and
 * includes the end of the JVM. What was measured is printed.
 */
class CancelTest {

    private static final double BOUND_MILLIS = 2000;

    private static final int UNDER_WAY_MILLIS = 300;

    @TempDir
    Path m_folder;

    /**
     * A long computation.
     *
     * @param name what computes
     * @param workflow its description
     * @param shows what its progress says when it is well under way
     */
    private record Long(String name, String workflow, String shows) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Long> computations() {
        final String score = "{'id': 1, 'node': 'Score Function', 'settings': {%s}}";
        final String sampler = "{'id': 2, 'node': 'Langevin Sampler', 'settings': {%s}}";
        return List.of(//
            new Long("Langevin Sampler, many particles", workflow(score.formatted("") + "," + sampler.formatted(
                "'particles': 1000000, 'keep': 'LAST', 'runs': [{'steps': 1000000}]"), "'1 -> 2'"),
                "Langevin Sampler (#2)"),
            new Long("Langevin Sampler, one chain", workflow(score.formatted("") + "," + sampler.formatted(
                "'particles': 1, 'keep': 'EVERY', 'thinning': 100000, 'runs': [{'steps': 2000000000}]"), "'1 -> 2'"),
                "Langevin Sampler (#2)"),
            new Long("Langevin Sampler, writing rows", workflow(score.formatted("") + "," + sampler.formatted(
                "'particles': 100000, 'keep': 'ALL', 'runs': [{'steps': 100000}]"), "'1 -> 2'"),
                "Langevin Sampler (#2)"),
            new Long("Langevin Sampler, Gaussian of 200 coordinates", workflow(
                score.formatted("'density': 'STANDARD_NORMAL', 'dimension': 200") + "," + sampler.formatted(
                    "'particles': 100000, 'keep': 'LAST', 'runs': [{'steps': 1000000}]"), "'1 -> 2'"),
                "Langevin Sampler (#2)"),
            new Long("Particle Plot", workflow(score.formatted("") + "," + sampler.formatted(
                "'particles': 2000, 'runs': [{'steps': 400}]") + """
                    , {'id': 3, 'node': 'Particle Plot', 'settings': {'maxFrames': 400, 'panelWidth': 2000,
                    'panelHeight': 2000}}""",
                "'1 -> 2', '2 -> 3'"), "Particle Plot (#3)"),
            new Long("GAN Trainer", workflow("{'id': 1, 'node': 'Score Function'}, "
            + sampler.formatted("'particles': 20000")
                + """
                    , {'id': 3, 'node': 'GAN Trainer', 'settings': {'data': 'NUMBERS', 'epochs': 100000}}""",
                "'1 -> 2', '2 -> 3'"), "GAN Trainer (#3)"),
            new Long("GAN Sampler", workflow("{'id': 1, 'node': 'Score Function'}, "
            + sampler.formatted("'particles': 100")
                + """
                    , {'id': 3, 'node': 'GAN Trainer', 'settings': {'data': 'NUMBERS', 'epochs': 1,
                    'generatorLayers': '2048, 2048'}},
                    {'id': 4, 'node': 'GAN Sampler', 'settings': {'count': 300000}}""",
                "'1 -> 2', '2 -> 3', '3 -> 4'"), "GAN Sampler (#4)"),
            new Long("IDX Reader", workflow("{'id': 2, 'node': 'IDX Reader', 'settings': {'images': "
                + "'knime://knime.workflow/data/images', 'vector': true}}", ""), "IDX Reader (#2)"),
            new Long("Image Grid", workflow("{'id': 2, 'node': 'IDX Reader', 'settings': {'images': "
                + "'knime://knime.workflow/data/images', 'limit': 20000}}, {'id': 3, 'node': 'Image Grid', 'settings': "
                + "{'rows': 200, 'columns': 100, 'scale': 5}}", "'2 -> 3'"), "Image Grid (#3)"));
    }

    private static String workflow(final String nodes, final String connections) {
        return "{'nodes': [" + nodes + "], 'connections': [" + connections + "]}";
    }

    @ParameterizedTest
    @MethodSource("computations")
    void controlCEndsItSoonAndLeavesNothing(final Long computation) throws Exception {
        final Path workflow = Host.workflow(m_folder, "workflow", computation.workflow());
        if (computation.workflow().contains("IDX Reader")) {
            // enough for many seconds, and cheap to make
            Files.write(Files.createDirectories(workflow.resolve("data")).resolve("images"), BadFiles.idx(8, 400_000,
                28, 28));
        }
        final Path temporary = Files.createDirectory(m_folder.resolve("tmp"));
        final Path out = m_folder.resolve("results/out");
        final List<String> before = Host.files(workflow);
        try (ChildHost child = ChildHost.start(m_folder, temporary, List.of("-Xmx1500m",
            "-Dorg.scorewalk.host.columns=100"),
            workflow.toString(), "--out",
            out.toString())) {
            assertThat(child.awaitLog(computation.shows(), 60)).as("has begun: %s", child.log()).isTrue();
            Thread.sleep(UNDER_WAY_MILLIS);
            assertThat(child.isAlive()).as("is not done yet: %s", child.log()).isTrue();

            final double millis = child.interrupt(30);

            System.out.printf("Ctrl-C in %s: process ended after %.0f ms%n", computation, millis);
            assertThat(child.await(1)).as(child.log()).isEqualTo(130);
            assertThat(millis).as("milliseconds").isLessThan(BOUND_MILLIS);
            assertThat(child.log()).contains("Cancelled. Nothing was written.").doesNotContain("\tat ", "Exception",
                "broke");
        }
        assertThat(out).doesNotExist();
        assertThat(out.getParent()).doesNotExist();
        assertThat(Host.files(workflow)).isEqualTo(before);
        assertThat(left(temporary)).isEmpty();
    }

    /** The JVM's own file of counters goes with the process. */
    private static List<String> left(final Path temporary) throws IOException {
        try (var files = Files.list(temporary)) {
            return files.map(f -> f.getFileName().toString()).filter(n -> !n.startsWith("hsperfdata")).toList();
        }
    }
}
