// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.engine.expression.ExpressionModel;
import org.scorewalk.engine.expression.Parameter;
import org.scorewalk.engine.random.RandomStream;
import org.scorewalk.engine.random.RandomStreams;

/**
 * The kernels' long-run moments against exact ones. Each particle is a chain, so the standard error of a mean over the
 * run comes from the spread of the chains' means; 6.5 of them are tolerated.
 */
class KernelTest {

    /** The kernels that sample the density itself. */
    enum Exact {
        MALA, HMC, NUTS;

        Kernel kernel(final Density density, final double[] steps, final int capacity, final KernelSettings settings,
            final Monitor monitor) {
            return switch (this) {
                case MALA -> new AdjustedLangevin(density, steps, capacity, settings, monitor);
                case HMC -> new HamiltonianKernel(density, steps, capacity, settings, monitor);
                case NUTS -> new NoUTurnKernel(density, steps, capacity, settings, monitor);
            };
        }
    }

    private static Density density(final String text, final String... names) {
        return new ExpressionDensity(new ExpressionModel(text, Arrays.stream(names).map(Parameter::real).toList(),
            Map.of()));
    }

    /** A Gaussian with deviations 1 and 10, correlation 0.8, around (1, -20). */
    private static final Density GAUSSIAN = density("u = x - 1; v = (y + 20)/10; -(u^2 - 1.6*u*v + v^2)/(2*0.36)", "x",
        "y");

    /** E x = 0, var x = 1, E y = 1, var y = 3. */
    private static final Density BANANA = density("-x^2/2 - (y - x^2)^2/2", "x", "y");

    private static ParticleBlock block(final int n, final long seed, final double... centre) {
        final var block = new ParticleBlock(0, n, centre.length, new RandomStreams(seed).nextRun(1)[0]);
        for (int i = 0; i < centre.length; i++) {
            block.random().fillNormal(block.x()[i], n);
            for (int k = 0; k < n; k++) {
                block.x()[i][k] += centre[i];
            }
        }
        return block;
    }

    private interface Quantity {
        double of(double[] point);
    }

    /** Runs, and compares the long-run mean of a quantity with its exact value. */
    private static void checkMeans(final Kernel kernel, final ParticleBlock block, final int burnIn, final int steps,
        final Quantity[] quantities, final double[] exact) {
        kernel.init(block);
        for (int t = 0; t < burnIn; t++) {
            kernel.step(block);
        }
        final int n = block.size();
        final var sums = new double[quantities.length][n];
        final var point = new double[block.x().length];
        for (int t = 0; t < steps; t++) {
            kernel.step(block);
            for (int k = 0; k < n; k++) {
                for (int i = 0; i < point.length; i++) {
                    point[i] = block.x()[i][k];
                }
                for (int q = 0; q < quantities.length; q++) {
                    sums[q][k] += quantities[q].of(point) / steps;
                }
            }
        }
        for (int q = 0; q < quantities.length; q++) {
            final var mean = DoubleStream.of(sums[q]).average().orElseThrow();
            final var variance = DoubleStream.of(sums[q]).map(s -> (s - mean) * (s - mean)).sum() / (n - 1);
            assertThat(mean).as("quantity %d", q).isCloseTo(exact[q], within(6.5 * Math.sqrt(variance / n)));
            // the run must be long enough for the test to mean something
            assertThat(Math.sqrt(variance / n)).isLessThan(0.1 * (1 + Math.abs(exact[q])));
        }
    }

    @ParameterizedTest
    @EnumSource(Exact.class)
    void momentsOfAGaussianAfterWarmUp(final Exact exact) {
        final var kernel = exact.kernel(GAUSSIAN, new double[]{0.1, 0.1}, 100, KernelSettings.DEFAULT.withWarmup(300),
            Monitor.SILENT);
        final var block = block(100, 1, 0, 0);

        checkMeans(kernel, block, 300, 1000, new Quantity[]{p -> p[0], p -> p[1] / 10, p -> (p[0] - 1) * (p[0] - 1),
            p -> (p[1] + 20) * (p[1] + 20) / 100, p -> (p[0] - 1) * (p[1] + 20) / 10}, new double[]{1, -2, 1, 1, 0.8});

        final var state = ChainState.of(block);
        final var target = exact == Exact.MALA ? 0.574 : 0.8;
        // from seed to seed the adapted step leaves it a deviation of about 0.015
        assertThat(state.acceptance()).isCloseTo(target, within(0.1));
        assertThat(state.divergences()).isZero();
        // the metric has found the scales: 10, or 100 for MALA, whose step is a squared length
        assertThat(state.stepSizes()[1] / state.stepSizes()[0]).isCloseTo(exact == Exact.MALA ? 100 : 10,
            withinPercentage(30));
    }

    @ParameterizedTest
    @EnumSource(Exact.class)
    void momentsOfABananaWithGivenSteps(final Exact exact) {
        final var steps = exact == Exact.MALA ? new double[]{0.04, 0.04} : new double[]{0.25, 0.25};
        final var kernel = exact.kernel(BANANA, steps, 150, KernelSettings.DEFAULT, Monitor.SILENT);

        checkMeans(kernel, block(150, 2, 0, 1), 200, exact == Exact.MALA ? 6000 : 2000,
            new Quantity[]{p -> p[0], p -> p[0] * p[0], p -> p[1], p -> (p[1] - 1) * (p[1] - 1), p -> p[0] * p[1]},
            new double[]{0, 1, 1, 3, 0});
    }

    @ParameterizedTest
    @EnumSource(Exact.class)
    void aLargeStepLowersAcceptanceButBiasesNothing(final Exact exact) {
        final var kernel = exact.kernel(density("-x^2/2", "x"), new double[]{exact == Exact.MALA ? 2.0 : 1.7}, 200,
            KernelSettings.DEFAULT.withLeapfrogSteps(3), Monitor.SILENT);
        final var block = block(200, 3, 0);

        checkMeans(kernel, block, 100, 1500, new Quantity[]{p -> p[0], p -> p[0] * p[0]}, new double[]{0, 1});
        assertThat(ChainState.of(block).acceptance()).isBetween(0.2, 0.95);
    }

    /**
     * Simulation-based calibration (Talts et al. 2018): with parameters drawn from the prior and data from the model,
     * the parameter's rank among posterior draws is uniform.
     */
    @ParameterizedTest
    @EnumSource(Exact.class)
    void simulationBasedCalibration(final Exact exact) {
        final int draws = 50;
        final int bins = 17; // of 3 ranks
        final int replications = 340;
        final var counts = new int[bins];
        final var random = new RandomStreams(4).nextRun(1)[0];
        for (int r = 0; r < replications; r++) {
            final var truth = random.nextNormal();
            final var y = new double[4];
            for (int i = 0; i < y.length; i++) {
                y[i] = poisson(Math.exp(1 + truth), random);
            }
            final var model = new ExpressionDensity(new ExpressionModel("std_normal(a)", "poisson_log($y$ | 1 + a)",
                List.of(Parameter.real("a")), Map.of(), List.of("y"), List.of(y)));
            final var block = block(draws, 1000 + r, 0);
            final var kernel = exact.kernel(model, new double[]{0.3}, draws,
                KernelSettings.DEFAULT.withWarmup(40).withLeapfrogSteps(4), Monitor.SILENT);
            kernel.init(block);
            for (int t = 0; t < 80; t++) {
                kernel.step(block);
            }
            final var rank = (int)Arrays.stream(block.x()[0]).filter(a -> a < truth).count();
            counts[rank / 3]++;
        }
        final var expected = replications / (double)bins;
        final var chiSquare = Arrays.stream(counts).mapToDouble(c -> (c - expected) * (c - expected) / expected).sum();
        // 16 degrees of freedom: 64.2 is exceeded with probability 1e-7
        assertThat(chiSquare).as(Arrays.toString(counts)).isLessThan(64.2);
    }

    private static int poisson(final double rate, final RandomStream random) {
        int k = -1;
        for (double time = 0; time < rate; k++) {
            time -= Math.log1p(-random.nextUniform());
        }
        return k;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1.2})
    void underdampedPositionsOfAGaussianHaveNoBias(final double step) {
        final var kernel = new UnderdampedLangevin(density("-(x - 2)^2/2", "x"), new double[]{step}, 200,
            KernelSettings.DEFAULT);

        checkMeans(kernel, block(200, 5, 0), 200, 2000, new Quantity[]{p -> p[0], p -> (p[0] - 2) * (p[0] - 2)},
            new double[]{2, 1});
    }

    @Test
    void constantScheduleHasTheKnownBiasOfUnadjustedDynamics() {
        // variance 1/(1 - h/2)
        final var kernel = new ScheduledLangevin(density("-x^2/2", "x"), new double[]{0.4}, 400,
            KernelSettings.DEFAULT);

        checkMeans(kernel, block(400, 6, 0), 100, 1000, new Quantity[]{p -> p[0] * p[0]}, new double[]{1.25});
    }

    @Test
    void aCosineScheduleEndsWithoutThatBias() {
        final int total = 400;
        final var kernel = new ScheduledLangevin(density("-x^2/2", "x"), new double[]{0.4}, 1000,
            KernelSettings.DEFAULT.withSchedule(StepSchedule.COSINE, total));
        double sum = 0;
        for (int repeat = 0; repeat < 20; repeat++) {
            final var block = block(1000, 100 + repeat, 0);
            kernel.init(block);
            for (int t = 0; t < total; t++) {
                kernel.step(block);
            }
            sum += Arrays.stream(block.x()[0]).map(x -> x * x).average().orElseThrow() / 20;
        }
        // 20,000 independent squares: standard error 0.01; the last step's bias is 0.002
        assertThat(sum).isCloseTo(1, within(0.062));
    }

    @Test
    void schedulesFallFromTheGivenSize() {
        for (final var schedule : StepSchedule.values()) {
            assertThat(schedule.factor(0, 100)).isCloseTo(1, within(1e-12));
            assertThat(schedule.factor(50, 100)).isLessThanOrEqualTo(1);
        }
        assertThat(StepSchedule.COSINE.factor(100, 100)).isCloseTo(0.01, within(1e-12));
        assertThat(StepSchedule.POLYNOMIAL.factor(700, 1000)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void divergencesAreCounted() {
        // the funnel's neck is too narrow for this step
        final var funnel = density("normal(v | 0, 3) + normal(x | 0, exp(v/2))", "v", "x");
        final var block = block(50, 7, 0, 0);
        final var kernel = new NoUTurnKernel(funnel, new double[]{0.7, 0.7}, 50, KernelSettings.DEFAULT,
            Monitor.SILENT);
        kernel.init(block);
        for (int t = 0; t < 200; t++) {
            kernel.step(block);
        }

        assertThat(ChainState.of(block).divergences()).isPositive();
        assertThat(Arrays.stream(block.x()[0])).allMatch(Double::isFinite);
    }

    @ParameterizedTest
    @EnumSource(Exact.class)
    void hardBoundsAreKept(final Exact exact) {
        final var kernel = exact.kernel(density("exponential(x, 1)", "x"), new double[]{0.5}, 100,
            KernelSettings.DEFAULT.withLeapfrogSteps(3), Monitor.SILENT);
        final var block = block(100, 8, 6);

        checkMeans(kernel, block, 200, 2000, new Quantity[]{p -> p[0], p -> p[0] * p[0]}, new double[]{1, 2});
        assertThat(Arrays.stream(block.x()[0])).allMatch(x -> x > 0);
    }

    @ParameterizedTest
    @EnumSource(Exact.class)
    void aStartWithoutDensityIsRefused(final Exact exact) {
        final var kernel = exact.kernel(density("gamma(x, 2, 1)", "x"), new double[]{0.5}, 10, KernelSettings.DEFAULT,
            Monitor.SILENT);

        assertThatThrownBy(() -> kernel.init(block(10, 9, -20))).isInstanceOf(InputException.class)
            .hasMessageContaining("Particle 1 cannot start at (-").hasMessageContaining("Choose another start");
    }

    @ParameterizedTest
    @EnumSource(Exact.class)
    void equalSeedsGiveEqualChainsAndBlocksDoNotMix(final Exact exact) {
        final var settings = KernelSettings.DEFAULT.withWarmup(30);
        final var alone = block(40, 10, 0, 1);
        final var kernel = exact.kernel(BANANA, new double[]{0.1, 0.1}, 40, settings, Monitor.SILENT);
        kernel.init(alone);
        for (int t = 0; t < 60; t++) {
            kernel.step(alone);
        }
        final var first = block(40, 10, 0, 1);
        final var second = block(40, 11, 0, 1);
        final var shared = exact.kernel(BANANA, new double[]{0.1, 0.1}, 40, settings, Monitor.SILENT);
        shared.init(first);
        shared.init(second);
        for (int t = 0; t < 60; t++) {
            shared.step(second);
            shared.step(first);
        }

        assertThat(first.x()).isDeepEqualTo(alone.x());
        assertThat(second.x()[0]).isNotEqualTo(alone.x()[0]);
    }

    @Test
    void aCancelStopsALongTrajectory() {
        final var checks = new int[1];
        final Monitor monitor = new Monitor() {
            @Override
            public void report(final double fraction, final Supplier<String> message) {
                // not looked at
            }

            @Override
            public void check() {
                if (++checks[0] > 100) {
                    throw new CancellationException();
                }
            }
        };
        final var block = block(10, 12, 0);
        final var kernel = new NoUTurnKernel(density("-x^2/2", "x"), new double[]{1e-7}, 10,
            KernelSettings.DEFAULT.withMaxDepth(20), monitor);
        kernel.init(block);

        assertThatThrownBy(() -> kernel.step(block)).isInstanceOf(CancellationException.class);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> KernelSettings.DEFAULT.withWarmup(-1)).hasMessageContaining("warm-up steps is -1");
        assertThatThrownBy(() -> KernelSettings.DEFAULT.withLeapfrogSteps(0)).hasMessageContaining("1 or more");
        assertThatThrownBy(() -> KernelSettings.DEFAULT.withFriction(Double.NaN)).hasMessageContaining("positive");
        assertThatThrownBy(() -> KernelSettings.DEFAULT.withTarget(1))
            .hasMessageContaining("less than 1");
    }
}
