// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.StandardNormalDensity;
import org.scorewalk.engine.kernel.KernelTest.Exact;
import org.scorewalk.engine.random.RandomStreams;

/** What warm-up learns: step sizes that meet a target, metrics that fit the density. */
class WarmupTest {

    /** Deviations 1 and 10 with correlation 0.99, and a third coordinate that is narrow: a diagonal cannot show it. */
    private static final double[][] COVARIANCE = {{1, 9.9, 0}, {9.9, 100, 0}, {0, 0, 1e-2}};

    private static final Density NARROW = new GaussianDensity(new double[]{3, -5, 0}, COVARIANCE, List.of());

    private static ParticleBlock block(final int n, final int dimension, final long seed) {
        final var block = new ParticleBlock(0, n, dimension, new RandomStreams(seed).nextRun(1)[0]);
        for (final var row : block.x()) {
            block.random().fillNormal(row, n);
        }
        return block;
    }

    private static double[] steps(final int dimension, final double size) {
        final var steps = new double[dimension];
        Arrays.fill(steps, size);
        return steps;
    }

    private static ChainState run(final Kernel kernel, final ParticleBlock block, final int steps) {
        kernel.init(block);
        for (int t = 0; t < steps; t++) {
            kernel.step(block);
        }
        return ChainState.of(block);
    }

    /**
     * The mean over many single chains, whose own acceptances are rough: adapted in 300 steps, they deviate by some
     * 0.07, so that the mean of 24 chains has a standard error of about 0.015; six are tolerated.
     */
    @ParameterizedTest
    @CsvSource({"MALA, 0", "HMC, 0", "NUTS, 0", "NUTS, 0.95", "NUTS, 0.6", "MALA, 0.8"})
    void singleChainsMeetTheirTarget(final Exact exact, final double target) {
        double sum = 0;
        for (int chain = 0; chain < 24; chain++) {
            final var kernel = exact.kernel(new StandardNormalDensity(5, List.of()), steps(5, 0.1), 1,
                KernelSettings.DEFAULT.withWarmup(300).withTarget(target), Monitor.SILENT);
            sum += run(kernel, block(1, 5, 50 + chain), 1000).acceptance() / 24;
        }
        assertThat(sum).isCloseTo(target > 0 ? target : exact == Exact.MALA ? 0.574 : 0.8, within(0.1));
    }

    @ParameterizedTest
    @EnumSource(Exact.class)
    void aDenseMetricMakesACorrelatedDensityAsEasyAsARoundOne(final Exact exact) {
        final int n = 60;
        final var block = block(n, 3, 1);
        final var kernel = exact.kernel(NARROW, steps(3, 0.01), n,
            KernelSettings.DEFAULT.withWarmup(600).withMetric(Metric.DENSE), Monitor.SILENT);
        final var state = run(kernel, block, 600);

        assertThat(state.m_shape).isNotNull();
        // along each coordinate the step is the common one times the density's own width, or its square for MALA
        final var power = exact == Exact.MALA ? 2 : 1;
        final var sizes = state.stepSizes();
        assertThat(sizes[1] / sizes[0]).isCloseTo(Math.pow(10, power), withinPercentage(20 * power));
        assertThat(sizes[0] / sizes[2]).isCloseTo(Math.pow(10, power), withinPercentage(20 * power));

        // exact moments, from chains that forget fast: means over 60 chains of 400 steps
        final var means = new double[3];
        double product = 0;
        double correlation = 0;
        for (int t = 0; t < 400; t++) {
            final var last = block.x()[1].clone();
            kernel.step(block);
            for (int k = 0; k < n; k++) {
                final var u = block.x()[0][k] - 3;
                final var v = (block.x()[1][k] + 5) / 10;
                means[0] += u / n / 400;
                means[1] += v / n / 400;
                means[2] += block.x()[2][k] * 10 / n / 400;
                product += u * v / n / 400;
                correlation += v * (last[k] + 5) / 10 / n / 400;
            }
        }
        // 24,000 draws worth at least 4,000 independent ones: standard error 0.016
        for (final double mean : means) {
            assertThat(mean).isCloseTo(0, within(0.08));
        }
        assertThat(product).isCloseTo(0.99, within(0.12));
        // a diagonal metric leaves MALA with 0.99 and more here
        assertThat(correlation).isLessThan(0.75);
        assertThat(state.acceptance()).isCloseTo(exact == Exact.MALA ? 0.574 : 0.8, within(0.1));
    }

    private static long gradientsOf100Steps(final Metric metric) {
        final var kernel = Exact.NUTS.kernel(NARROW, steps(3, 0.01), 20,
            KernelSettings.DEFAULT.withWarmup(600).withMetric(metric), Monitor.SILENT);
        final var block = block(20, 3, 2);
        final var warm = run(kernel, block, 600).gradients();
        for (int t = 0; t < 100; t++) {
            kernel.step(block);
        }
        return ChainState.of(block).gradients() - warm;
    }

    @Test
    void trajectoriesAreMuchShorterWithADenseMetric() {
        final var dense = gradientsOf100Steps(Metric.DENSE);

        assertThat(dense).isLessThan(2000 * 10);
        assertThat(gradientsOf100Steps(Metric.DIAGONAL)).isGreaterThan(4 * dense);
    }

    @ParameterizedTest
    @EnumSource(Exact.class)
    void theIdentityMetricKeepsTheRatioOfTheGivenSteps(final Exact exact) {
        final var state = run(exact.kernel(NARROW, new double[]{0.1, 0.5, 0.001}, 10,
            KernelSettings.DEFAULT.withWarmup(200).withMetric(Metric.IDENTITY), Monitor.SILENT), block(10, 3, 3), 200);

        final var sizes = state.stepSizes();
        assertThat(sizes[1] / sizes[0]).isCloseTo(5, within(1e-9));
        assertThat(sizes[2] / sizes[0]).isCloseTo(0.01, within(1e-9));
        assertThat(sizes[0]).isNotEqualTo(0.1);
    }

    /** A single chain of few draws in many dimensions: the covariances have no full rank but for what is added. */
    @ParameterizedTest
    @EnumSource(Exact.class)
    void aDenseMetricOfTooFewDrawsStillWorks(final Exact exact) {
        final var block = block(1, 80, 4);
        final var state = run(exact.kernel(new StandardNormalDensity(80, List.of()), steps(80, 0.05), 1,
            KernelSettings.DEFAULT.withWarmup(70).withMetric(Metric.DENSE), Monitor.SILENT), block, 120);

        assertThat(state.acceptance()).isGreaterThan(0.05);
        assertThat(Arrays.stream(block.x()).mapToDouble(row -> row[0])).allMatch(Double::isFinite);
    }

    /**
     * Unadjusted dynamics with step h M has the covariance S (I - (h/2) S^-1 M)^-1. For M = S / |S|^(1/2), which keeps
     * the geometric mean of the steps at h, that is S / (1 - h / (2 |S|^(1/2))), the same shape as S itself.
     */
    @ParameterizedTest
    @EnumSource(value = Metric.class, names = {"DIAGONAL", "DENSE"})
    void unadjustedDynamicsIsPreconditionedByItsParticles(final Metric metric) {
        final double c = metric == Metric.DENSE ? 1.2 : 0;
        final var root = Math.sqrt(4 - c * c);
        final int n = 1000;
        final var block = block(n, 2, 5);
        final var kernel = new ScheduledLangevin(
            new GaussianDensity(new double[]{0, 0}, new double[][]{{1, c}, {c, 4}}, List.of()), steps(2, root / 2), n,
            KernelSettings.DEFAULT.withWarmup(1000).withMetric(metric));
        run(kernel, block, 1000);
        final var sums = new double[3][n];
        for (int t = 0; t < 500; t++) {
            kernel.step(block);
            for (int k = 0; k < n; k++) {
                sums[0][k] += block.x()[0][k] * block.x()[0][k] / 500;
                sums[1][k] += block.x()[1][k] * block.x()[1][k] / 500;
                sums[2][k] += block.x()[0][k] * block.x()[1][k] / 500;
            }
        }
        // h / (2 |S|^(1/2)) = 1/4; the metric itself is known within a percent
        checkMean(sums[0], 4.0 / 3, 0.01);
        checkMean(sums[1], 16.0 / 3, 0.04);
        checkMean(sums[2], c * 4 / 3, 0.02);
    }

    /** The mean over chains, which are independent: 6.5 standard errors from their spread, and a bias. */
    private static void checkMean(final double[] chains, final double exact, final double bias) {
        final var mean = Arrays.stream(chains).average().orElseThrow();
        final var variance = Arrays.stream(chains).map(v -> (v - mean) * (v - mean)).sum() / (chains.length - 1);
        final var error = Math.sqrt(variance / chains.length);
        assertThat(mean).isCloseTo(exact, within(6.5 * error + bias));
        assertThat(error).as("the run is long enough").isLessThan(0.04 * (0.5 + Math.abs(exact)));
    }

    @ParameterizedTest
    @EnumSource(value = Metric.class, names = {"DIAGONAL", "DENSE"})
    void underdampedDynamicsIsPreconditionedToo(final Metric metric) {
        final var covariance = new double[][]{{1, 8}, {8, 100}};
        final int n = 500;
        final var block = block(n, 2, 6);
        final var kernel = new UnderdampedLangevin(
            new GaussianDensity(new double[]{1, 2}, covariance, List.of()), steps(2, 0.5), n,
            KernelSettings.DEFAULT.withWarmup(200).withMetric(metric));
        final var state = run(kernel, block, 400);
        assertThat(state.m_shape != null).isEqualTo(metric == Metric.DENSE);
        assertThat(state.stepSizes()[1] / state.stepSizes()[0]).isCloseTo(10, withinPercentage(10));
        final var sums = new double[4][n];
        for (int t = 0; t < 400; t++) {
            kernel.step(block);
            for (int k = 0; k < n; k++) {
                final var u = block.x()[0][k] - 1;
                final var v = (block.x()[1][k] - 2) / 10;
                sums[0][k] += u / 400;
                sums[1][k] += u * u / 400;
                sums[2][k] += v * v / 400;
                sums[3][k] += u * v / 400;
            }
        }
        checkMean(sums[0], 0, 0);
        checkMean(sums[1], 1, 0.01);
        checkMean(sums[2], 1, 0.01);
        checkMean(sums[3], 0.8, 0.01);
    }
}
