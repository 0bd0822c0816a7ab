// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.awt.geom.Path2D;
import java.util.Arrays;

/**
 * A curve over steps in bounded memory: of all points in a narrow column only the first, the last, the lowest and the
 * highest are kept (M4; U. Jugel et al., VLDB 2014), which draws the same pixels as all points do. The points may come
 * in any order.
 */
final class LineSketch {

    private static final int FIRST = 0;

    private static final int LAST = 1;

    private static final int LOW = 2;

    private static final int HIGH = 3;

    private final int m_from;

    private final double m_perStep;

    private final int m_columns;

    /** Step and value of the four points of each column; NaN where there is none. */
    private final double[] m_steps;

    private final double[] m_values;

    private double m_min = Double.POSITIVE_INFINITY;

    private double m_max = Double.NEGATIVE_INFINITY;

    /**
     * @param from the first step
     * @param to the last step
     * @param columns columns at most
     */
    LineSketch(final int from, final int to, final int columns) {
        m_from = from;
        final long range = (long)to - from + 1;
        m_columns = (int)Math.min(columns, range);
        m_perStep = (double)m_columns / range;
        m_steps = new double[4 * m_columns];
        m_values = new double[4 * m_columns];
        Arrays.fill(m_steps, Double.NaN);
    }

    void add(final int step, final double value) {
        final int at = 4 * Math.min(m_columns - 1, (int)(((long)step - m_from) * m_perStep));
        final boolean empty = Double.isNaN(m_steps[at]);
        if (empty || step < m_steps[at + FIRST]) {
            set(at + FIRST, step, value);
        }
        if (empty || step >= m_steps[at + LAST]) {
            set(at + LAST, step, value);
        }
        if (empty || value < m_values[at + LOW]) {
            set(at + LOW, step, value);
        }
        if (empty || value > m_values[at + HIGH]) {
            set(at + HIGH, step, value);
        }
        m_min = Math.min(m_min, value);
        m_max = Math.max(m_max, value);
    }

    private void set(final int at, final int step, final double value) {
        m_steps[at] = step;
        m_values[at] = value;
    }

    double min() {
        return m_min;
    }

    double max() {
        return m_max;
    }

    boolean isEmpty() {
        return m_min > m_max;
    }

    /** @return the points that are kept, in order of their steps: {@code double[2][points]} */
    double[][] points() {
        final double[][] points = new double[2][m_steps.length];
        int n = 0;
        for (int c = 0; c < m_columns; c++) {
            if (Double.isNaN(m_steps[4 * c])) {
                continue;
            }
            final boolean lowFirst = m_steps[4 * c + LOW] <= m_steps[4 * c + HIGH];
            for (final int which : new int[]{FIRST, lowFirst ? LOW : HIGH, lowFirst ? HIGH : LOW, LAST}) {
                final double step = m_steps[4 * c + which];
                final double value = m_values[4 * c + which];
                if (n == 0 || points[0][n - 1] != step || points[1][n - 1] != value) {
                    points[0][n] = step;
                    points[1][n++] = value;
                }
            }
        }
        return new double[][]{Arrays.copyOf(points[0], n), Arrays.copyOf(points[1], n)};
    }

    /** @return the curve in pixels of a plot area with the given place and size */
    Path2D path(final Viewport viewport, final double left, final double top, final double width,
        final double height) {
        final double[][] points = points();
        final Path2D path = new Path2D.Double();
        for (int k = 0; k < points[0].length; k++) {
            final double x = left + (points[0][k] - viewport.xMin()) / viewport.width() * width;
            final double y = top + (viewport.yMax() - points[1][k]) / viewport.height() * height;
            if (k == 0) {
                path.moveTo(x, y);
            }
            // a line to itself shows a single point
            path.lineTo(x, y);
        }
        return path;
    }
}
