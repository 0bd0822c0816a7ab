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

    private final double[] m_blockMean;

    private final double[][] m_centred;

    private long m_count;

    /**
     * @param dimension the number of coordinates
     * @param capacity the largest number of particles taken in at a time
     * @param full true for all covariances, false for the variances only
     */
    Moments(final int dimension, final int capacity, final boolean full) {
        m_mean = new double[dimension];
        m_products = new double[dimension][];
        for (int i = 0; i < dimension; i++) {
            m_products[i] = new double[full ? (i + 1) : 1];
        }
        m_full = full;
        m_blockMean = new double[dimension];
        m_centred = new double[full ? dimension : 1][capacity];
    }

    /** Takes in n particles, {@code double[dimension][at least n]}. */
    void add(final double[][] x, final int n) {
        for (int i = 0; i < x.length; i++) {
            m_blockMean[i] = n == 1 ? x[i][0] : (sum(x[i], n) / n);
        }
        final double weight = (double)m_count * n / (m_count + n);
        for (int i = 0; i < x.length; i++) {
            final double difference = m_blockMean[i] - m_mean[i];
            if (m_full) {
                centre(x[i], m_blockMean[i], n, m_centred[i]);
                for (int j = 0; j <= i; j++) {
                    m_products[i][j] += product(m_centred[i], m_centred[j], n)
                        + weight * difference * (m_blockMean[j] - m_mean[j]);
                }
            } else {
                centre(x[i], m_blockMean[i], n, m_centred[0]);
                m_products[i][0] += product(m_centred[0], m_centred[0], n) + weight * difference * difference;
            }
        }
        m_count += n;
        for (int i = 0; i < x.length; i++) {
            m_mean[i] += (m_blockMean[i] - m_mean[i]) * n / m_count;
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

    private static void centre(final double[] from, final double mean, final int n, final double[] to) {
        for (int k = 0; k < n; k++) {
            to[k] = from[k] - mean;
        }
    }
}
