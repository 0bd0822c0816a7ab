// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import java.util.Arrays;

/**
 * Collects the variances, or the covariances, of a block's particles over a window of steps, and shrinks them a little
 * towards a small multiple of the unit matrix, as Stan does: (n S + 5 e I) / (n + 5), with e = 0.001. Sums are taken
 * about the first particles' mean, so that little is lost to rounding.
 */
final class Spread {

    private static final double SHRINK = 5;

    private static final double SMALL = 1e-3;

    private static final int LEAST = 3;

    private final double[] m_centre;

    private final double[] m_sums;

    /** Lower triangle of sums of products, or the squares alone. */
    private final double[][] m_products;

    private final boolean m_dense;

    private long m_count;

    Spread(final int dimension, final boolean dense) {
        m_centre = new double[dimension];
        m_sums = new double[dimension];
        m_dense = dense;
        m_products = new double[dimension][];
        for (int i = 0; i < dimension; i++) {
            m_products[i] = new double[dense ? (i + 1) : 1];
        }
    }

    void clear() {
        m_count = 0;
    }

    boolean enough() {
        return m_count >= LEAST;
    }

    void collect(final double[][] x, final int n) {
        if (m_count == 0) {
            for (int i = 0; i < x.length; i++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += x[i][k];
                }
                m_centre[i] = sum / n;
                m_sums[i] = 0;
                Arrays.fill(m_products[i], 0);
            }
        }
        m_count += n;
        for (int i = 0; i < x.length; i++) {
            m_sums[i] += sum(x[i], m_centre[i], n);
            for (int j = m_dense ? 0 : i; j <= i; j++) {
                m_products[i][m_dense ? j : 0] += product(x[i], m_centre[i], x[j], m_centre[j], n);
            }
        }
    }

    private static double sum(final double[] x, final double centre, final int n) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += x[k] - centre;
        }
        return sum;
    }

    private static double product(final double[] x, final double cx, final double[] y, final double cy, final int n) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += (x[k] - cx) * (y[k] - cy);
        }
        return sum;
    }

    double variance(final int i) {
        return entry(i, i);
    }

    /** The covariances, of which the lower triangle is filled. */
    double[][] covariance() {
        final var covariance = new double[m_sums.length][];
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = entry(i, j);
            }
        }
        return covariance;
    }

    private double entry(final int i, final int j) {
        final var products = m_products[i][m_dense ? j : 0];
        final var covariance = (products - m_sums[i] * m_sums[j] / m_count) / (m_count - 1);
        final var share = m_count / (m_count + SHRINK);
        return share * covariance + (i == j ? (SMALL * SHRINK / (m_count + SHRINK)) : 0);
    }
}
