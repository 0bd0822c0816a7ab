// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.random.RandomStreams;

class TwoMoonsDensityTest {

    private static TwoMoonsDensity moons(final double radius, final double noise) {
        return new TwoMoonsDensity(radius, noise, List.of());
    }

    /** The integrals of p, p x, p y, p x^2, p x y, p y^2 and of p where y > 0.25 R, by the midpoint rule. */
    private static double[] integrals(final Density density, final double radius, final double reach) {
        final int side = 1200;
        final double h = 2 * reach / side;
        final var x = new double[2][side];
        final var log = new double[side];
        final var sums = new double[7];
        for (int j = 0; j < side; j++) {
            for (int i = 0; i < side; i++) {
                x[0][i] = radius / 2 - reach + (i + 0.5) * h;
                x[1][i] = radius / 4 - reach + (j + 0.5) * h;
            }
            density.logDensity(x, side, log);
            for (int i = 0; i < side; i++) {
                final double u = x[0][i];
                final double v = x[1][i];
                final double p = Math.exp(log[i]) * h * h;
                final double[] terms = {1, u, v, u * u, u * v, v * v, v > radius / 4 ? 1 : 0};
                for (int t = 0; t < terms.length; t++) {
                    sums[t] += p * terms[t];
                }
            }
        }
        return sums;
    }

    @ParameterizedTest
    @CsvSource({"1, 0.1, 3", "2, 0.6, 8", "0.5, 1, 9"})
    void theLogDensityIsNormalisedAndExactDrawsHaveItsMoments(final double radius, final double noise,
        final double reach) {
        final var density = moons(radius, noise);
        final var exact = integrals(density, radius, reach);
        final int n = 200_000;
        final var x = new double[2][n];
        density.exactDraws().orElseThrow().draw(x, n, new RandomStreams(21).nextRun(1)[0]);

        assertThat(exact[0]).isCloseTo(1, within(2e-4)); // the rule meets the cusps at the centres
        final double[][] terms = {x[0], x[1], product(x[0], x[0]), product(x[0], x[1]), product(x[1], x[1]),
            Arrays.stream(x[1]).map(y -> y > radius / 4 ? 1 : 0).toArray()};
        for (int t = 0; t < terms.length; t++) {
            final double mean = Arrays.stream(terms[t]).average().orElseThrow();
            final double square = Arrays.stream(terms[t]).map(v -> v * v).average().orElseThrow();
            assertThat(mean).as("term %d", t).isCloseTo(exact[t + 1],
                within(6 * Math.sqrt((square - mean * mean) / n) + 2e-4 * Math.sqrt(square)));
        }
    }

    private static double[] product(final double[] a, final double[] b) {
        final var product = new double[a.length];
        Arrays.setAll(product, i -> a[i] * b[i]);
        return product;
    }

    @Test
    void theyLieWhereThoseOfScikitLearnLie() {
        // make_moons: (cos t, sin t) and (1 - cos t, 1/2 - sin t) for t from 0 to pi, so the means of x and y are
        // 1/2 and 1/4, the variances within and between moons are 1/2 + 1/4 of x and 1/2 - (2/pi)^2 + (2/pi - 1/4)^2 of
        // y, each plus the noise's
        final int n = 200_000;
        final var x = new double[2][n];
        moons(1, 0.05).exactDraws().orElseThrow().draw(x, n, new RandomStreams(22).nextRun(1)[0]);
        final double meanX = Arrays.stream(x[0]).average().orElseThrow();
        final double meanY = Arrays.stream(x[1]).average().orElseThrow();
        final double varianceX = Arrays.stream(x[0]).map(v -> (v - meanX) * (v - meanX)).average().orElseThrow();
        final double varianceY = Arrays.stream(x[1]).map(v -> (v - meanY) * (v - meanY)).average().orElseThrow();

        // standard errors: 0.0019, 0.0011, and less than 0.0017 for the variances
        assertThat(meanX).isCloseTo(0.5, within(0.012));
        assertThat(meanY).isCloseTo(0.25, within(0.008));
        assertThat(varianceX).isCloseTo(0.75 + 0.0025, within(0.01));
        assertThat(varianceY).isCloseTo(0.5 - 1 / Math.PI + 0.0625 + 0.0025, within(0.01));
    }

    @Test
    void farOutAndAtTheCentresNothingBreaks() {
        final var density = moons(1, 0.01);

        for (final double far : new double[]{1e3, 1e8, 1e100}) {
            for (final double sign : new double[]{-1, 1}) {
                assertThat(density.score(sign * far, 0.2)[0] * -sign).isCloseTo(far * 1e4, within(far * 20));
                assertThat(density.score(0.2, sign * far)[1] * -sign).isCloseTo(far * 1e4, within(far * 20));
                assertThat(density.logDensity(sign * far, far)).isNegative().isFinite();
            }
        }
        assertThat(density.score(0, 0)).doesNotContain(Double.NaN);
        assertThat(density.score(1, 0.5)).doesNotContain(Double.NaN);
        // the moons change places when the plane is turned by half about (1/2, 1/4)
        assertThat(density.logDensity(0.9, 0.3)).isCloseTo(density.logDensity(0.1, 0.2), within(1e-9));
    }

    @Test
    void logDensityAndScoreAtOnceAreThoseOneByOne() {
        final var density = moons(1, 0.2);
        final var x = new double[2][50];
        density.exactDraws().orElseThrow().draw(x, 50, new RandomStreams(23).nextRun(1)[0]);
        final var log = new double[50];
        final var score = new double[2][50];

        density.blockEvaluation(50).evaluate(x, 50, log, score);

        for (int k = 0; k < 50; k++) {
            assertThat(density.logDensity(x[0][k], x[1][k])).isEqualTo(log[k]);
            assertThat(density.score(x[0][k], x[1][k])).containsExactly(score[0][k], score[1][k]);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesNumbersThatAreNotPositive(final double bad) {
        assertThatThrownBy(() -> moons(bad, 1)).isInstanceOf(InputException.class)
            .hasMessageContaining("'Radius of the moons'");
        assertThatThrownBy(() -> moons(1, bad)).isInstanceOf(InputException.class)
            .hasMessageContaining("'Noise of the moons'");
        assertThatThrownBy(() -> moons(1, 1e-9)).isInstanceOf(InputException.class).hasMessageContaining("million");
    }
}
