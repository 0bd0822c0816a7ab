// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.random.RandomStreams;

class GaussianDensityTest {

    private static final double[][] COVARIANCE = {{2, 0.3, -0.5}, {0.3, 1, 0.2}, {-0.5, 0.2, 3}};

    @Test
    void scoreByHand() {
        final var gaussian =
            new GaussianDensity(new double[]{1, 1}, new double[][]{{1, 0.9}, {0.9, 1}}, List.of());

        // P (m - x) with P = [[1, -0.9], [-0.9, 1]] / 0.19 and m - x = (1, 0)
        assertThat(gaussian.score(0, 1)[0]).isCloseTo(1 / 0.19, within(1e-12));
        assertThat(gaussian.score(0, 1)[1]).isCloseTo(-0.9 / 0.19, within(1e-12));
        assertThat(gaussian.logDensity(0, 1)).isCloseTo(-0.5 / 0.19, within(1e-12));
    }

    @Test
    void exactDrawsHaveMeanAndCovarianceWithinSixStandardErrors() {
        final int n = 100_000;
        final var mean = new double[]{1, -2, 1000};
        final var x = new double[3][n];
        new GaussianDensity(mean, COVARIANCE, List.of()).exactDraws().orElseThrow().draw(x, n,
            new RandomStreams(1).nextRun(1)[0]);

        for (int i = 0; i < 3; i++) {
            final double mi = Arrays.stream(x[i]).average().orElseThrow();
            assertThat(mi).isCloseTo(mean[i], within(6 * Math.sqrt(COVARIANCE[i][i] / n)));
            for (int j = 0; j < 3; j++) {
                final double mj = Arrays.stream(x[j]).average().orElseThrow();
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += (x[i][k] - mi) * (x[j][k] - mj);
                }
                final double error =
                    Math.sqrt((COVARIANCE[i][i] * COVARIANCE[j][j] + COVARIANCE[i][j] * COVARIANCE[i][j]) / n);
                assertThat(sum / (n - 1)).isCloseTo(COVARIANCE[i][j], within(6 * error));
            }
        }
    }

    @Test
    void aLargeMeanCostsNoDigits() {
        final var near = new GaussianDensity(new double[]{0, 0}, new double[][]{{1, 0.9}, {0.9, 1}}, List.of());
        final var far = new GaussianDensity(new double[]{1L << 40, 1L << 40}, new double[][]{{1, 0.9}, {0.9, 1}},
            List.of());

        assertThat(far.score((1L << 40) + 0.5, (1L << 40) - 0.25)).containsExactly(near.score(0.5, -0.25));
    }

    @Test
    void stableFactorIsTwoOverTheLargestPrecision() {
        final var gaussian =
            new GaussianDensity(new double[]{1, 1}, new double[][]{{1, 0.9}, {0.9, 1}}, List.of());

        assertThat(gaussian.stableFactor(new double[]{0.15, 0.15}).orElseThrow()).isCloseTo(0.2 / 0.15, within(1e-9));
        assertThat(gaussian.stableFactor(new double[]{0.3, 0.3}).orElseThrow()).isLessThan(1);
        assertThat(new StandardNormalDensity(3, List.of()).stableFactor(new double[]{1, 0.5, 0.1}).orElseThrow())
            .isEqualTo(2);
    }

    @Test
    void refusesMeansAndMatricesThatDoNotFit() {
        assertThatThrownBy(() -> new GaussianDensity(new double[]{1}, COVARIANCE, List.of()))
            .isInstanceOf(InputException.class).hasMessageContaining("3 rows").hasMessageContaining("1 entry.");
        assertThatThrownBy(() -> new GaussianDensity(new double[]{1, Double.NaN, 0}, COVARIANCE, List.of()))
            .isInstanceOf(InputException.class).hasMessageContaining("Entry 2");
        assertThatThrownBy(() -> new GaussianDensity(new double[0], new double[0][], List.of()))
            .isInstanceOf(InputException.class).hasMessageContaining("0 entries");
        assertThatThrownBy(() -> new GaussianDensity(new double[401], new double[401][401], List.of()))
            .isInstanceOf(InputException.class).hasMessageContaining("400");
    }

    @Test
    void theDocumentDoesNotShareMemory() {
        final var mean = new double[]{1, 1};
        final var gaussian = new GaussianDensity(mean, new double[][]{{1, 0}, {0, 1}}, List.of());

        mean[0] = 77;
        gaussian.document().array("mean", 2)[1] = 77;

        assertThat(gaussian.document().array("mean", 2)).containsExactly(1, 1);
        assertThat(gaussian.score(1, 1)).containsExactly(0, 0);
    }
}
