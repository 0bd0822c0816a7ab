// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.scorelearning;

import static org.scorewalk.engine.InputException.check;

import java.util.List;

import org.scorewalk.engine.Monitor;

/**
 * How columns are brought to mean 0 and standard deviation 1.
 *
 * @param mean one a column
 * @param deviation one positive standard deviation a column
 */
record Standardization(double[] mean, double[] deviation) {

    /** Larger numbers could leave the range of numbers when noise is added. */
    private static final double LARGEST = 1e100;

    private static final int ROWS_PER_CHECK = 1 << 16;

    /**
     * Of a table.
     *
     * @param names the columns' names, for messages
     * @param x finite numbers, {@code double[columns][rows]}
     * @param monitor asked for a cancel
     */
    static Standardization of(final List<String> names, final double[][] x, final Monitor monitor) {
        final double[] mean = new double[x.length];
        final double[] deviation = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            // two passes over numbers that are made small first: no square overflows, none is lost
            double largest = 0;
            for (int k = 0; k < x[i].length; k++) {
                if (k % ROWS_PER_CHECK == 0) {
                    monitor.check();
                }
                check(Double.isFinite(x[i][k]), "Column '%s' holds %s, but all numbers must be finite.", names.get(i),
                    x[i][k]);
                largest = Math.max(largest, Math.abs(x[i][k]));
            }
            check(largest <= LARGEST, "The column '%s' holds %s, but only numbers up to %s can be learned. Scale the "
                + "column before, for instance by a power of ten.", names.get(i), largest, LARGEST);
            final double unit = largest == 0 ? 1 : largest;
            double sum = 0;
            for (final double value : x[i]) {
                sum += value / unit;
            }
            final double middle = sum / x[i].length;
            double squares = 0;
            for (final double value : x[i]) {
                squares += (value / unit - middle) * (value / unit - middle);
            }
            mean[i] = middle * unit;
            deviation[i] = Math.sqrt(squares / x[i].length) * unit;
            // a spread that the numbers hardly resolve beside their size counts as none
            check(deviation[i] > 1e-12 * largest && deviation[i] > LearnedDensity.SMALLEST_DEVIATION,
                "The column '%s' is constant (%s in all rows), so it has no density to learn. Leave it out.",
                names.get(i), x[i][0]);
        }
        return new Standardization(mean, deviation);
    }

    /** All rows, standardised, row by row. */
    float[] rows(final double[][] x, final Monitor monitor) {
        final int d = x.length;
        final int n = x[0].length;
        final float[] rows = new float[Math.multiplyExact(n, d)];
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < n; k++) {
                if (k % ROWS_PER_CHECK == 0) {
                    monitor.check();
                }
                rows[k * d + i] = (float)((x[i][k] - mean[i]) / deviation[i]);
            }
        }
        return rows;
    }
}
