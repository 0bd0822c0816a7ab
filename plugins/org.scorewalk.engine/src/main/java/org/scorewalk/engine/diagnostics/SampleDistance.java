// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.diagnostics;

import java.util.Arrays;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.random.RandomStream;

/**
 * How far two samples are apart. Samples are {@code double[dimension][points]}; their numbers of points may differ.
 */
public final class SampleDistance {

    private SampleDistance() {
    }

    /**
     * A distance with the chance that two samples of the same distribution are at least that far apart.
     *
     * @param distance the distance
     * @param pValue the chance, small if the distributions differ
     */
    public record Test(double distance, double pValue) {
    }

    /**
     * The distance of the means: Mahalanobis-like, the root mean square over coordinates of the difference in standard
     * deviations of the reference.
     *
     * @param x a sample
     * @param reference the reference sample
     * @param monitor asked for a cancel
     * @return 0 for equal means
     */
    public static double meanError(final double[][] x, final double[][] reference, final Monitor monitor) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            monitor.check();
            final var difference = Statistics.mean(x[i]) - Statistics.mean(reference[i]);
            sum += difference * difference / Statistics.variance(reference[i], 1);
        }
        return Math.sqrt(sum / x.length);
    }

    /**
     * The relative distance of the covariance matrices in the Frobenius norm.
     *
     * @param x a sample of two points or more
     * @param reference the reference sample
     * @param monitor asked for a cancel, before each product of two coordinates
     * @return 0 for equal covariances
     */
    public static double covarianceError(final double[][] x, final double[][] reference, final Monitor monitor) {
        final var a = covariance(x, monitor);
        final var b = covariance(reference, monitor);
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                difference += (a[i][j] - b[i][j]) * (a[i][j] - b[i][j]);
                norm += b[i][j] * b[i][j];
            }
        }
        return Math.sqrt(difference / norm);
    }

    private static double[][] covariance(final double[][] x, final Monitor monitor) {
        final var d = x.length;
        final var n = x[0].length;
        final var covariance = new double[d][d];
        final var means = new double[d];
        for (int i = 0; i < d; i++) {
            monitor.check();
            means[i] = Statistics.mean(x[i]);
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                monitor.check(); // each of these goes through all points
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += (x[i][k] - means[i]) * (x[j][k] - means[j]);
                }
                covariance[i][j] = sum / (n - 1);
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    /**
     * The sliced 2-Wasserstein distance (Rabin, Peyre, Delon and Bernot 2011): the root mean square, over random
     * directions, of the distance of the projected samples. In the units of the coordinates.
     *
     * @param x a sample
     * @param y another sample
     * @param directions how many directions; in one dimension one is enough and used
     * @param random where directions come from
     * @param monitor asked for a cancel
     * @return 0 for equal samples
     */
    public static double slicedWasserstein(final double[][] x, final double[][] y, final int directions,
        final RandomStream random, final Monitor monitor) {
        final var count = x.length == 1 ? 1 : directions;
        double sum = 0;
        for (int s = 0; s < count; s++) {
            monitor.check();
            final var direction = direction(x.length, random);
            sum += squaredWasserstein(Statistics.sorted(project(x, direction)),
                Statistics.sorted(project(y, direction)));
        }
        return Math.sqrt(sum / count);
    }

    private static double[] direction(final int dimension, final RandomStream random) {
        final var direction = random.normals(dimension);
        final var norm = Math.sqrt(Arrays.stream(direction).map(v -> v * v).sum());
        return Arrays.stream(direction).map(v -> v / norm).toArray();
    }

    private static double[] project(final double[][] x, final double[] direction) {
        final var projected = new double[x[0].length];
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < projected.length; k++) {
                projected[k] += direction[i] * x[i][k];
            }
        }
        return projected;
    }

    /** The integral of the squared difference of two quantile functions, which are steps of 1/n and 1/m. */
    private static double squaredWasserstein(final double[] a, final double[] b) {
        double sum = 0;
        double at = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            final var nextA = (i + 1) / (double)a.length;
            final var nextB = (j + 1) / (double)b.length;
            final var next = Math.min(nextA, nextB);
            sum += (next - at) * (a[i] - b[j]) * (a[i] - b[j]);
            at = next;
            if (nextA <= next) {
                i++;
            }
            if (nextB <= next) {
                j++;
            }
        }
        return sum;
    }

    /**
     * The two-sample Kolmogorov-Smirnov test of one coordinate, by the limit distribution with Stephens' correction
     * (1970).
     *
     * @param x one sample's values
     * @param y the other's
     * @param effectiveX how many independent values the first sample is worth
     * @param effectiveY how many independent values the second sample is worth
     * @return the largest difference of the distribution functions and its p-value
     */
    public static Test kolmogorovSmirnov(final double[] x, final double[] y, final double effectiveX,
        final double effectiveY) {
        final var a = Statistics.sorted(x);
        final var b = Statistics.sorted(y);
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            final var value = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= value) {
                i++;
            }
            while (j < b.length && b[j] <= value) {
                j++;
            }
            largest = Math.max(largest, Math.abs(i / (double)a.length - j / (double)b.length));
        }
        final var root = Math.sqrt(effectiveX * effectiveY / (effectiveX + effectiveY));
        return new Test(largest, Statistics.kolmogorovTail((root + 0.12 + 0.11 / root) * largest));
    }
}
