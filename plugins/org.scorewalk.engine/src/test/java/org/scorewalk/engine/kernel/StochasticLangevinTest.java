// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.density.DataTerm;
import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.engine.expression.ExpressionModel;
import org.scorewalk.engine.expression.Parameter;
import org.scorewalk.engine.random.RandomStreams;

/**
 * A normal mean with known variance and a normal prior, whose posterior is N(m, 1/A). With batches of b of N rows the
 * estimate's noise has, without replacement, the variance V = N^2 / b (1 - b/N) s^2 / sigma^4, whatever the parameter
 * is, so the chain's long-run variance is exactly (2 + h V) / (A (2 - h A)).
 */
class StochasticLangevinTest {

    private static final int ROWS = 200;

    private static final double PRIOR_VARIANCE = 4;

    private static final double VARIANCE = 9;

    private static final double[] Y = data();

    private static final double PRECISION = 1 / PRIOR_VARIANCE + ROWS / VARIANCE;

    private static final double MEAN = Arrays.stream(Y).sum() / VARIANCE / PRECISION;

    private static double[] data() {
        final var y = new RandomStreams(5).nextRun(1)[0].normals(ROWS);
        return Arrays.stream(y).map(z -> 1.5 + 3 * z).toArray();
    }

    private static final DataTerm DATA = new DataTerm() {
        @Override
        public int rows() {
            return ROWS;
        }

        @Override
        public Estimator estimator(final int capacity) {
            return (x, n, batch, choice, out) -> {
                final var rows = new int[batch];
                for (int k = 0; k < n; k++) {
                    choice.choose(rows);
                    double sum = 0;
                    for (final int row : rows) {
                        sum += (Y[row] - x[0][k]) / VARIANCE;
                    }
                    out[0][k] = -x[0][k] / PRIOR_VARIANCE + sum * ROWS / batch;
                }
            };
        }
    };

    private static double noise(final int batch) {
        final var mean = Arrays.stream(Y).average().orElseThrow();
        final var variance = Arrays.stream(Y).map(y -> (y - mean) * (y - mean)).sum() / (ROWS - 1);
        return ROWS * (double)ROWS / batch * (1 - batch / (double)ROWS) * variance / VARIANCE / VARIANCE;
    }

    private static ParticleBlock block(final int n, final long seed) {
        final var block = new ParticleBlock(0, n, 1, new RandomStreams(seed).nextRun(1)[0]);
        Arrays.fill(block.x()[0], MEAN);
        return block;
    }

    /** Mean and variance over particles and steps. */
    private static double[] moments(final StochasticLangevin kernel, final ParticleBlock block, final int burnIn,
        final int steps) {
        kernel.init(block);
        for (int t = 0; t < burnIn; t++) {
            kernel.step(block);
        }
        double sum = 0;
        double squares = 0;
        for (int t = 0; t < steps; t++) {
            kernel.step(block);
            for (final double x : block.x()[0]) {
                sum += (x - MEAN) / block.size() / steps;
                squares += (x - MEAN) * (x - MEAN) / block.size() / steps;
            }
        }
        return new double[]{sum, squares - sum * sum};
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 200, 1000})
    void theMeanIsExactAndTheVarianceTooLargeByTheBatchesNoise(final int batch) {
        final double h = 0.01;
        final var kernel = new StochasticLangevin(DATA, new double[]{h}, 200,
            KernelSettings.DEFAULT.withBatchSize(batch));
        final var moments = moments(kernel, block(200, 1), 100, 2000);
        final var expected = (2 + h * noise(Math.min(batch, ROWS))) / (PRECISION * (2 - h * PRECISION));

        // 400,000 draws, each forgotten after about 1 / (h A) = 4.5 steps: 50,000 independent ones or more
        assertThat(moments[0]).isCloseTo(0, within(6 * Math.sqrt(expected / 50_000)));
        assertThat(moments[1]).isCloseTo(expected, withinPercentage(6 * 100 * Math.sqrt(2 / 50_000.0)));
        if (batch < 100) {
            // the known direction of the bias: wider than the posterior, and than with all rows
            assertThat(moments[1]).isGreaterThan(1.1 / PRECISION * 2 / (2 - h * PRECISION));
        }
    }

    @Test
    void anExpressionWithADataTermGivesTheSame() {
        final var density = new ExpressionDensity(new ExpressionModel("normal(m | 0, 2)", "normal($y$ | m, 3)",
            List.of(Parameter.real("m")), Map.of(), List.of("y"), List.of(Y)));
        final var settings = KernelSettings.DEFAULT.withBatchSize(10);
        final var typed = block(50, 6);
        final var written = block(50, 6);
        final var kernel = new StochasticLangevin(density.dataTerm().orElseThrow(), new double[]{0.01}, 50, settings);
        final var other = new StochasticLangevin(DATA, new double[]{0.01}, 50, settings);
        kernel.init(typed);
        other.init(written);
        for (int t = 0; t < 100; t++) {
            kernel.step(typed);
            other.step(written);
        }

        for (int k = 0; k < 50; k++) {
            assertThat(typed.x()[0][k]).isCloseTo(written.x()[0][k], within(1e-9));
        }
    }

    @Test
    void aFallingStepTakesTheBiasAway() {
        final int total = 3000;
        final var settings = KernelSettings.DEFAULT.withBatchSize(10);
        final var constant = moments(new StochasticLangevin(DATA, new double[]{0.02}, 200, settings), block(200, 2),
            total - 300, 300);
        final var polynomial = moments(new StochasticLangevin(DATA, new double[]{0.02}, 200,
            settings.withSchedule(StepSchedule.POLYNOMIAL, total)), block(200, 2), total - 300, 300);
        final var cosine = moments(new StochasticLangevin(DATA, new double[]{0.02}, 200,
            settings.withSchedule(StepSchedule.COSINE, total)), block(200, 2), total - 300, 300);

        assertThat(constant[1]).isGreaterThan(3 / PRECISION);
        assertThat(polynomial[1]).isLessThan(0.65 * constant[1]);
        // in the last tenth of a cosine the step is at most 3.4 % of the first one
        // what is left of the bias is 10 to 20 %; chains that slow give the variance with a standard error of 7 %
        assertThat(cosine[1]).isBetween(0.65 / PRECISION, 1.7 / PRECISION);
    }

    @Test
    void everyRowIsChosenAsOftenAndNoneTwiceInABatch() {
        final var counts = new int[ROWS];
        final DataTerm counting = new DataTerm() {
            @Override
            public int rows() {
                return ROWS;
            }

            @Override
            public Estimator estimator(final int capacity) {
                return (x, n, batch, choice, out) -> {
                    final var rows = new int[batch];
                    for (int k = 0; k < n; k++) {
                        choice.choose(rows);
                        assertThat(Arrays.stream(rows).distinct().count()).isEqualTo(batch);
                        Arrays.stream(rows).forEach(row -> counts[row]++);
                    }
                };
            }
        };
        final var block = block(50, 3);
        final var kernel = new StochasticLangevin(counting, new double[]{0.01}, 50,
            KernelSettings.DEFAULT.withBatchSize(20));
        kernel.init(block);
        for (int t = 0; t < 100; t++) {
            kernel.step(block);
        }
        // 5000 batches of a tenth of the rows: 500 with deviation sqrt(450)
        final var chiSquare = Arrays.stream(counts).mapToDouble(c -> (c - 500.0) * (c - 500) / 450).sum();
        // 199 degrees of freedom: 320.6 is exceeded with probability 1e-7
        assertThat(chiSquare).isLessThan(320.6);
    }

    @Test
    void blocksDoNotMix() {
        final var settings = KernelSettings.DEFAULT.withBatchSize(7);
        final var alone = block(20, 4);
        final var kernel = new StochasticLangevin(DATA, new double[]{0.01}, 20, settings);
        kernel.init(alone);
        for (int t = 0; t < 30; t++) {
            kernel.step(alone);
        }
        final var shared = new StochasticLangevin(DATA, new double[]{0.01}, 20, settings);
        final var first = block(20, 4);
        final var second = block(20, 5);
        shared.init(first);
        shared.init(second);
        for (int t = 0; t < 30; t++) {
            shared.step(second);
            shared.step(first);
        }

        assertThat(first.x()).isDeepEqualTo(alone.x());
        assertThat(second.x()[0]).isNotEqualTo(alone.x()[0]);
    }
}
