// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.BananaDensity;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DoubleWellDensity;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.density.StudentTDensity;
import org.scorewalk.engine.density.TwoMoonsDensity;
import org.scorewalk.engine.kernel.KernelTest.Exact;
import org.scorewalk.engine.random.RandomStreams;

/**
 * Quantiles of the coordinates, of their sum and of the distance from the origin, against exact draws: as much of the
 * run must lie below a quantile as its probability says, within 6.5 standard errors, known from the spread of the
 * chains, and that of the quantile itself, from 200,000 exact draws. In some 450 such comparisons, one fails by chance
 * with probability 1e-6 (Student's t with 119 degrees of freedom).
 */
class QuantileTest {

    private static final double ERRORS = 6.5;

    private static final int CHAINS = 120;

    private static final int WARMUP = 300;

    private static final int STEPS = 500;

    private static final int EXACT_DRAWS = 200_000;

    private static final double[] PROBABILITIES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private static final Density RING = new RingDensity(1.5, 1, 0.5, 0, 0.2);

    private static final Density BANANA = new BananaDensity(0, 1, 1, 1, List.of());

    static Stream<Arguments> cases() {
        return Stream.of(RING, BANANA,
            new GaussianDensity(new double[]{1, -2}, new double[][]{{1, 1.8}, {1.8, 4}}, List.of()),
            new DoubleWellDensity(2, 1, 1, List.of()),
            new StudentTDensity(5, new double[]{0, 1}, new double[][]{{1, 0.5}, {0.5, 1}}, List.of()),
            new TwoMoonsDensity(1, 0.3, List.of()))
            .flatMap(density -> Stream.of(Exact.values()).map(exact -> Arguments.of(density, exact)));
    }

    /** Coordinates, their sum, the distance from the origin. */
    private static double quantity(final double[][] x, final int k, final int q) {
        if (q < x.length) {
            return x[q][k];
        }
        double sum = 0;
        for (final var row : x) {
            sum += q == x.length ? row[k] : row[k] * row[k];
        }
        return q == x.length ? sum : Math.sqrt(sum);
    }

    private static double[][] quantiles(final Density density) {
        final var d = density.dimension();
        final var x = new double[d][EXACT_DRAWS];
        density.exactDraws().orElseThrow().draw(x, EXACT_DRAWS, new RandomStreams(77).nextRun(1)[0]);
        final var quantiles = new double[d + 2][PROBABILITIES.length];
        for (int q = 0; q < d + 2; q++) {
            final var values = new double[EXACT_DRAWS];
            for (int k = 0; k < EXACT_DRAWS; k++) {
                values[k] = quantity(x, k, q);
            }
            Arrays.sort(values);
            for (int p = 0; p < PROBABILITIES.length; p++) {
                quantiles[q][p] = values[(int)(PROBABILITIES[p] * EXACT_DRAWS)];
            }
        }
        return quantiles;
    }

    /** The part of each chain's steps below each quantile, {@code double[quantity][quantile][chain]}. */
    private static double[][][] below(final Density density, final Kernel kernel, final double[][] quantiles,
        final int burnIn) {
        final var block = new ParticleBlock(0, CHAINS, density.dimension(), new RandomStreams(78).nextRun(1)[0]);
        for (final var row : block.x()) {
            block.random().fillNormal(row, CHAINS);
        }
        kernel.init(block);
        for (int t = 0; t < burnIn; t++) {
            kernel.step(block);
        }
        final var below = new double[quantiles.length][PROBABILITIES.length][CHAINS];
        for (int t = 0; t < STEPS; t++) {
            kernel.step(block);
            for (int q = 0; q < quantiles.length; q++) {
                for (int k = 0; k < CHAINS; k++) {
                    final var value = quantity(block.x(), k, q);
                    for (int p = 0; p < PROBABILITIES.length; p++) {
                        below[q][p][k] += value < quantiles[q][p] ? 1.0 / STEPS : 0;
                    }
                }
            }
        }
        return below;
    }

    private static void check(final Density density, final Kernel kernel, final int burnIn, final double bias) {
        final var below = below(density, kernel, quantiles(density), burnIn);
        for (int q = 0; q < below.length; q++) {
            for (int p = 0; p < PROBABILITIES.length; p++) {
                final var mean = DoubleStream.of(below[q][p]).average().orElseThrow();
                final var variance = DoubleStream.of(below[q][p]).map(b -> (b - mean) * (b - mean)).sum()
                    / (CHAINS - 1) / CHAINS + PROBABILITIES[p] * (1 - PROBABILITIES[p]) / EXACT_DRAWS;
                assertThat(mean).as("%s: part of quantity %d below its %s quantile", density.document().family(), q,
                    PROBABILITIES[p]).isCloseTo(PROBABILITIES[p], within(ERRORS * Math.sqrt(variance) + bias));
                // the run must be long enough for the test to mean something
                assertThat(Math.sqrt(variance)).isLessThan(0.03);
            }
        }
    }

    private static double[] steps(final Density density, final double size) {
        final var steps = new double[density.dimension()];
        Arrays.fill(steps, size);
        return steps;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void quantilesAreThoseOfExactDraws(final Density density, final Exact exact) {
        check(density, exact.kernel(density, steps(density, 0.1), CHAINS, KernelSettings.DEFAULT.withWarmup(WARMUP),
            Monitor.SILENT), WARMUP + 100, 0);
    }

    @Test
    void theDenseMetricChangesNothingOfThat() {
        for (final var exact : Exact.values()) {
            check(BANANA, exact.kernel(BANANA, steps(BANANA, 0.1), CHAINS,
                KernelSettings.DEFAULT.withWarmup(WARMUP).withMetric(Metric.DENSE), Monitor.SILENT), WARMUP + 100, 0);
        }
    }

    /** The bias of BAOAB is of the order of the squared step, here 0.02, of which a quarter is allowed. */
    @Test
    void underdampedDynamicsIsRightUpToItsBias() {
        check(BANANA, new UnderdampedLangevin(BANANA, steps(BANANA, 0.15), CHAINS, KernelSettings.DEFAULT), 300,
            0.005);
    }

    /**
     * Unadjusted dynamics spreads a ring of radial deviation s = 0.34 by about h/(2 s^2), here a quarter of its
     * variance.
     */
    @Test
    void unadjustedDynamicsIsTooWideAndThatIsSeen() {
        final var ring = new RingDensity(1.5, 1.5, 0, 0, 0.1);
        final var kernel = new UnadjustedLangevin(ring, steps(ring, 0.06), CHAINS);
        final var below = below(ring, kernel, quantiles(ring), 200);
        final var distance = below[below.length - 1];
        final var inside = DoubleStream.of(distance[0]).average().orElseThrow();
        final var notOutside = DoubleStream.of(distance[4]).average().orElseThrow();

        assertThat(inside).isGreaterThan(0.06);
        assertThat(notOutside).isLessThan(0.94);
    }
}
