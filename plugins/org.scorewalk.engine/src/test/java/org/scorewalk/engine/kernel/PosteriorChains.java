// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.diagnostics.Convergence;
import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.engine.expression.ExpressionModel;
import org.scorewalk.engine.expression.Parameter;
import org.scorewalk.engine.random.RandomStreams;
import org.scorewalk.engine.transform.Interval;

/** NUTS on posteriors that are typed as expressions, and moments of the chains against references. */
public final class PosteriorChains {

    /** How many chains there are. */
    public static final int CHAINS = 4;

    private PosteriorChains() {
    }

    /** A single parameter above 0, such as a scale. */
    public static Parameter positive(final String name) {
        return new Parameter(name, 0, new Interval(0, Double.POSITIVE_INFINITY));
    }

    /** Draws as {@code double[dimension][chains][draws]}, in the parameters' own ranges; starts are normals. */
    public static double[][][] nuts(final ExpressionModel model, final long seed, final double startDeviation,
        final int warmup, final int draws) {
        final var density = new ExpressionDensity(model);
        final var d = density.dimension();
        final var block = new ParticleBlock(0, CHAINS, d, new RandomStreams(seed).nextRun(1)[0]);
        for (final var row : block.x()) {
            block.random().fillNormal(row, CHAINS);
            for (int c = 0; c < CHAINS; c++) {
                row[c] *= startDeviation;
            }
        }
        final var steps = new double[d];
        Arrays.fill(steps, 0.1);
        final var kernel = new NoUTurnKernel(density, steps, CHAINS, KernelSettings.DEFAULT.withWarmup(warmup),
            Monitor.SILENT);
        kernel.init(block);
        for (int t = 0; t < warmup; t++) {
            kernel.step(block);
        }
        final var ranges = density.ranges();
        final var result = new double[d][CHAINS][draws];
        for (int t = 0; t < draws; t++) {
            kernel.step(block);
            for (int i = 0; i < d; i++) {
                for (int c = 0; c < CHAINS; c++) {
                    final var z = block.x()[i][c];
                    result[i][c][t] = ranges.isEmpty() ? z : ranges.get(i).toRange(z);
                }
            }
        }
        assertThat(ChainState.of(block).divergences()).isLessThan(CHAINS * draws / 200);
        return result;
    }

    /** The mean of all draws. */
    public static double mean(final double[][] chains) {
        return Arrays.stream(chains).flatMapToDouble(Arrays::stream).average().orElseThrow();
    }

    /** The standard deviation of all draws. */
    public static double deviation(final double[][] chains) {
        final var mean = mean(chains);
        return Math.sqrt(Arrays.stream(chains).flatMapToDouble(Arrays::stream).map(x -> (x - mean) * (x - mean))
            .average().orElseThrow());
    }

    /** Chains against an exact mean and standard deviation. */
    public static void check(final String name, final double[][] chains, final double mean, final double deviation) {
        check(name, chains, mean, 0, deviation, 0);
    }

    /** Chains against a mean and a standard deviation with standard errors; six of theirs and ours are tolerated. */
    public static void check(final String name, final double[][] chains, final double mean, final double meanError,
        final double deviation, final double deviationError) {
        assertThat(Convergence.rHat(chains)).as("R-hat of %s", name).isLessThan(1.01);
        assertThat(Convergence.bulkSize(chains)).as("effective size of %s", name).isGreaterThan(1000);
        assertThat(Convergence.meanError(chains)).isLessThan(0.04 * deviation(chains));
        assertThat(mean(chains)).as("mean of %s", name).isCloseTo(mean,
            within(6 * Math.hypot(Convergence.meanError(chains), meanError)));
        assertThat(deviation(chains)).as("standard deviation of %s", name).isCloseTo(deviation,
            within(6 * Math.hypot(Convergence.deviationError(chains), deviationError)));
    }

    /**
     * A line fitted by least squares.
     *
     * @param slope its slope
     * @param meanX the mean of x
     * @param meanY the mean of y
     * @param spread the sum of the squared distances of x from its mean
     * @param rest the sum of the squared distances of y from the line
     */
    public record Line(double slope, double meanX, double meanY, double spread, double rest) {

        /** Fits. */
        public static Line of(final double[] x, final double[] y) {
            final var mx = Arrays.stream(x).average().orElseThrow();
            final var my = Arrays.stream(y).average().orElseThrow();
            double sxx = 0;
            double sxy = 0;
            for (int i = 0; i < x.length; i++) {
                sxx += (x[i] - mx) * (x[i] - mx);
                sxy += (x[i] - mx) * (y[i] - my);
            }
            final var slope = sxy / sxx;
            double rest = 0;
            for (int i = 0; i < x.length; i++) {
                rest += Math.pow(y[i] - my - slope * (x[i] - mx), 2);
            }
            return new Line(slope, mx, my, sxx, rest);
        }
    }
}
