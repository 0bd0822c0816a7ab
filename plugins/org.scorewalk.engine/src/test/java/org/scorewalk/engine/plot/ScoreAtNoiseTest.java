// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.density.BlockNoiseScore;
import org.scorewalk.engine.density.NoiseConditionalScore;
import org.scorewalk.engine.density.NoiseLevels;

class ScoreAtNoiseTest {

    private static final double[] CENTRE = {3, -2, 100};

    private static final double[] SCALE = {2, 0.5, 10};

    /** Independent normal coordinates, of which everything is known. */
    private record Normal(int dimension) implements NoiseConditionalScore {

        @Override
        public NoiseLevels levels() {
            return new NoiseLevels(4, 0.04, 7);
        }

        @Override
        public double[] centre() {
            return Arrays.copyOf(CENTRE, dimension);
        }

        @Override
        public double[] scale() {
            return Arrays.copyOf(SCALE, dimension);
        }

        @Override
        public BlockNoiseScore noiseScore() {
            return (x, n, sigma, out) -> {
                for (int i = 0; i < x.length; i++) {
                    for (int k = 0; k < n; k++) {
                        out[i][k] = (CENTRE[i] - x[i][k]) / (SCALE[i] * SCALE[i] * (1 + sigma * sigma));
                    }
                }
            };
        }

        double[][] rows(final int count) {
            final Random random = new Random(7);
            final double[][] rows = new double[dimension][count];
            for (int k = 0; k < count; k++) {
                for (int i = 0; i < dimension; i++) {
                    rows[i][k] = CENTRE[i] + SCALE[i] * random.nextGaussian();
                }
            }
            return rows;
        }
    }

    @Test
    void theExactScoreLeadsToTheExpectationOfTheRow() {
        final var normal = new Normal(3);
        final double[][] rows = normal.rows(1000);
        final var at = new ScoreAtNoise(normal, 10, rows);

        for (int index = 0; index < ScoreAtNoise.LEVELS; index++) {
            final double sigma = at.sigma(index);
            final var level = at.level(index);
            assertThat(level.field()).isNull();
            double squares = 0;
            final int n = level.noisy()[0].length;
            for (int i = 0; i < 3; i++) {
                for (int k = 0; k < n; k++) {
                    // of a normal z and x = z + noise, E[z | x] = centre + (x - centre) / (1 + sigma^2)
                    final double x = level.noisy()[i][k];
                    assertThat(level.denoised()[i][k]).isCloseTo(CENTRE[i] + (x - CENTRE[i]) / (1 + sigma * sigma),
                        within(1e-9));
                    final double noise = (x - rows[i][k * 1000 / n]) / (sigma * SCALE[i]);
                    squares += noise * noise;
                }
            }
            // squares of standard normal numbers, four standard errors
            assertThat(squares / (3 * n)).isCloseTo(1, within(4 * Math.sqrt(2.0 / (3 * n))));
        }
    }

    @Test
    void fieldsAreScoresOverTheRowsAndAMargin() {
        final var normal = new Normal(2);
        final double[][] rows = normal.rows(200);
        final var at = new ScoreAtNoise(normal, 10, rows);
        final double[] v = at.viewport();
        final double least = Arrays.stream(rows[1]).min().orElseThrow();
        final double greatest = Arrays.stream(rows[1]).max().orElseThrow();
        assertThat(v).hasSize(4);
        assertThat(v[2]).isCloseTo(least - 0.15 * (greatest - least), within(1e-12));

        final double[][] field = at.level(6).field();

        final int side = ScoreAtNoise.SIDE;
        final double x = v[0] + 3.5 / side * (v[1] - v[0]);
        final double y = v[2] + 5.5 / side * (v[3] - v[2]);
        final double variance = 1 + at.sigma(6) * at.sigma(6);
        assertThat(field[0]).hasSize(side * side);
        assertThat(field[0][5 * side + 3]).isCloseTo((3 - x) / (4 * variance), within(1e-12));
        assertThat(field[1][5 * side + 3]).isCloseTo((-2 - y) / (0.25 * variance), within(1e-12));
    }

    @Test
    void oneCoordinateHasAProfile() {
        final var at = new ScoreAtNoise(new Normal(1), 10, new double[][]{{1, 1, 1}});

        // equal rows: the scale is the margin
        assertThat(at.viewport()).containsExactly(-1, 3);
        assertThat(at.level(0).field()[0]).hasSize(ScoreAtNoise.PROFILE);
        assertThat(at.level(0).noisy()[0]).hasSize(3);
        assertThat(at.sigma(0)).isEqualTo(4);
        assertThat(at.sigma(ScoreAtNoise.LEVELS - 1)).isCloseTo(0.04, within(1e-12));
    }

    @Test
    void expensiveScoresShowFewerRowsAndLevels() {
        final var normal = new Normal(2);
        final double[][] rows = normal.rows(1000);

        assertThat(new ScoreAtNoise(normal, 20_000, rows).affordable()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
            10, 11, 12);
        final var large = new ScoreAtNoise(normal, 300_000, rows);
        assertThat(large.affordable()).startsWith(0).endsWith(12).hasSizeBetween(2, 6);
        assertThat(large.level(0).noisy()[0]).hasSizeBetween(100, 140);
        final var immense = new ScoreAtNoise(normal, 8_000_000, rows);
        assertThat(immense.affordable()).containsExactly(12);
        assertThat(immense.level(0).noisy()[0]).hasSize(20);
    }
}
