// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.density.StandardNormalDensity;

/** Unadjusted Langevin dynamics against reference values and exact results. */
class SamplerStatisticsTest {

    private static final double[][] COVARIANCE = {{1, 0.9}, {0.9, 1}};

    private static double[][] last(final Density density, final int particles, final int steps, final long seed,
        final double... stepSizes) {
        final var recorder = new Recorder(particles);
        Sampler.run(new SamplingPlan(density, List.of(new RunPlan(Algorithm.ULA, steps, stepSizes)), particles,
            InitialState.standardNormal(), KeptSteps.last(false), seed), recorder, Monitor.SILENT);
        return recorder.last().x();
    }

    /** Mean and standard deviation of the scaled radius. */
    private static double[] radius(final double[][] x, final double rx, final double ry) {
        double sum = 0;
        double squares = 0;
        final int n = x[0].length;
        for (int k = 0; k < n; k++) {
            final double r = Math.hypot(x[0][k] / rx, x[1][k] / ry);
            sum += r;
            squares += r * r;
        }
        return new double[]{sum / n, Math.sqrt(squares / n - sum / n * sum / n)};
    }

    /** Means over 20 seeds; the seed-to-seed standard deviations are 0.0018 and 0.0010. */
    @ParameterizedTest
    @CsvSource({"1.5, 1.5, 0.01, 0.01, 1.0092, 0.1383", "1, 2.5, 0.01, 0.1, 1.0186, 0.1619"})
    void tenStepsOnTheRing(final double rx, final double ry, final double hx, final double hy, final double mean,
        final double deviation) {
        double meanSum = 0;
        double deviationSum = 0;
        for (int seed = 0; seed < 20; seed++) {
            final var r = radius(last(new RingDensity(rx, ry, 0, 0, 0.033), 10_000, 10, seed, hx, hy), rx, ry);
            meanSum += r[0] / 20;
            deviationSum += r[1] / 20;
        }

        // five standard errors of the difference of two such means, since the reference has that error, too: seven of
        // ours
        assertThat(meanSum).isCloseTo(mean, within(0.0029));
        assertThat(deviationSum).isCloseTo(deviation, within(0.0016));
    }

    @Test
    void theRingHoldsTo2000Steps() {
        final var r = radius(last(new RingDensity(1.5, 1.5, 0, 0, 0.033), 10_000, 2000, 42, 0.01), 1.5, 1.5);

        // six standard errors of 10,000 particles: 0.138 / 100 of the mean, 0.138 / sqrt(20,000) of the deviation
        assertThat(r[0]).isCloseTo(1.016, within(0.0083));
        assertThat(r[1]).isCloseTo(0.138, within(0.0059));
    }

    /** Stationary covariance S (I - (h/2) S^-1)^-1, known standard errors for 1,000 independent chains. */
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.15, 0.19})
    void stationaryCovarianceOfTheGaussian(final double h) {
        final int n = 1000;
        final int steps = (int)Math.ceil(25 / h); // 13 times the slowest relaxation time 1.9 / h
        final var summary = Sampler.run(new SamplingPlan(new GaussianDensity(new double[]{1, 1}, COVARIANCE, List.of()),
            List.of(new RunPlan(Algorithm.ULA, steps, h)), n, InitialState.point(0, 0), KeptSteps.last(false), 5),
            FrameSink.NONE, Monitor.SILENT).get(0);

        // eigenvectors (1, 1) and (1, -1), eigenvalues of S 1.9 and 0.1
        final double common = 1 / (1 / 1.9 * (1 - h / 2 / 1.9));
        final double opposed = 1 / (1 / 0.1 * (1 - h / 2 / 0.1));
        final double variance = (common + opposed) / 2;
        final double covariance = (common - opposed) / 2;
        if (h == 0.15) {
            assertThat(variance).isCloseTo(1.189, within(5e-4));
            assertThat(covariance).isCloseTo(0.789, within(5e-4));
        }
        final double errorVariance = variance * Math.sqrt(2.0 / (n - 1));
        final double errorCovariance = Math.sqrt((variance * variance + covariance * covariance) / (n - 1));
        assertThat(summary.status()).isEqualTo(RunSummary.Status.OK);
        assertThat(summary.covariance()[0][0]).isCloseTo(variance, within(6 * errorVariance));
        assertThat(summary.covariance()[1][1]).isCloseTo(variance, within(6 * errorVariance));
        assertThat(summary.covariance()[0][1]).isCloseTo(covariance, within(6 * errorCovariance));
        assertThat(summary.covariance()[1][0]).isEqualTo(summary.covariance()[0][1]);
        assertThat(summary.mean()[0]).isCloseTo(1, within(6 * Math.sqrt(variance / n)));
        assertThat(summary.mean()[1]).isCloseTo(1, within(6 * Math.sqrt(variance / n)));
    }

    /** From a point, mean and covariance after each step follow from the step before: no stationarity needed. */
    @Test
    void everyStepHasTheExactMomentsWithOwnStepSizes() {
        final double[] h = {0.02, 0.1};
        final var p = new double[][]{{1 / 0.19, -0.9 / 0.19}, {-0.9 / 0.19, 1 / 0.19}};
        final int n = 20_000;
        final var recorder = new Recorder(n);
        Sampler.run(new SamplingPlan(new GaussianDensity(new double[]{1, -1}, COVARIANCE, List.of()),
            List.of(new RunPlan(Algorithm.ULA, 4, h)), n, InitialState.point(3, 2), KeptSteps.every(true, 0, 1), 6),
            recorder, Monitor.SILENT);

        final double[] mean = {3, 2};
        double[][] c = new double[2][2];
        for (int step = 1; step <= 4; step++) {
            final var a = new double[2][2];
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    a[i][j] = (i == j ? 1 : 0) - h[i] * p[i][j];
                }
            }
            final double u = mean[0] - 1;
            final double v = mean[1] + 1;
            mean[0] = 1 + a[0][0] * u + a[0][1] * v;
            mean[1] = -1 + a[1][0] * u + a[1][1] * v;
            final var next = new double[2][2];
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    next[i][j] = i == j ? 2 * h[i] : 0;
                    for (int k = 0; k < 2; k++) {
                        for (int l = 0; l < 2; l++) {
                            next[i][j] += a[i][k] * c[k][l] * a[j][l];
                        }
                    }
                }
            }
            c = next;
            final var moments = new Moments(2, true);
            moments.add(recorder.frames().get(step).x(), 0, n, new double[2][n]);
            for (int i = 0; i < 2; i++) {
                assertThat(moments.mean()[i]).isCloseTo(mean[i], within(6 * Math.sqrt(c[i][i] / n)));
                for (int j = 0; j < 2; j++) {
                    assertThat(moments.covariance(i, j)).isCloseTo(c[i][j],
                        within(6 * Math.sqrt((c[i][i] * c[j][j] + c[i][j] * c[i][j]) / n)));
                }
            }
        }
    }

    @Test
    void oneLongChainHasTheStationaryMoments() {
        final int steps = 2_000_000;
        final double h = 0.15;
        final var summary = Sampler.run(new SamplingPlan(new GaussianDensity(new double[]{1, 1}, COVARIANCE, List.of()),
            List.of(new RunPlan(Algorithm.ULA, steps, h)), 1, InitialState.point(0, 0),
            KeptSteps.every(false, 1000, 1), 7),
            FrameSink.NONE, Monitor.SILENT).get(0);

        // autocorrelation time of the slowest direction: (1 + a) / (1 - a) with a = 1 - h / 1.9
        final double effective = steps * (h / 1.9) / (2 - h / 1.9);
        assertThat(summary.frames()).isEqualTo(steps - 1000L);
        assertThat(summary.mean()[0]).isCloseTo(1, within(6 * Math.sqrt(1.189 / effective)));
        assertThat(summary.covariance()[0][0]).isCloseTo(1.189, within(6 * 1.189 * Math.sqrt(2 / effective)));
        assertThat(summary.covariance()[0][1]).isCloseTo(0.789, within(6 * 1.43 / Math.sqrt(effective)));
    }

    @Test
    void exactDrawsAreARunOfTheirOwnKind() {
        final var density = new GaussianDensity(new double[]{1, 1}, COVARIANCE, List.of());
        final var recorder = new Recorder(1);
        final var summary = Sampler.run(new SamplingPlan(density, List.of(new RunPlan(Algorithm.EXACT, 100_000)), 1,
            InitialState.point(0, 0), KeptSteps.every(false, 0, 1), 8), recorder, Monitor.SILENT).get(0);

        assertThat(recorder.frames()).hasSize(100_000);
        assertThat(summary.covariance()[0][1]).isCloseTo(0.9, within(6 * Math.sqrt(1.81 / 100_000)));
        double lagged = 0;
        for (int k = 1; k < 100_000; k++) {
            lagged += (recorder.frames().get(k).x()[0][0] - 1) * (recorder.frames().get(k - 1).x()[0][0] - 1) / 100_000;
        }
        assertThat(lagged).as("draws are independent").isCloseTo(0, within(6 / Math.sqrt(100_000)));
        assertThat(summary.stableFactor()).isNaN();
    }

    @Test
    void manyDimensions() {
        final int d = 200;
        final var summary = Sampler.run(new SamplingPlan(new StandardNormalDensity(d, List.of()),
            List.of(new RunPlan(Algorithm.ULA, 100, 0.2)), 2000, InitialState.standardNormal(), KeptSteps.last(false),
            9),
            FrameSink.NONE, Monitor.SILENT).get(0);

        final List<Double> variances = new ArrayList<>();
        for (int i = 0; i < d; i++) {
            assertThat(summary.covariance()[i]).hasSize(1);
            variances.add(summary.covariance()[i][0]);
        }
        // stationary variance 1 / (1 - 0.1), mean of 200 estimates with relative error sqrt(2 / 2000) each
        assertThat(variances.stream().mapToDouble(v -> v).average().orElseThrow()).isCloseTo(1 / 0.9,
            within(6 / 0.9 * Math.sqrt(2.0 / 2000 / d)));
    }
}
