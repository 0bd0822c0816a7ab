// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import java.util.Arrays;

/**
 * Mean and covariance of particles that come block by block. Each block's own mean and centred products are found in
 * two passes and joined to those before by the formulas of Chan, Golub and LeVeque (1983), so neither a large mean nor
 * a great number of blocks costs digits. Given the same blocks in the same order, results are bit-identical.
 */
final class Moments {

    private final double[] m_mean;

    /** Sums of centred products; row i holds columns 0 to i, or column i alone where only variances are wanted. */
    private final double[][] m_products;

    private final boolean m_full;

    private final double[] m_addedMean;

    private long m_count;

    /**
     * @param dimension the number of coordinates
     * @param full true for all covariances, false for the variances only
     */
    Moments(final int dimension, final boolean full) {
        m_mean = new double[dimension];
        m_products = new double[dimension][];
        for (int i = 0; i < dimension; i++) {
            m_products[i] = new double[full ? (i + 1) : 1];
        }
        m_full = full;
        m_addedMean = new double[dimension];
    }

    /**
     * Takes in n particles.
     *
     * @param x the coordinates, {@code double[dimension][at least from + n]}
     * @param from the index of the first particle
     * @param n how many, at least 1
     * @param scratch is overwritten, {@code double[dimension][at least n]}
     */
    void add(final double[][] x, final int from, final int n, final double[][] scratch) {
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(x[i], from, scratch[i], 0, n);
            m_addedMean[i] = n == 1 ? scratch[i][0] : (sum(scratch[i], n) / n);
            subtract(m_addedMean[i], scratch[i], n);
            for (int j = m_full ? 0 : i; j <= i; j++) {
                m_products[i][m_full ? j : 0] += product(scratch[i], scratch[j], n);
            }
        }
        shift(n);
    }

    /** Takes in what another one has taken in; that one stays as it is. */
    void add(final Moments other) {
        if (other.m_count == 0) {
            return;
        }
        System.arraycopy(other.m_mean, 0, m_addedMean, 0, m_mean.length);
        for (int i = 0; i < m_products.length; i++) {
            for (int j = 0; j < m_products[i].length; j++) {
                m_products[i][j] += other.m_products[i][j];
            }
        }
        shift(other.m_count);
    }

    /** Products about two means become products about the mean of both. */
    private void shift(final long n) {
        final double weight = (double)m_count * n / (m_count + n);
        for (int i = 0; i < m_mean.length; i++) {
            final double difference = m_addedMean[i] - m_mean[i];
            for (int j = m_full ? 0 : i; j <= i; j++) {
                m_products[i][m_full ? j : 0] += weight * difference * (m_addedMean[j] - m_mean[j]);
            }
        }
        m_count += n;
        for (int i = 0; i < m_mean.length; i++) {
            m_mean[i] += (m_addedMean[i] - m_mean[i]) * n / m_count;
        }
    }

    /** Forgets everything. */
    void clear() {
        m_count = 0;
        Arrays.fill(m_mean, 0);
        for (final double[] row : m_products) {
            Arrays.fill(row, 0);
        }
    }

    long count() {
        return m_count;
    }

    /** The mean; NaN if nothing was taken in. */
    double[] mean() {
        final var mean = m_mean.clone();
        if (m_count == 0) {
            Arrays.fill(mean, Double.NaN);
        }
        return mean;
    }

    /** The unbiased covariance of coordinates i and j (i = j where only variances are kept); NaN for fewer than two. */
    double covariance(final int i, final int j) {
        final double sum = m_full ? m_products[Math.max(i, j)][Math.min(i, j)] : m_products[i][0];
        return m_count < 2 ? Double.NaN : (sum / (m_count - 1));
    }

    // Four running sums: the order of additions is fixed, so C2 may not reorder a single one for speed.

    private static double sum(final double[] a, final int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        for (; k + 3 < n; k += 4) {
            s0 += a[k];
            s1 += a[k + 1];
            s2 += a[k + 2];
            s3 += a[k + 3];
        }
        for (; k < n; k++) {
            s0 += a[k];
        }
        return (s0 + s1) + (s2 + s3);
    }

    private static double product(final double[] a, final double[] b, final int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        for (; k + 3 < n; k += 4) {
            s0 += a[k] * b[k];
            s1 += a[k + 1] * b[k + 1];
            s2 += a[k + 2] * b[k + 2];
            s3 += a[k + 3] * b[k + 3];
        }
        for (; k < n; k++) {
            s0 += a[k] * b[k];
        }
        return (s0 + s1) + (s2 + s3);
    }

    private static void subtract(final double mean, final double[] row, final int n) {
        for (int k = 0; k < n; k++) {
            row[k] -= mean;
        }
    }
}
