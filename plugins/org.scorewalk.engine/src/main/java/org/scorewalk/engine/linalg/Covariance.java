// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.linalg;

import static org.scorewalk.engine.InputException.check;

import java.util.Arrays;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Plural;

/** A covariance matrix: checked, factored once, immutable. */
public final class Covariance {

    /** The largest difference of S(i,j) and S(j,i), relative to the standard deviations, that passes for rounding. */
    private static final double SYMMETRY = 1e-9;

    /** A variance left over by the other coordinates below this part of the whole makes the matrix singular. */
    private static final double SINGULAR = 1e-13;

    private final double[][] m_entries;

    private final CholeskyDecomposition m_cholesky;

    private final double[][] m_inverse;

    private final double m_largestPrecision;

    /**
     * @param matrix the entries, as many rows as columns
     * @throws InputException if the matrix is not square, finite, symmetric and positive definite
     */
    public Covariance(final double[][] matrix) {
        final int d = matrix.length;
        check(d > 0, "The covariance matrix is empty. Give one row for each coordinate.");
        m_entries = new double[d][];
        for (int i = 0; i < d; i++) {
            check(matrix[i].length == d,
                "Row %d of the covariance matrix has %s, but the matrix has %s. Make it square.", i + 1,
                Plural.of(matrix[i].length, "entry", "entries"), Plural.of(d, "row"));
            m_entries[i] = matrix[i].clone();
        }
        checkEntries();
        m_cholesky = factor();
        m_inverse = invert();
        m_largestPrecision = largestEigenvalue(MatrixUtils.createRealMatrix(m_inverse));
    }

    private void checkEntries() {
        final int d = m_entries.length;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                check(Double.isFinite(m_entries[i][j]),
                    "Entry (%d, %d) of the covariance matrix is %s, but it must be a finite number.", i + 1, j + 1,
                    m_entries[i][j]);
            }
        }
        for (int i = 0; i < d; i++) {
            check(m_entries[i][i] > 0,
                "Entry (%d, %d) of the covariance matrix is %s, but variances must be positive. "
                    + "Leave out coordinates that do not vary.",
                i + 1, i + 1, m_entries[i][i]);
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                final double a = m_entries[i][j];
                final double b = m_entries[j][i];
                final double scale = Math.sqrt(m_entries[i][i]) * Math.sqrt(m_entries[j][j]);
                check(Math.abs(a - b) <= SYMMETRY * Math.max(scale, Math.max(Math.abs(a), Math.abs(b))),
                    "The covariance matrix is not symmetric: entry (%d, %d) is %s, but entry (%d, %d) is %s. "
                        + "Make both equal.",
                    j + 1, i + 1, b, i + 1, j + 1, a);
            }
        }
    }

    private CholeskyDecomposition factor() {
        final int d = m_entries.length;
        // in units of the standard deviations, so that what counts as singular does not depend on the units
        final var correlation = MatrixUtils.createRealMatrix(d, d);
        final var symmetric = MatrixUtils.createRealMatrix(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                final double mean = 0.5 * m_entries[i][j] + 0.5 * m_entries[j][i];
                symmetric.setEntry(i, j, mean);
                correlation.setEntry(i, j, mean / Math.sqrt(m_entries[i][i]) / Math.sqrt(m_entries[j][j]));
            }
        }
        try {
            new CholeskyDecomposition(correlation, SYMMETRY, SINGULAR); // throws
            return new CholeskyDecomposition(symmetric, SYMMETRY, 0);
        } catch (MathRuntimeException e) {
            throw notPositiveDefinite(correlation, e);
        }
    }

    private static InputException notPositiveDefinite(final RealMatrix correlation, final Throwable cause) {
        if (!(smallestEigenvalue(correlation) >= -SYMMETRY)) {
            return new InputException("The covariance matrix is not positive definite: some combination of the "
                + "coordinates would have a negative variance. Check that no covariance exceeds the product of the "
                + "two standard deviations and that all covariances go together.", cause);
        }
        return new InputException("The covariance matrix is singular: some coordinate is fully determined by the "
            + "others, so there is no density. Leave such coordinates out or add a little to the variances on the "
            + "diagonal.", cause);
    }

    private static double smallestEigenvalue(final RealMatrix correlation) {
        try {
            return Arrays.stream(new EigenDecompositionSymmetric(correlation).getEigenvalues()).min().orElseThrow();
        } catch (MathRuntimeException e) { // NOSONAR entries far beyond 1, which no correlation can be
            return Double.NaN;
        }
    }

    /**
     * The dimension.
     *
     * @return the number of rows
     */
    public int dimension() {
        return m_entries.length;
    }

    /**
     * One entry.
     *
     * @param i row, from 0
     * @param j column, from 0
     * @return the covariance of coordinates i and j
     */
    public double entry(final int i, final int j) {
        return m_entries[i][j];
    }

    /**
     * The Cholesky factor L, lower triangular, with L L<sup>T</sup> this matrix.
     *
     * @return a copy, {@code double[d][d]}
     */
    public double[][] cholesky() {
        return m_cholesky.getL().getData();
    }

    /**
     * The inverse, that is the precision matrix.
     *
     * @return a symmetric copy, {@code double[d][d]}
     */
    public double[][] inverse() {
        final var copy = new double[m_inverse.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = m_inverse[i].clone();
        }
        return copy;
    }

    private double[][] invert() {
        final var inverse = m_cholesky.getSolver().getInverse().getData();
        for (int i = 0; i < inverse.length; i++) {
            for (int j = 0; j <= i; j++) {
                final double mean = 0.5 * inverse[i][j] + 0.5 * inverse[j][i];
                check(Double.isFinite(mean), "The covariance matrix cannot be inverted, because entry (%d, %d) of its "
                    + "inverse is beyond the range of numbers. Choose other units.", i + 1, j + 1);
                inverse[i][j] = mean;
                inverse[j][i] = mean;
            }
        }
        return inverse;
    }

    /**
     * The largest eigenvalue of D P, where P is the precision matrix and D a diagonal matrix: the largest of
     * D<sup>1/2</sup> P D<sup>1/2</sup>.
     *
     * @param diagonal the positive entries of D
     * @return the eigenvalue, positive
     */
    public double largestPrecision(final double[] diagonal) {
        final int d = m_entries.length;
        if (Arrays.stream(diagonal).allMatch(value -> value == diagonal[0])) {
            return diagonal[0] * m_largestPrecision;
        }
        final var scaled = MatrixUtils.createRealMatrix(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                scaled.setEntry(i, j, Math.sqrt(diagonal[i]) * Math.sqrt(diagonal[j]) * m_inverse[i][j]);
            }
        }
        return largestEigenvalue(scaled);
    }

    private static double largestEigenvalue(final RealMatrix symmetric) {
        try {
            return Arrays.stream(new EigenDecompositionSymmetric(symmetric).getEigenvalues()).max().orElseThrow();
        } catch (MathRuntimeException e) {
            throw new InputException("The eigenvalues of the covariance matrix cannot be found, because its entries "
                + "differ too much in size. Choose other units.", e);
        }
    }
}
