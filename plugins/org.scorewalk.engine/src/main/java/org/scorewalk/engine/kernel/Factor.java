// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

/**
 * A lower triangular matrix L with L L<sup>T</sup> a dense metric. Kernels move in coordinates u with x = L u, in which
 * the density is about as wide in all directions and momenta are standard normal; the score there is L<sup>T</sup>
 * times that of x. Immutable.
 */
final class Factor {

    private final double[][] m_rows;

    private Factor(final double[][] rows) {
        m_rows = rows;
    }

    /**
     * The Cholesky factor.
     *
     * @param covariance symmetric, {@code double[d][d]}; the lower triangle is read
     * @return the factor, or null if the matrix is not safely positive definite
     */
    static Factor of(final double[][] covariance) {
        final int d = covariance.length;
        final var rows = new double[d][];
        for (int i = 0; i < d; i++) {
            rows[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double rest = covariance[i][j];
                for (int c = 0; c < j; c++) {
                    rest -= rows[i][c] * rows[j][c];
                }
                if (j < i) {
                    rows[i][j] = rest / rows[j][j];
                } else if (rest > SINGULAR * covariance[i][i]) {
                    rows[i][i] = Math.sqrt(rest);
                } else {
                    return null; // NaN comes here, too
                }
            }
        }
        return new Factor(rows);
    }

    /** The part of a variance that must be left over by the other coordinates. */
    private static final double SINGULAR = 1e-12;

    /** The mean logarithm of the diagonal: that of the metric's width over all directions. */
    double logWidth() {
        double sum = 0;
        for (int i = 0; i < m_rows.length; i++) {
            sum += Math.log(m_rows[i][i]);
        }
        return sum / m_rows.length;
    }

    /** This matrix times a number. */
    Factor times(final double number) {
        final var rows = new double[m_rows.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = m_rows[i].clone();
            for (int j = 0; j <= i; j++) {
                rows[i][j] *= number;
            }
        }
        return new Factor(rows);
    }

    /** How wide the metric is along a coordinate. */
    double width(final int coordinate) {
        double sum = 0;
        for (final double entry : m_rows[coordinate]) {
            sum += entry * entry;
        }
        return Math.sqrt(sum);
    }

    /**
     * Puts L<sup>T</sup> times each particle's vector.
     *
     * @param from the vectors, {@code double[d][at least n]}
     * @param n how many
     * @param to receives the products, other arrays than {@code from}
     */
    void transposed(final double[][] from, final int n, final double[][] to) {
        for (int j = 0; j < m_rows.length; j++) {
            scale(from[j], m_rows[j][j], to[j], n);
            for (int i = j + 1; i < m_rows.length; i++) {
                Trajectories.kick(to[j], from[i], n, m_rows[i][j]);
            }
        }
    }

    /**
     * Adds h L times each particle's vector.
     *
     * @param to what is added to, {@code double[d][at least n]}
     * @param vector the vectors, other arrays than {@code to}
     * @param n how many
     * @param h the number
     */
    void add(final double[][] to, final double[][] vector, final int n, final double h) {
        for (int i = 0; i < m_rows.length; i++) {
            for (int j = 0; j <= i; j++) {
                Trajectories.kick(to[i], vector[j], n, h * m_rows[i][j]);
            }
        }
    }

    /** Adds h L v for a single particle. */
    void add(final double[] to, final double[] vector, final double h) {
        for (int i = 0; i < to.length; i++) {
            final var row = m_rows[i];
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += row[j] * vector[j];
            }
            to[i] += h * sum;
        }
    }

    private static void scale(final double[] from, final double factor, final double[] to, final int n) {
        for (int k = 0; k < n; k++) {
            to[k] = factor * from[k];
        }
    }
}
