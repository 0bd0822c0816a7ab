// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the tables of the Langevin Sampler say, against what theory says. All seeds are fixed, so that a test that
 * passes
 * passes always; the tolerances are what another seed would need.
 */
class SamplingTest {

    private static final String PARTICLES = "Langevin Sampler (#2) - Particles.csv";

    private static final String RUNS = "Langevin Sampler (#2) - Runs.csv";

    /**
     * The step beyond which a chain on the Gaussian of the tests runs away: 2 / 10, since 0.1 is its least variance.
     */
    private static final double BOUND = 0.2;

    @TempDir
    Path m_folder;

    /** Mean and standard deviation of the scaled radius, averaged over seeds. */
    private record Radius(double mean, double deviation) {
    }

    private Path ring(final int steps, final int particles) throws IOException {
        return Host.workflow(m_folder, "ring", """
            {'nodes': [{'id': 1, 'node': 'Score Function', 'settings': {'density': 'RING', 'radiusX': 1.5,
            'radiusY': 1.5}},
                       {'id': 2, 'node': 'Langevin Sampler', 'settings': {'particles': %d, 'keep': 'LAST',
                       'keepStart': false,
                        'runs': [{'steps': %d, 'stepSize': 0.01}]}}],
             'connections': ['1 -> 2']}""".formatted(particles, steps));
    }

    private Path gaussian(final String runs, final String more) throws IOException {
        return Host.workflow(m_folder, "gaussian", """
            {'nodes': [{'id': 1, 'node': 'Score Function', 'settings': {'density': 'GAUSSIAN', 'mean': '1, 1',
                        'covariance': '1, 0.9; 0.9, 1'}},
                       {'id': 2, 'node': 'Langevin Sampler', 'settings': {%s, 'runs': [%s]}}],
             'connections': ['1 -> 2']}""".formatted(more, runs));
    }

    private Radius radius(final Path workflow, final int seeds) throws IOException {
        double mean = 0;
        double deviation = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            final Path out = m_folder.resolve("out-" + seed);
            Host.runs(workflow, "--set", "#2.seed=" + seed, "--out", out, "--quiet");
            final Csv table = Csv.read(out.resolve(PARTICLES));
            final double[] x = table.numbers("x");
            final double[] y = table.numbers("y");
            final double[] r = new double[x.length];
            Arrays.setAll(r, i -> Math.hypot(x[i] / 1.5, y[i] / 1.5));
            final double average = Arrays.stream(r).average().orElseThrow();
            mean += average / seeds;
            deviation += Math.sqrt(Arrays.stream(r).map(v -> (v - average) * (v - average))
                .sum() / (r.length - 1)) / seeds;
        }
        return new Radius(mean, deviation);
    }

    @Test
    void particlesOnTheRingAfterTenSteps() throws IOException {
        final Radius radius = radius(ring(10, 10_000), 5);

        assertThat(radius.mean()).isBetween(1.009 - 0.006, 1.009 + 0.006);
        assertThat(radius.deviation()).isBetween(0.138 - 0.003, 0.138 + 0.003);
    }

    @Test
    void particlesOnTheRingStayThere() throws IOException {
        final Radius radius = radius(ring(2_000, 10_000), 1);

        // six standard errors of 10,000 particles: 6 * 0.138 / 100 for the mean, 6 * 0.138 / sqrt(20,000) for the
        // deviation
        assertThat(radius.mean()).isBetween(1.016 - 0.0083, 1.016 + 0.0083);
        assertThat(radius.deviation()).isBetween(0.138 - 0.0059, 0.138 + 0.0059);
    }

    /** S (I - (h/2) S^-1)^-1 has the eigenvectors of S, (1, 1) and (1, -1), and the eigenvalues l^2 / (l - h/2). */
    private static double[] stationary(final double h) {
        final double wide = 1.9 * 1.9 / (1.9 - h / 2);
        final double narrow = 0.1 * 0.1 / (0.1 - h / 2);
        return new double[]{(wide + narrow) / 2, (wide - narrow) / 2};
    }

    @Test
    void chainsOnTheGaussianHaveTheCovarianceOfTheirStep() throws IOException {
        // 25,000 steps of 0.001 leave exp(-13) of the start in the slow direction, nothing that could be seen
        final double[] steps = {0.001, 0.01, 0.15};
        final int particles = 1_000;
        final Path workflow = gaussian("""
            {'steps': 25000, 'stepSize': 0.001}, {'steps': 5000, 'stepSize': 0.01}, {'steps': 1000, 'stepSize': 0.15},
            {'algorithm': 'EXACT', 'steps': 1}""", "'particles': 1000, 'keep': 'LAST', 'keepStart': false, 'seed': 5");
        final Path out = m_folder.resolve("out");

        Host.runs(workflow, "--out", out, "--quiet");

        final Csv runs = Csv.read(out.resolve(RUNS));
        assertThat(runs.texts("status")).containsExactly("ok", "ok", "ok", "ok");
        for (int k = 0; k < 4; k++) {
            final double[] expected = k < 3 ? stationary(steps[k]) : new double[]{1, 0.9};
            final double variance = expected[0];
            final double covariance = expected[1];
            // the exact standard errors of the moments of independent normal vectors
            final double ofMean = 6 * Math.sqrt(variance / particles);
            final double ofVariance = 6 * Math.sqrt(2 * variance * variance / (particles - 1));
            final double ofCovariance = 6 * Math.sqrt((variance * variance
                + covariance * covariance) / (particles - 1));
            final String run = "run " + (k + 1);
            for (final String mean : List.of("mean(x1)", "mean(x2)")) {
                assertThat(runs.numbers(mean)[k]).as(run).isBetween(1 - ofMean, 1 + ofMean);
            }
            for (final String name : List.of("cov(x1,x1)", "cov(x2,x2)")) {
                assertThat(runs.numbers(name)[k]).as(run).isBetween(variance - ofVariance, variance + ofVariance);
            }
            assertThat(runs.numbers("cov(x1,x2)")[k]).as(run).isBetween(covariance - ofCovariance, covariance
                + ofCovariance);
            // far sharper, and the only one that tells a wrong noise of small steps: the narrow direction
            final double narrow = variance - covariance;
            final double measured =
                (runs.numbers("cov(x1,x1)")[k] + runs.numbers("cov(x2,x2)")[k]) / 2 - runs.numbers("cov(x1,x2)")[k];
            final double ofNarrow = 6 * narrow * Math.sqrt(2.0 / (particles - 1));
            assertThat(measured).as(run).isBetween(narrow - ofNarrow, narrow + ofNarrow);
        }
    }

    @Test
    void runsTableSummarisesTheParticlesTable() throws IOException {
        final Path workflow = gaussian("{'steps': 20, 'stepSize': 0.05}",
            "'particles': 50, 'burnIn': 10, 'keepStart': true");
        final Path out = m_folder.resolve("out");
        Host.runs(workflow, "--out", out, "--quiet");

        final Csv particles = Csv.read(out.resolve(PARTICLES));
        final Csv runs = Csv.read(out.resolve(RUNS));
        final double[] steps = particles.numbers("step");
        final double[] x1 = particles.numbers("x1");
        final double[] x2 = particles.numbers("x2");
        double sum1 = 0;
        double sum2 = 0;
        int n = 0;
        for (int i = 0; i < x1.length; i++) {
            if (steps[i] > 0) {
                sum1 += x1[i];
                sum2 += x2[i];
                n++;
            }
        }
        double cov = 0;
        for (int i = 0; i < x1.length; i++) {
            cov += steps[i] > 0 ? (x1[i] - sum1 / n) * (x2[i] - sum2 / n) / (n - 1) : 0;
        }
        assertThat(n).isEqualTo(10 * 50);
        assertThat(runs.numbers("rows")[0]).isEqualTo(n + 50).isEqualTo(particles.size());
        assertThat(runs.numbers("mean(x1)")[0]).isBetween(sum1 / n - 1e-12, sum1 / n + 1e-12);
        assertThat(runs.numbers("cov(x1,x2)")[0]).isBetween(cov - 1e-12, cov + 1e-12);
    }

    @Test
    void unstableStepIsReportedAndTheOtherRunsGoOn() throws IOException {
        final Path workflow = gaussian("""
            {'steps': 5000, 'stepSize': 0.01}, {'steps': 5000, 'stepSize': 0.5}, {'steps': 5000, 'stepSize': 0.15}""",
            "'particles': 20, 'keep': 'ALL', 'keepStart': true");
        final Path out = m_folder.resolve("out");

        final Host.Result result = Host.runs(workflow, "--out", out, "--quiet");

        assertThat(result.err()).contains("warning: Langevin Sampler (#2)").contains(Double.toString(BOUND));
        assertThat(Host.node(out, 2).get("messages").toString()).contains("Run 2 diverges", "WARNING");
        final Csv runs = Csv.read(out.resolve(RUNS));
        assertThat(runs.texts("status")).containsExactly("ok", "diverged", "ok");
        final Csv particles = Csv.read(out.resolve(PARTICLES));
        final double[] run = particles.numbers("run");
        final double[] step = particles.numbers("step");
        final double[] last = new double[4];
        for (int i = 0; i < run.length; i++) {
            last[(int)run[i]] = Math.max(last[(int)run[i]], step[i]);
        }
        assertThat(last[1]).isEqualTo(5000);
        assertThat(last[3]).isEqualTo(5000);
        // each step multiplies the narrow direction by 1 - 0.5 / 0.1 = -4; the end is 1e140, whose square is still a
        // number
        assertThat(last[2]).isBetween(225.0, 237.0);
        assertThat(runs.numbers("rows")[1]).isEqualTo((last[2] + 1) * 20);
        assertThat(Arrays.stream(particles.numbers("x1")).allMatch(Double::isFinite)).isTrue();
        assertThat(Arrays.stream(particles.numbers("x2")).allMatch(Double::isFinite)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.19, 0.21})
    void onlyStepsBeyondTheBoundAreWarnedOf(final double step) throws IOException {
        final Path workflow = gaussian("{'steps': 50, 'stepSize': %s}".formatted(step), "'particles': 10");

        final Host.Result result = Host.runs(workflow, "--out", m_folder.resolve("out"), "--quiet");

        final boolean stable = step < BOUND;
        final Csv runs = Csv.read(m_folder.resolve("out").resolve(RUNS));
        assertThat(runs.texts("status")).containsExactly(stable ? "ok" : "diverged");
        assertThat(runs.numbers("rows")[0]).as("50 steps are far from the end of the numbers").isEqualTo(51 * 10);
        assertThat(result.err().contains("must lie below " + BOUND)).isEqualTo(!stable);
    }

    @Test
    void numberOfThreadsChangesNothingAndTheSeedEverything() throws IOException {
        final Path workflow = ring(25, 5_003);
        for (final Object[] run : new Object[][]{{1, 3}, {2, 3}, {7, 3}, {2, 4}}) {
            Host.runs(workflow, "--threads", run[0], "--set", "#2.seed=" + run[1], "--set", "#2.keep=ALL", "--set",
                "#2.keepStart=true", "--out", m_folder.resolve("out-" + run[0] + "-" + run[1]), "--quiet");
        }
        final Path one = m_folder.resolve("out-1-3");
        final List<String> times = List.of("seconds", "particle-steps/s");
        for (final String other : List.of("out-2-3", "out-7-3")) {
            assertThat(m_folder.resolve(other).resolve(PARTICLES)).hasSameBinaryContentAs(one.resolve(PARTICLES));
            assertThat(Csv.read(m_folder.resolve(other).resolve(RUNS)).rowsWithout(times))
                .isEqualTo(Csv.read(one.resolve(RUNS)).rowsWithout(times));
        }
        final double[] x = Csv.read(one.resolve(PARTICLES)).numbers("x");
        final double[] otherX = Csv.read(m_folder.resolve("out-2-4").resolve(PARTICLES)).numbers("x");
        assertThat(x).hasSize(26 * 5_003);
        int equal = 0;
        for (int i = 0; i < x.length; i++) {
            equal += x[i] == otherX[i] ? 1 : 0;
        }
        assertThat(equal).as("equal numbers of different seeds").isZero();
    }

    @Test
    void tenMillionStepsOfOneChainTakeSeconds() throws IOException {
        final Path workflow = Host.workflow(m_folder, "long", """
            {'nodes': [{'id': 1, 'node': 'Score Function'},
                       {'id': 2, 'node': 'Langevin Sampler', 'settings': {'particles': 1, 'keep': 'EVERY',
                       'thinning': 1000,
                        'runs': [{'steps': 10000000, 'stepSize': 0.01}]}}],
             'connections': ['1 -> 2']}""");
        final Path out = m_folder.resolve("out");
        final long start = System.nanoTime();

        Host.runs(workflow, "--out", out, "--quiet");

        System.out.printf("10,000,000 steps of one chain: %.1f s%n", (System.nanoTime() - start) / 1e9);
        final Csv particles = Csv.read(out.resolve(PARTICLES));
        assertThat(particles.size()).isEqualTo(1 + 10_000);
        assertThat(particles.texts("step")).startsWith("0", "1000", "2000").endsWith("10000000");
        assertThat((System.nanoTime() - start) / 1e9).as("seconds").isLessThan(60);
    }

    @Test
    void millionParticlesFitIntoAGibibyte() throws Exception {
        final Path workflow = ring(10, 1_000_000);
        final Path out = m_folder.resolve("out");
        final Path temporary = Files.createDirectory(m_folder.resolve("tmp"));
        try (ChildHost child = ChildHost.start(m_folder, temporary, List.of("-Xmx1g", "-XX:+ExitOnOutOfMemoryError"),
            workflow.toString(), "--out", out.toString(), "--quiet")) {
            assertThat(child.await(300)).as(child.log()).isZero();
        }
        try (var lines = Files.lines(out.resolve(PARTICLES))) {
            assertThat(lines.count()).isEqualTo(1 + 1_000_000);
        }
        assertThat(Csv.read(out.resolve(RUNS)).texts("status")).containsExactly("ok");
        assertThat(Host.temporaryFiles(temporary)).isEmpty();
    }
}
