// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;

class MomentsTest {

    @Test
    void agreesWithTheDefinitionWhateverTheBlocks() {
        final var random = new Random(1);
        final int[] sizes = {1, 1, 7, 4, 100, 3, 1};
        final var all = new double[3][117];
        final var full = new Moments(3, true);
        final var joined = new Moments(3, true);
        final var variances = new Moments(3, false);
        int at = 0;
        for (final int n : sizes) {
            final var block = new double[3][n + 2];
            for (int k = 0; k < n; k++) {
                for (int i = 0; i < 3; i++) {
                    block[i][k + 2] = random.nextGaussian() * (i + 1) + (i == 1 ? block[0][k + 2] : 0) + 10 * i;
                    all[i][at + k] = block[i][k + 2];
                }
            }
            at += n;
            final var scratch = new double[3][n];
            full.add(block, 2, n, scratch);
            variances.add(block, 2, n, scratch);
            final var part = new Moments(3, true);
            part.add(block, 2, n, scratch);
            joined.add(part);
        }

        assertThat(full.count()).isEqualTo(117);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(full.covariance(i, j)).isCloseTo(covariance(all[i], all[j]), within(1e-12));
                assertThat(joined.covariance(i, j)).isCloseTo(covariance(all[i], all[j]), within(1e-12));
            }
            assertThat(full.mean()[i]).isCloseTo(mean(all[i]), within(1e-13));
            assertThat(variances.covariance(i, i)).isCloseTo(covariance(all[i], all[i]), within(1e-12));
        }
    }

    @Test
    void aMeanOfABillionLeavesTheVarianceItsDigits() {
        final var moments = new Moments(1, true);
        final int n = 1_000_000;
        final var x = new double[1][1];
        for (int k = 0; k < n; k++) {
            x[0][0] = 1e9 + (k % 2 == 0 ? 1 : -1);
            moments.add(x, 0, 1, new double[1][1]);
        }

        assertThat(moments.covariance(0, 0)).isCloseTo(1.0, within(1e-5));
        assertThat(moments.mean()[0]).isCloseTo(1e9, within(1e-5));
    }

    @Test
    void tooFewValuesHaveNoMoments() {
        final var moments = new Moments(1, true);

        assertThat(moments.mean()).containsExactly(Double.NaN);
        moments.add(new double[][]{{4}}, 0, 1, new double[1][1]);
        assertThat(moments.mean()).containsExactly(4);
        assertThat(moments.covariance(0, 0)).isNaN();
    }

    private static double mean(final double[] a) {
        double sum = 0;
        for (final double value : a) {
            sum += value;
        }
        return sum / a.length;
    }

    private static double covariance(final double[] a, final double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - mean(a)) * (b[k] - mean(b));
        }
        return sum / (a.length - 1);
    }
}
