// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.diagnostics;

import java.util.Arrays;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.diagnostics.SampleDistance.Test;
import org.scorewalk.engine.random.RandomStream;

/**
 * Distances of two samples that are means over pairs of points, with p-values from the same random divisions of all
 * points into two samples. Time and memory grow with the square of the number of points, so large samples are thinned
 * before. Distances are kept as floats, so {@link Comparison} scales numbers beyond their range.
 *
 * @param energy the energy distance (Szekely and Rizzo 2013), sqrt(2 E|X - Y| - E|X - X'| - E|Y - Y'|)
 * @param discrepancy the square of the maximum mean discrepancy (Gretton et al. 2012, lemma 6), E k(X, X') + E k(Y, Y')
 *            - 2 E k(X, Y), estimated without bias, so that it is about 0, and often below, for equal distributions;
 *            the kernel is Gaussian, exp(-|x - y|^2 / (2 s^2)), where s is the median distance of all points
 * @param bandwidth s
 */
record PermutationTests(Test energy, Test discrepancy, double bandwidth) {

    /** A permutation counts as at least as far even if it is less by this part, which is rounding. */
    private static final double ROUNDING = 1e-12;

    /** What is not known. */
    static final PermutationTests NONE =
        new PermutationTests(new Test(Double.NaN, Double.NaN), new Test(Double.NaN, Double.NaN), Double.NaN);

    /**
     * Compares.
     *
     * @param x a sample of two or more independent points, {@code double[dimension][points]}
     * @param y another
     * @param permutations how many random divisions of all points the observed one is compared with
     * @param random where divisions come from
     * @param monitor asked for a cancel
     * @return the distances, and the chances of distances at least as large
     */
    static PermutationTests of(final double[][] x, final double[][] y, final int permutations,
        final RandomStream random, final Monitor monitor) {
        final var n = x[0].length;
        final var total = n + y[0].length;
        final var distances = distances(x, y, monitor);
        final var bandwidth = median(distances, monitor);
        final var kernel = kernel(distances, bandwidth, monitor);
        final var allDistances = total(distances);
        final var allKernel = total(kernel);
        final var order = new int[total];
        Arrays.setAll(order, i -> i);
        final var inFirst = new boolean[total];
        final var sums = new double[2];
        double energy = 0;
        double discrepancy = 0;
        int energyAtLeast = 0;
        int discrepancyAtLeast = 0;
        for (int p = 0; p <= permutations; p++) {
            monitor.check();
            if (p > 0) {
                shuffle(order, random);
            }
            Arrays.fill(inFirst, false);
            for (int k = 0; k < n; k++) {
                inFirst[order[k]] = true;
            }
            within(distances, inFirst, sums);
            final var e = energy(sums, allDistances, n, total - n);
            within(kernel, inFirst, sums);
            final var d = discrepancy(sums, allKernel, n, total - n);
            if (p == 0) {
                energy = e;
                discrepancy = d;
            }
            energyAtLeast += e >= energy - ROUNDING * Math.abs(energy) ? 1 : 0;
            discrepancyAtLeast += d >= discrepancy - ROUNDING ? 1 : 0;
        }
        return new PermutationTests(new Test(Math.sqrt(Math.max(0, energy)), energyAtLeast / (permutations + 1.0)),
            new Test(discrepancy, discrepancyAtLeast / (permutations + 1.0)), bandwidth);
    }

    private static void shuffle(final int[] order, final RandomStream random) {
        for (int i = order.length - 1; i > 0; i--) {
            final var j = (int)(random.nextUniform() * (i + 1));
            final var swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }

    private static double energy(final double[] within, final double all, final double n, final double m) {
        final var between = all - within[0] - within[1];
        return 2 * between / (n * m) - 2 * within[0] / (n * n) - 2 * within[1] / (m * m);
    }

    private static double discrepancy(final double[] within, final double all, final double n, final double m) {
        final var between = all - within[0] - within[1];
        return 2 * within[0] / (n * (n - 1)) + 2 * within[1] / (m * (m - 1)) - 2 * between / (n * m);
    }

    /** The sums over pairs within the first and within the second sample; row i holds the pairs with earlier points. */
    private static void within(final float[][] pairs, final boolean[] inFirst, final double[] sums) {
        sums[0] = 0;
        sums[1] = 0;
        for (int i = 0; i < pairs.length; i++) {
            final var row = pairs[i];
            float same = 0;
            for (int j = 0; j < i; j++) {
                same += inFirst[j] == inFirst[i] ? row[j] : 0;
            }
            sums[inFirst[i] ? 0 : 1] += same;
        }
    }

    private static double total(final float[][] pairs) {
        double sum = 0;
        for (final var row : pairs) {
            for (final float value : row) {
                sum += value;
            }
        }
        return sum;
    }

    private static float[][] distances(final double[][] x, final double[][] y, final Monitor monitor) {
        final var n = x[0].length;
        final var distances = new float[n + y[0].length][];
        for (int i = 0; i < distances.length; i++) {
            monitor.check();
            distances[i] = new float[i];
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int c = 0; c < x.length; c++) {
                    final var a = i < n ? x[c][i] : y[c][i - n];
                    final var b = j < n ? x[c][j] : y[c][j - n];
                    sum += (a - b) * (a - b);
                }
                distances[i][j] = (float)Math.sqrt(sum);
            }
        }
        return distances;
    }

    private static double median(final float[][] distances, final Monitor monitor) {
        final var all = new float[distances.length * (distances.length - 1) / 2];
        int k = 0;
        for (final var row : distances) {
            System.arraycopy(row, 0, all, k, row.length);
            k += row.length;
        }
        monitor.check();
        Arrays.sort(all);
        return all[all.length / 2];
    }

    private static float[][] kernel(final float[][] distances, final double bandwidth, final Monitor monitor) {
        // points that are mostly equal have the median 0; then only equal points are alike
        final var factor = -0.5 / Math.max(bandwidth * bandwidth, Double.MIN_NORMAL);
        final var kernel = new float[distances.length][];
        for (int i = 0; i < kernel.length; i++) {
            monitor.check();
            kernel[i] = new float[i];
            for (int j = 0; j < i; j++) {
                final double d = distances[i][j];
                kernel[i][j] = (float)Math.exp(factor * d * d);
            }
        }
        return kernel;
    }
}
