// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.scorewalk.engine.InputException.check;

import org.scorewalk.engine.linalg.Covariance;
import org.scorewalk.engine.random.RandomStream;

/**
 * The quadratic form -(x - m)<sup>T</sup> P (x - m) / 2 with its gradient -P (x - m), where P is the inverse of a
 * covariance matrix S, which may be diagonal: what Gaussian densities, their mixtures and Student's t densities have in
 * common. Immutable.
 */
final class GaussianForm {

    private static final double LARGEST = 1e100;

    private static final double SMALLEST = 1e-100;

    private final double[] m_mean;

    /** Null for a diagonal matrix. */
    private final Covariance m_covariance;

    /** Null for a diagonal matrix. */
    private final double[][] m_precision;

    /** The Cholesky factor L of S = L L<sup>T</sup>; null for a diagonal matrix. */
    private final double[][] m_factor;

    /** The square roots of the matrix' diagonal. */
    private final double[] m_deviations;

    /**
     * @param mean the mean, finite
     * @param covariance the matrix
     */
    GaussianForm(final double[] mean, final Covariance covariance) {
        m_mean = mean.clone();
        m_covariance = covariance;
        m_precision = covariance.inverse();
        m_factor = covariance.cholesky();
        m_deviations = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            m_deviations[i] = Math.sqrt(covariance.entry(i, i));
        }
    }

    /**
     * @param mean the mean, finite
     * @param deviations the standard deviations
     * @param what what has these deviations, for messages
     */
    GaussianForm(final double[] mean, final double[] deviations, final String what) {
        for (int i = 0; i < deviations.length; i++) {
            check(deviations[i] >= SMALLEST && deviations[i] <= LARGEST,
                "Entry %d of the %s is %s, but it must be a positive number.", i + 1, what, deviations[i]);
        }
        m_mean = mean.clone();
        m_covariance = null;
        m_precision = null;
        m_factor = null;
        m_deviations = deviations.clone();
    }

    /** Where the mean and the deviations reach. */
    double extent() {
        double extent = 0;
        for (int i = 0; i < m_mean.length; i++) {
            extent = Math.max(extent, Math.abs(m_mean[i]) + m_deviations[i]);
        }
        return extent;
    }

    double mean(final int i) {
        return m_mean[i];
    }

    /** An entry of the matrix S. */
    double covariance(final int i, final int j) {
        if (m_covariance != null) {
            return m_covariance.entry(i, j);
        }
        return i == j ? m_deviations[i] * m_deviations[i] : 0;
    }

    /** The largest eigenvalue of D P, where D is diagonal. */
    double largestPrecision(final double[] diagonal) {
        if (m_covariance != null) {
            return m_covariance.largestPrecision(diagonal);
        }
        double largest = 0;
        for (int i = 0; i < diagonal.length; i++) {
            largest = Math.max(largest, diagonal[i] / m_deviations[i] / m_deviations[i]);
        }
        return largest;
    }

    /** Half the logarithm of the determinant of S. */
    double halfLogDeterminant() {
        double sum = 0;
        for (int i = 0; i < m_mean.length; i++) {
            sum += Math.log(m_factor == null ? m_deviations[i] : m_factor[i][i]);
        }
        return sum;
    }

    /** The logarithm of the integral of the exponential of the form. */
    double logMass() {
        return halfLogDeterminant() + 0.5 * m_mean.length * Math.log(2 * Math.PI);
    }

    /** The form's gradients of a block. */
    void gradient(final double[][] x, final int n, final double[][] out) {
        final int d = m_mean.length;
        for (int i = 0; i < d; i++) {
            final double[] to = out[i];
            if (m_precision == null) {
                one(1 / (m_deviations[i] * m_deviations[i]), m_mean[i], x[i], n, to);
                continue;
            }
            final double[] p = m_precision[i];
            int j = 0;
            if (d % 2 == 1) {
                one(p[0], m_mean[0], x[0], n, to);
                j = 1;
            } else {
                two(p[0], m_mean[0], x[0], p[1], m_mean[1], x[1], n, to);
                j = 2;
            }
            for (; j < d; j += 2) {
                addTwo(p[j], m_mean[j], x[j], p[j + 1], m_mean[j + 1], x[j + 1], n, to);
            }
        }
    }

    /** The form's values and gradients of a block. */
    void evaluate(final double[][] x, final int n, final double[] value, final double[][] gradient) {
        gradient(x, n, gradient);
        product(m_mean[0], x[0], gradient[0], n, value);
        for (int i = 1; i < m_mean.length; i++) {
            addProduct(m_mean[i], x[i], gradient[i], n, value);
        }
    }

    // The loops below are what C2 compiles to vector instructions: plain arrays, no offsets, no branches.

    private static void one(final double p, final double m, final double[] x, final int n, final double[] to) {
        for (int k = 0; k < n; k++) {
            to[k] = p * (m - x[k]);
        }
    }

    private static void two(final double p, final double m, final double[] x, final double q, final double l,
        final double[] y, final int n, final double[] to) {
        for (int k = 0; k < n; k++) {
            to[k] = p * (m - x[k]) + q * (l - y[k]);
        }
    }

    private static void addTwo(final double p, final double m, final double[] x, final double q, final double l,
        final double[] y, final int n, final double[] to) {
        for (int k = 0; k < n; k++) {
            to[k] += p * (m - x[k]) + q * (l - y[k]);
        }
    }

    private static void product(final double m, final double[] x, final double[] g, final int n, final double[] to) {
        for (int k = 0; k < n; k++) {
            to[k] = 0.5 * g[k] * (x[k] - m);
        }
    }

    private static void addProduct(final double m, final double[] x, final double[] g, final int n,
        final double[] to) {
        for (int k = 0; k < n; k++) {
            to[k] += 0.5 * g[k] * (x[k] - m);
        }
    }

    /**
     * One draw m + r L z, where z is standard normal.
     *
     * @param x receives the draw
     * @param k as this particle
     * @param random the source of z
     * @param stretch the factor r
     */
    void draw(final double[][] x, final int k, final RandomStream random, final double stretch) {
        final int d = m_mean.length;
        for (int i = 0; i < d; i++) {
            x[i][k] = random.nextNormal();
        }
        // from the last row to the first, so that each row still finds the normals of those before it
        for (int i = d - 1; i >= 0; i--) {
            double sum = 0;
            if (m_factor == null) {
                sum = m_deviations[i] * x[i][k];
            } else {
                for (int j = 0; j <= i; j++) {
                    sum += m_factor[i][j] * x[j][k];
                }
            }
            x[i][k] = m_mean[i] + stretch * sum;
        }
    }
}
