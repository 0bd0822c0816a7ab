// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.random.RandomStream;
import org.scorewalk.engine.random.RandomStreams;

class SampleDistanceTest {

    private final RandomStream m_random = new RandomStreams(1).nextRun(1)[0];

    private double[][] normals(final int dimension, final int n, final double mean, final double deviation) {
        final var x = new double[dimension][n];
        for (final var row : x) {
            m_random.fillNormal(row, n);
            for (int k = 0; k < n; k++) {
                row[k] = mean + deviation * row[k];
            }
        }
        return x;
    }

    private static SampleDistance.Test energy(final double[][] x, final double[][] y, final int permutations,
        final RandomStream random, final Monitor monitor) {
        return PermutationTests.of(x, y, permutations, random, monitor).energy();
    }

    private double sliced(final double[][] x, final double[][] y) {
        return SampleDistance.slicedWasserstein(x, y, 400, m_random, Monitor.SILENT);
    }

    @Test
    void aShiftInOneDimensionIsTheWassersteinDistance() {
        final var x = new double[][]{{3, 1, 2}};
        final var y = new double[][]{{2.5, 4.5, 3.5}};

        assertThat(sliced(x, y)).isCloseTo(1.5, within(1e-12));
        assertThat(sliced(x, x)).isZero();
    }

    @Test
    void samplesOfUnequalSizeAreComparedByTheirQuantiles() {
        // quantile functions differ by 1 on a quarter of (0, 1): at 0.25..0.5 it is 0 against 1
        assertThat(sliced(new double[][]{{0, 1}}, new double[][]{{0, 1, 1, 1}})).isCloseTo(0.5, within(1e-12));
        assertThat(sliced(new double[][]{{0, 1}}, new double[][]{{0, 0, 0, 1, 1, 1}})).isCloseTo(0, within(1e-7));
    }

    @Test
    void aShiftInManyDimensionsIsSeenWithItsProjection() {
        // the mean square of a direction's coordinate is 1/d
        final var x = normals(4, 500, 0, 1);
        final var y = new double[4][];
        for (int i = 0; i < 4; i++) {
            y[i] = x[i].clone();
        }
        for (int k = 0; k < 500; k++) {
            y[2][k] += 3;
        }

        // 400 squares of a direction's coordinate have a standard error of 5 %, the root half of that: 0.0375
        assertThat(sliced(x, y)).isCloseTo(1.5, within(0.24));
    }

    @Test
    void momentErrorsFollowTheirFormulas() {
        final var x = new double[][]{{0, 2, 0, 2}, {1, 1, 3, 3}};
        final var y = new double[][]{{1, 3, 1, 3}, {1, 1, 5, 5}};

        // variances 4/3 and 16/3, mean differences 1 and 1
        assertThat(SampleDistance.meanError(x, y, Monitor.SILENT)).isCloseTo(Math.sqrt((0.75 + 0.1875) / 2),
            within(1e-12));
        assertThat(SampleDistance.covarianceError(x, y, Monitor.SILENT)).isCloseTo(4 / Math.sqrt(16.0 / 9 + 256.0 / 9),
            within(1e-12));
    }

    @Test
    void momentErrorsAskForACancelBeforeEachPassThroughThePoints() {
        final var x = normals(5, 10, 0, 1);
        final var asked = new AtomicInteger();
        final var last = new AtomicInteger(Integer.MAX_VALUE);
        final var monitor = new Monitor() {
            @Override
            public void report(final double fraction, final Supplier<String> message) {
                // not of interest
            }

            @Override
            public void check() {
                if (asked.incrementAndGet() > last.get()) {
                    throw new CancellationException();
                }
            }
        };

        SampleDistance.meanError(x, x, monitor);
        assertThat(asked).hasValue(5);
        asked.set(0);
        SampleDistance.covarianceError(x, x, monitor);
        assertThat(asked).hasValue(2 * (5 + 5 * 6 / 2));
        asked.set(0);
        last.set(3);
        assertThatThrownBy(() -> SampleDistance.meanError(x, x, monitor)).isInstanceOf(CancellationException.class);
        asked.set(0);
        last.set(39);
        assertThatThrownBy(() -> SampleDistance.covarianceError(x, x, monitor))
            .isInstanceOf(CancellationException.class);
    }

    @Test
    void theEnergyDistanceFollowsItsFormula() {
        // 2 E|X-Y| = 2 (1 + 3 + 1 + 1)/4, E|X-X'| = 2 * 2 / 4, E|Y-Y'| = 2 * 2 / 4
        final var test = energy(new double[][]{{0, 2}}, new double[][]{{1, 3}}, 20, m_random,
            Monitor.SILENT);

        assertThat(test.distance()).isCloseTo(Math.sqrt(3 - 1 - 1), within(1e-6));
    }

    /**
     * All points equally far apart in pairs: k = exp(-d^2/(2 s^2)) with s the median of 2, 1, 3, 1, 1, 2, which is 2.
     */
    @Test
    void theDiscrepancyFollowsItsFormula() {
        final var tests = PermutationTests.of(new double[][]{{0, 2}}, new double[][]{{1, 3}}, 20, m_random,
            Monitor.SILENT);
        final var k1 = Math.exp(-1 / 8.0);
        final var k2 = Math.exp(-4 / 8.0);
        final var k3 = Math.exp(-9 / 8.0);

        assertThat(tests.bandwidth()).isEqualTo(2);
        assertThat(tests.discrepancy().distance()).isCloseTo(k2 + k2 - (k1 + k3 + k1 + k1) / 2, within(1e-6));
    }

    /** For normals of unit variance, shifted by m, E k = 1 / sqrt(1 + 2/s^2) exp(-m^2 / (2 (s^2 + 2))). */
    @Test
    void theDiscrepancyOfShiftedNormalsIsTheExactOne() {
        final double shift = 1.5;
        double sum = 0;
        double expected = 0;
        for (int repeat = 0; repeat < 30; repeat++) {
            final var tests = PermutationTests.of(normals(1, 300, 0, 1), normals(1, 300, shift, 1), 0, m_random,
                Monitor.SILENT);
            final var s2 = tests.bandwidth() * tests.bandwidth();
            sum += tests.discrepancy().distance() / 30;
            expected += 2 * (1 - Math.exp(-shift * shift / (2 * (s2 + 2)))) / Math.sqrt(1 + 2 / s2) / 30;
        }
        // each has a standard deviation of about 0.02, their mean 0.0037
        assertThat(sum).isCloseTo(expected, within(0.025));
    }

    @Test
    void theDiscrepancyOfEqualDistributionsIsZeroOnTheMeanAndItsTestKeepsItsLevel() {
        int rejected = 0;
        double sum = 0;
        for (int repeat = 0; repeat < 200; repeat++) {
            final var test = PermutationTests.of(normals(2, 40, 0, 1), normals(2, 30, 0, 1), 99, m_random,
                Monitor.SILENT).discrepancy();
            rejected += test.pValue() <= 0.1 ? 1 : 0;
            sum += test.distance() / 200;
        }
        // binomial(200, 0.1): outside with probability 2e-8; the biased estimate would have the mean 0.03
        assertThat(rejected).isBetween(2, 48);
        assertThat(sum).isCloseTo(0, within(0.01));
        final var differing = PermutationTests.of(normals(2, 200, 0, 1), normals(2, 200, 0, 2), 199, m_random,
            Monitor.SILENT).discrepancy();
        assertThat(differing.pValue()).isLessThanOrEqualTo(0.01);
    }

    @Test
    void samplesOfASinglePointAreNoDistanceApart() {
        final var same = new double[][]{new double[30]};
        final var tests = PermutationTests.of(same, same, 9, m_random, Monitor.SILENT);

        assertThat(tests.energy()).isEqualTo(new SampleDistance.Test(0, 1));
        assertThat(tests.discrepancy()).isEqualTo(new SampleDistance.Test(0, 1));
    }

    @Test
    void theEnergyTestKeepsItsLevelAndFindsDifferences() {
        int rejected = 0;
        for (int repeat = 0; repeat < 200; repeat++) {
            rejected += energy(normals(2, 40, 0, 1), normals(2, 30, 0, 1), 99, m_random,
                Monitor.SILENT).pValue() <= 0.1 ? 1 : 0;
        }
        // binomial(200, 0.1): outside with probability 2e-8
        assertThat(rejected).isBetween(2, 48);
        assertThat(energy(normals(2, 80, 0, 1), normals(2, 80, 0.9, 1), 199, m_random, Monitor.SILENT)
            .pValue()).isLessThanOrEqualTo(0.01);
        assertThat(energy(normals(2, 200, 0, 1), normals(2, 200, 0, 2), 199, m_random, Monitor.SILENT)
            .pValue()).isLessThanOrEqualTo(0.01);
    }

    @Test
    void theKolmogorovSmirnovTestKeepsItsLevelAndFindsDifferences() {
        final var exact = SampleDistance.kolmogorovSmirnov(new double[]{1, 2, 3, 4}, new double[]{3, 4, 5, 6, 7}, 4, 5);
        assertThat(exact.distance()).isCloseTo(0.6, within(1e-12));
        int rejected = 0;
        for (int repeat = 0; repeat < 400; repeat++) {
            rejected += SampleDistance.kolmogorovSmirnov(normals(1, 200, 0, 1)[0], normals(1, 150, 0, 1)[0], 200, 150)
                .pValue() <= 0.05 ? 1 : 0;
        }
        // binomial(400, 0.05): outside with probability 4e-8
        assertThat(rejected).isBetween(2, 48);
        assertThat(SampleDistance.kolmogorovSmirnov(normals(1, 500, 0, 1)[0], normals(1, 500, 0.9, 1)[0], 500, 500)
            .pValue()).isLessThan(1e-3);
    }

    @Test
    void kolmogorovsTailHasItsPublishedCriticalValues() {
        assertThat(Statistics.kolmogorovTail(1.3581)).isCloseTo(0.05, within(1e-4));
        assertThat(Statistics.kolmogorovTail(1.6276)).isCloseTo(0.01, within(1e-4));
    }

    @Test
    void normalQuantilesAreExactInTheTails() {
        assertThat(Statistics.normalQuantile(0.975)).isCloseTo(1.959963984540054, within(1e-12));
        assertThat(Statistics.normalQuantile(1e-7)).isCloseTo(-5.199337582192816, within(1e-9));
    }
}
