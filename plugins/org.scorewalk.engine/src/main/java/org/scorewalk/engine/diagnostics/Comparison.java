// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.diagnostics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.random.RandomStream;
import org.scorewalk.engine.random.RandomStreams;

/**
 * How far a run is from a reference sample. p-values are the chances of such distances between samples of the same
 * distribution; for them, dependent draws count as many as they are worth.
 *
 * @param meanError see {@link SampleDistance#meanError}
 * @param covarianceError see {@link SampleDistance#covarianceError}
 * @param wasserstein see {@link SampleDistance#slicedWasserstein}
 * @param energy the energy distance; NaN where the sample is worth too few independent draws, or nobody knows how many
 * @param discrepancy the square of the maximum mean discrepancy; NaN where energy is
 * @param tested how many draws of the run these two tests used: as many as they are worth, but no more than 1000
 * @param referenceTested how many draws of the reference
 * @param coordinates the Kolmogorov-Smirnov test of each coordinate
 */
public record Comparison(double meanError, double covarianceError, double wasserstein, SampleDistance.Test energy,
    SampleDistance.Test discrepancy, int tested, int referenceTested, List<SampleDistance.Test> coordinates) {

    private static final int DIRECTIONS = 100;

    private static final int PERMUTATIONS = 199;

    /** The permutation test's time grows with the square of these. */
    private static final int MOST_POINTS = 1000;

    private static final int LEAST_POINTS = 20;

    /** Between 2 to minus this and 2 to this, distances are safe as floats and so are fourth powers as doubles. */
    private static final int SAFE_EXPONENT = 60;

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
        final var coordinates = new ArrayList<SampleDistance.Test>();
        double least = n;
        for (int i = 0; i < x.length; i++) {
            final var bulk = reports.get(i).bulkSize();
            // of chains of fewer than four draws nobody knows how many they are worth, so there is no p-value
            final var worth = bulk > 0 ? Math.min(bulk, n) : Double.NaN;
            least = Math.min(least, worth);
            monitor.check();
            coordinates.add(SampleDistance.kolmogorovSmirnov(x[i], reference[i], worth, m));
        }
        final var points = (int)Math.min(MOST_POINTS, least);
        final var exponent = exponent(x, reference, monitor);
        return of(scaled(x, -exponent, monitor), scaled(reference, -exponent, monitor), points, random, monitor)
            .scaled(exponent, coordinates);
    }

    private static Comparison of(final double[][] x, final double[][] reference, final int points,
        final RandomStream[] random, final Monitor monitor) {
        final var few = points < LEAST_POINTS || reference[0].length < LEAST_POINTS;
        final var tested = few ? null : thinned(x, points);
        final var referenceTested = few ? null : thinned(reference, MOST_POINTS);
        final var tests = few ? PermutationTests.NONE
            : PermutationTests.of(tested, referenceTested, PERMUTATIONS, random[0], monitor);
        return new Comparison(SampleDistance.meanError(x, reference, monitor),
            SampleDistance.covarianceError(x, reference, monitor),
            SampleDistance.slicedWasserstein(x, reference, DIRECTIONS, random[1], monitor), tests.energy(),
            tests.discrepancy(), few ? 0 : tested[0].length, few ? 0 : referenceTested[0].length, List.of());
    }

    /** The even power of 2 by which numbers must be divided to be safe, 0 for all but very large or small ones. */
    private static int exponent(final double[][] x, final double[][] reference, final Monitor monitor) {
        final var exponent = Math.getExponent(Math.max(largest(x, monitor), largest(reference, monitor)));
        return Math.abs(exponent) <= SAFE_EXPONENT || exponent > Double.MAX_EXPONENT ? 0 : exponent & ~1;
    }

    private static double largest(final double[][] x, final Monitor monitor) {
        double largest = 0;
        for (final var row : x) {
            monitor.check();
            for (final double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }

    private static double[][] scaled(final double[][] x, final int exponent, final Monitor monitor) {
        if (exponent == 0) {
            return x;
        }
        final var scaled = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            monitor.check();
            scaled[i] = Arrays.stream(x[i]).map(value -> Math.scalb(value, exponent)).toArray();
        }
        return scaled;
    }

    /** What it would be for numbers that are larger by a power of 2; the energy distance grows as its square root. */
    private Comparison scaled(final int exponent, final List<SampleDistance.Test> tests) {
        return new Comparison(meanError, covarianceError, Math.scalb(wasserstein, exponent),
            new SampleDistance.Test(Math.scalb(energy.distance(), exponent / 2), energy.pValue()), discrepancy, tested,
            referenceTested, tests);
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
