// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.diagnostics;

import java.util.ArrayList;
import java.util.List;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.random.RandomStreams;

/**
 * How far a run is from a reference sample. p-values are the chances of such distances between samples of the same
 * distribution; for them, dependent draws count as many as they are worth.
 *
 * @param meanError see {@link SampleDistance#meanError}
 * @param covarianceError see {@link SampleDistance#covarianceError}
 * @param wasserstein see {@link SampleDistance#slicedWasserstein}
 * @param energy see {@link SampleDistance#energy}; NaN where the sample is worth too few independent draws
 * @param coordinates the Kolmogorov-Smirnov test of each coordinate
 */
public record Comparison(double meanError, double covarianceError, double wasserstein, SampleDistance.Test energy,
    List<SampleDistance.Test> coordinates) {

    private static final int DIRECTIONS = 100;

    private static final int PERMUTATIONS = 199;

    /** The permutation test's time grows with the square of these. */
    private static final int MOST_POINTS = 1000;

    private static final int LEAST_POINTS = 20;

    /**
     * Compares.
     *
     * @param x the run's draws, {@code double[d][draws]}
     * @param reports what is known of the run's coordinates
     * @param reference independent draws, {@code double[d][draws]}
     * @param seed equal seeds give equal results
     * @param monitor asked for a cancel
     * @return the comparison
     */
    public static Comparison of(final double[][] x, final List<CoordinateReport> reports, final double[][] reference,
        final long seed, final Monitor monitor) {
        final var random = new RandomStreams(seed).nextRun(2);
        final var n = x[0].length;
        final var m = reference[0].length;
        final var tests = new ArrayList<SampleDistance.Test>();
        double least = n;
        for (int i = 0; i < x.length; i++) {
            final var bulk = reports.get(i).bulkSize();
            final var worth = bulk > 0 ? Math.min(bulk, n) : n;
            least = Math.min(least, worth);
            monitor.check();
            tests.add(SampleDistance.kolmogorovSmirnov(x[i], reference[i], worth, m));
        }
        final var points = (int)Math.min(MOST_POINTS, least);
        final var energy = points < LEAST_POINTS || m < LEAST_POINTS ? new SampleDistance.Test(Double.NaN, Double.NaN)
            : SampleDistance.energy(thinned(x, points), thinned(reference, MOST_POINTS), PERMUTATIONS, random[0],
                monitor);
        return new Comparison(SampleDistance.meanError(x, reference), SampleDistance.covarianceError(x, reference),
            SampleDistance.slicedWasserstein(x, reference, DIRECTIONS, random[1], monitor), energy, tests);
    }

    private static double[][] thinned(final double[][] x, final int points) {
        final var n = x[0].length;
        if (n <= points) {
            return x;
        }
        final var thinned = new double[x.length][points];
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < points; k++) {
                thinned[i][k] = x[i][(int)((k + 0.5) * n / points)];
            }
        }
        return thinned;
    }
}
