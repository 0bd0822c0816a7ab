// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The workflow bayes-eight-schools against the reference posterior that is published for its model: posteriordb
 * (github.com/stan-dev/posteriordb, commit 28f8d3d), eight_schools-eight_schools_noncentered: 10 chains of Stan, 10,000
 * nearly independent draws; files mean_value and mean_squared_value of its summary statistics, with their Monte Carlo
 * errors. Tolerances are 6 joint standard errors for 20 comparisons.
 */
class PosteriorTest {

    private static final double ERRORS = 6;

    private static final int STEPS = 5000;

    private static final int CHAINS = 4;

    private static final int BATCH = 250;

    /** theta[1] to theta[8], mu, tau. */
    private static final double[] MEAN = {6.15050229334425, 4.9395811407422, 3.90590609001582, 4.79601675138494,
        3.6144363246799, 4.0511475789675, 6.31716975886893, 4.88399694353288, 4.41051833695493, 3.60205952364059};

    private static final double[] MEAN_ERROR = {0.0557375282295219, 0.0462293788624847, 0.0542313705632124,
        0.0474935816762281, 0.0461450610244603, 0.0485195392528031, 0.0498766794075794, 0.0542511606560972,
        0.0330374705950917, 0.0318615135640706};

    private static final double[] SQUARE = {69.36345, 45.9787, 43.13923, 45.76135, 34.35767, 39.4135, 64.93269,
        52.12845, 30.40302, 23.20407};

    private static final double[] SQUARE_ERROR = {1.1692102, 0.6346494, 0.6539418, 0.6193689, 0.4550489, 0.5390213,
        0.9216132, 0.9024748, 0.3351356, 0.4848872};

    @TempDir
    Path m_folder;

    /** A mean and its standard error. */
    private record Estimate(double mean, double error) {
    }

    @Test
    void eightSchoolsMeetThePublishedPosterior() throws IOException {
        final Path out = m_folder.resolve("out");

        final var result = Host.runs(Host.ROOT.resolve("test-workflows/bayes-eight-schools"), "--out", out, "--quiet");

        assertThat(Csv.read(out.resolve("Table Creator (#1) - Manually created table.csv")).numbers("effect"))
            .containsExactly(28, 8, -3, 7, -1, 1, 18, 12);
        final Csv particles = Csv.read(out.resolve("Langevin Sampler (#3) - Particles.csv"));
        assertThat(particles.size()).isEqualTo(STEPS * CHAINS);
        final double[] mu = particles.numbers("mu");
        final double[] tau = particles.numbers("tau");
        assertThat(Arrays.stream(tau).min().orElseThrow()).isPositive();
        for (int j = 0; j < MEAN.length; j++) {
            check(j, j == 8 ? mu : j == 9 ? tau : theta(mu, tau, particles.numbers("eta[" + (j + 1) + "]")));
        }
        checkDiagnostics(out, mu, tau);
        final double diverged = Csv.read(out.resolve("Langevin Sampler (#3) - Runs.csv")).numbers("divergences")[0];
        assertThat(diverged).as("trajectories that diverged").isLessThan(5);
        assertThat(result.messages("warning")).as("a warning, if any did").hasSize(diverged > 0 ? 1 : 0);
    }

    private static double[] theta(final double[] mu, final double[] tau, final double[] eta) {
        final double[] theta = new double[mu.length];
        Arrays.setAll(theta, i -> mu[i] + tau[i] * eta[i]);
        return theta;
    }

    private static void check(final int j, final double[] draws) {
        final Estimate mean = estimate(draws, x -> x);
        final Estimate square = estimate(draws, x -> x * x);
        assertThat(mean.mean()).as("mean of quantity %d", j + 1)
            .isCloseTo(MEAN[j], within(ERRORS * Math.hypot(MEAN_ERROR[j], mean.error())));
        assertThat(square.mean()).as("mean square of quantity %d", j + 1)
            .isCloseTo(SQUARE[j], within(ERRORS * Math.hypot(SQUARE_ERROR[j], square.error())));
        final double deviation = Math.sqrt(square.mean() - mean.mean() * mean.mean());
        final double published = Math.sqrt(SQUARE[j] - MEAN[j] * MEAN[j]);
        assertThat(deviation).as("deviation of quantity %d", j + 1).isCloseTo(published, within(0.1 * published));
        assertThat(mean.error()).as("error of quantity %d", j + 1).isLessThan(0.04 * published);
    }

    /** The error from the spread of the means of batches, which are long beside the correlation of neighbours. */
    private static Estimate estimate(final double[] draws, final DoubleUnaryOperator function) {
        final double[] means = new double[draws.length / BATCH];
        for (int i = 0; i < draws.length; i++) {
            final int chain = i % CHAINS; // rows are ordered by step and then by particle
            final int batch = chain * (STEPS / BATCH) + i / CHAINS / BATCH;
            means[batch] += function.applyAsDouble(draws[i]) / BATCH;
        }
        final double mean = Arrays.stream(means).average().orElseThrow();
        final double variance = Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum() / (means.length - 1);
        return new Estimate(mean, Math.sqrt(variance / means.length));
    }

    private static void checkDiagnostics(final Path out, final double[] mu, final double[] tau) throws IOException {
        final Csv coordinates = Csv.read(out.resolve("Sample Diagnostics (#4) - Coordinates.csv"));
        assertThat(coordinates.texts("coordinate")).startsWith("mu", "tau", "eta[1]").hasSize(10);
        assertThat(coordinates.numbers("mean")[0]).isCloseTo(Arrays.stream(mu).average().orElseThrow(), within(1e-9));
        assertThat(coordinates.numbers("mean")[1]).isCloseTo(Arrays.stream(tau).average().orElseThrow(), within(1e-9));
        assertThat(Arrays.stream(coordinates.numbers("R-hat")).max().orElseThrow()).isLessThan(1.01);
        assertThat(Arrays.stream(coordinates.numbers("ESS bulk")).min().orElseThrow()).isGreaterThan(4000);
        assertThat(Csv.read(out.resolve("Sample Diagnostics (#4) - Verdicts.csv")).texts("verdict"))
            .containsExactly("good");
    }
}
