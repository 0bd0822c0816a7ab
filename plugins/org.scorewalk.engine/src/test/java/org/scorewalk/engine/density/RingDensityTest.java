// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.random.RandomStreams;

class RingDensityTest {

    @Test
    void scoreByHand() {
        // r = 2 at (3, 0): -(2 / 0.033) (1 - 1/2) (3 / 2.25, 0)
        final var ring = new RingDensity(1.5, 1.5, 0, 0, 0.033);

        assertThat(ring.score(3, 0)[0]).isCloseTo(-2 / 0.033 * 0.5 * 3 / 2.25, within(1e-10));
        assertThat(ring.score(3, 0)[1]).isZero();
        assertThat(ring.logDensity(3, 0)).isCloseTo(-1 / 0.033, within(1e-12));
    }

    @Test
    void theCentreIsHarmless() {
        final var ring = new RingDensity(1, 2.5, 1, 1, 0.033);

        assertThat(ring.score(1, 1)).containsExactly(0, 0);
        assertThat(ring.score(1 + 1e-9, 1)[0]).isCloseTo(2 / 0.033, within(1e-5));
        assertThat(ring.logDensity(1, 1)).isCloseTo(-1 / 0.033, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.033, 1, 10})
    void exactDrawsHaveTheMomentsOfTheRadius(final double width) {
        // density of r proportional to r exp(-(r - 1)^2 / w), r > 0; moments by the trapezoidal rule
        final int n = 400_000;
        final var x = new double[2][n];
        new RingDensity(1, 2.5, -1, 4, width).exactDraws().orElseThrow()
            .draw(x, n, new RandomStreams(11).nextRun(1)[0]);
        final var moments = new double[4];
        for (double r = 0; r < 30; r += 1e-4) {
            final double p = r * Math.exp(-(r - 1) * (r - 1) / width);
            for (int m = 0; m < 4; m++) {
                moments[m] += p * Math.pow(r, m);
            }
        }

        double first = 0;
        double second = 0;
        double cosine = 0;
        for (int k = 0; k < n; k++) {
            final double u = x[0][k] + 1;
            final double v = (x[1][k] - 4) / 2.5;
            final double r = Math.hypot(u, v);
            first += r / n;
            second += r * r / n;
            cosine += (u * u - v * v) / (r * r) / n; // mean of cos(2 angle)
        }

        final double mean = moments[1] / moments[0];
        final double square = moments[2] / moments[0];
        final double deviation = Math.sqrt(square - mean * mean);
        // six standard errors; that of a deviation is about deviation / sqrt(2 n)
        assertThat(first).isCloseTo(mean, within(6 * deviation / Math.sqrt(n)));
        assertThat(Math.sqrt(second - first * first)).isCloseTo(deviation, within(0.008 * deviation));
        assertThat(cosine).isCloseTo(0, within(6 * Math.sqrt(0.5 / n)));
    }

    @Test
    void referenceValuesOfTheDefaultRing() {
        final int n = 400_000;
        final var x = new double[2][n];
        new RingDensity(1.5, 1.5, 0, 0, RingDensity.DEFAULT_WIDTH).exactDraws().orElseThrow().draw(x, n,
            new RandomStreams(12).nextRun(1)[0]);

        double sum = 0;
        double squares = 0;
        for (int k = 0; k < n; k++) {
            final double r = Math.hypot(x[0][k], x[1][k]) / 1.5;
            sum += r;
            squares += r * r;
        }

        // six standard errors: 0.1274 / sqrt(n) and 0.1274 / sqrt(2 n), and the rounding of the references
        assertThat(sum / n).isCloseTo(1.0165, within(0.0013));
        assertThat(Math.sqrt(squares / n - sum / n * sum / n)).isCloseTo(0.1274, within(0.001));
    }

    @Test
    void stableBoundIsTheSmallerOfBothAxes() {
        final var ring = new RingDensity(1, 2.5, 0, 0, 0.033);

        assertThat(ring.stableFactor(new double[]{0.01, 0.01}).orElseThrow()).isCloseTo(3.3, within(1e-12));
        assertThat(ring.stableFactor(new double[]{0.01, 0.1}).orElseThrow())
            .isCloseTo(0.033 * 6.25 / 0.1, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e-200})
    void refusesRadiiAndWidthsThatAreNotPositive(final double bad) {
        assertThatThrownBy(() -> new RingDensity(bad, 1, 0, 0, 1)).isInstanceOf(InputException.class)
            .hasMessageContaining("Radius x");
        assertThatThrownBy(() -> new RingDensity(1, bad, 0, 0, 1)).isInstanceOf(InputException.class)
            .hasMessageContaining("Radius y");
        assertThatThrownBy(() -> new RingDensity(1, 1, 0, 0, bad)).isInstanceOf(InputException.class)
            .hasMessageContaining("Width");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
    void refusesCentresThatAreNotFinite(final double bad) {
        assertThatThrownBy(() -> new RingDensity(1, 1, bad, 0, 1)).isInstanceOf(InputException.class)
            .hasMessageContaining("Centre x");
        assertThatThrownBy(() -> new RingDensity(1, 1, 0, bad, 1)).isInstanceOf(InputException.class)
            .hasMessageContaining("Centre y");
    }
}
