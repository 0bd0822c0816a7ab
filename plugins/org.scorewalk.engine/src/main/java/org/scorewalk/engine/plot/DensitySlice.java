// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.util.ArrayList;
import java.util.List;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.BlockEvaluation;
import org.scorewalk.engine.density.BlockScore;
import org.scorewalk.engine.density.Capability;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.transform.Interval;

/**
 * A density along one coordinate or over the plane of two coordinates, all others fixed, in the coordinates that people
 * see: with y = f(z) for z on the line, log p(y) = log p(z) - log |f'(z)|, and its derivative is that of the right hand
 * side by z, divided by f'(z).
 *
 * @param logDensity log-densities, row by row from the lower end of the second coordinate; not a number outside the
 *            coordinates' bounds; empty for a density without log-density
 * @param scores derivatives by the coordinates of the slice, {@code double[coordinates][points]}, in the same order at
 *            points of a grid of their own
 * @param outline lines as {@code double[2][points]}: the density's own curves, else the borders of the regions that
 *            hold 50 % and 95 % of the mass of the picture; perhaps empty
 */
public record DensitySlice(double[] logDensity, double[][] scores, List<double[][]> outline) {

    private static final double[] MASSES = {0.5, 0.95};

    /** Log-densities this far below the highest one are flat: keeps interpolation next to -infinity sane. */
    private static final double FLOOR = 700;

    /**
     * The log-density at a point.
     *
     * @param density a density with a log-density
     * @param point the point, in the coordinates' ranges
     * @return the log-density in the coordinates that people see
     */
    public static double logDensity(final Density density, final double[] point) {
        final var value = new double[1];
        new Grid(density, new int[0], point, 1).evaluate(value, 0, null, 0);
        return value[0];
    }

    /**
     * A slice along a coordinate.
     *
     * @param density the density
     * @param coordinate which coordinate
     * @param point where the others are fixed, in their ranges
     * @param from left end
     * @param to right end
     * @param n how many points: the middles of n equal parts
     * @param monitor asked for a cancel
     * @return log-densities and scores at the points
     */
    public static DensitySlice profile(final Density density, final int coordinate, final double[] point,
        final double from, final double to, final int n, final Monitor monitor) {
        final var grid = new Grid(density, new int[]{coordinate}, point, n);
        final var result = new double[n];
        final var score = new double[1][n];
        for (int k = 0; k < n; k++) {
            grid.set(coordinate, k, from + (to - from) * (k + 0.5) / n);
        }
        monitor.check();
        grid.evaluate(result, 0, score, 0);
        return new DensitySlice(grid.m_density == null ? new double[0] : result, score, List.of());
    }

    /**
     * A slice over the plane of two coordinates.
     *
     * @param density the density
     * @param first the coordinate of the horizontal axis
     * @param second the coordinate of the vertical axis
     * @param point where the others are fixed, in their ranges
     * @param viewport the part of the plane
     * @param side log-densities a side: in the middles of equal cells
     * @param arrows scores a side; perhaps none
     * @param monitor asked for a cancel
     * @return log-densities, scores and outline
     */
    public static DensitySlice plane(final Density density, final int first, final int second, final double[] point,
        final Viewport viewport, final int side, final int arrows, final Monitor monitor) {
        final var scores = new double[2][arrows * arrows];
        if (arrows > 0) {
            new Grid(density, new int[]{first, second}, point, arrows).plane(viewport, null, scores, monitor);
        }
        if (!density.document().capabilities().contains(Capability.LOG_DENSITY)) {
            return new DensitySlice(new double[0], scores, List.of());
        }
        final var values = new double[side * side];
        new Grid(density, new int[]{first, second}, point, side).plane(viewport, values, null, monitor);
        return new DensitySlice(values, scores, outline(density, first, second, viewport, values, side));
    }

    private static List<double[][]> outline(final Density density, final int first, final int second,
        final Viewport viewport, final double[] values, final int side) {
        if (density.dimension() == 2 && density.ranges().isEmpty()) {
            final var curves = Outline.curves(density, first, second);
            if (!curves.isEmpty()) {
                return curves.lines();
            }
        }
        double max = Double.NEGATIVE_INFINITY;
        for (final double value : values) {
            max = value > max ? value : max;
        }
        final var rows = new double[side][side];
        for (int k = 0; k < values.length; k++) {
            rows[k / side][k % side] = Math.max(values[k] - max, -FLOOR);
        }
        final var lines = new ArrayList<double[][]>();
        if (Double.isFinite(max)) {
            // values stand in the middles of cells, contours want them on corners
            final double dx = viewport.width() / side / 2;
            final double dy = viewport.height() / side / 2;
            final var middles = new Viewport(viewport.xMin() + dx, viewport.xMax() - dx, viewport.yMin() + dy,
                viewport.yMax() - dy);
            for (final double mass : MASSES) {
                final double level = Outline.level(rows, mass);
                if (Double.isFinite(level)) {
                    lines.addAll(Contours.lines(middles, rows, level));
                }
            }
        }
        return lines;
    }

    /** A block of points whose fixed coordinates are set once. */
    private static final class Grid {

        private final Density m_source;

        private final int[] m_shown;

        private final List<Interval> m_ranges;

        private final double[][] m_x;

        private final double[][] m_scores;

        private final double[] m_values;

        private final BlockEvaluation m_density;

        private final BlockScore m_score;

        Grid(final Density density, final int[] shown, final double[] point, final int n) {
            m_source = density;
            m_shown = shown;
            m_ranges = density.ranges();
            m_x = new double[density.dimension()][n];
            m_scores = new double[density.dimension()][n];
            m_values = new double[n];
            for (int i = 0; i < m_x.length; i++) {
                for (int k = 0; k < n; k++) {
                    set(i, k, point[i]);
                }
            }
            final boolean known = density.document().capabilities().contains(Capability.LOG_DENSITY);
            m_density = known ? density.blockEvaluation(n) : null;
            m_score = known ? null : density.blockScore(n);
        }

        void set(final int coordinate, final int k, final double value) {
            m_x[coordinate][k] = m_ranges.isEmpty() ? value : m_ranges.get(coordinate).toLine(value);
        }

        void plane(final Viewport viewport, final double[] values, final double[][] scores, final Monitor monitor) {
            final int n = m_values.length;
            for (int j = 0; j < n; j++) {
                monitor.check();
                for (int i = 0; i < n; i++) {
                    set(m_shown[0], i, viewport.xMin() + viewport.width() * (i + 0.5) / n);
                    set(m_shown[1], i, viewport.yMin() + viewport.height() * (j + 0.5) / n);
                }
                evaluate(values, j * n, scores, j * n);
            }
        }

        /** Values and scores of all points, the former in the coordinates that people see; either may be null. */
        void evaluate(final double[] values, final int at, final double[][] scores, final int scoresAt) {
            final int n = m_values.length;
            if (scores == null) {
                m_source.logDensity(m_x, n, m_values);
            } else if (m_density != null) {
                m_density.evaluate(m_x, n, m_values, m_scores);
            } else {
                m_score.score(m_x, n, m_scores);
            }
            for (int k = 0; k < n; k++) {
                if (values != null && m_density != null) {
                    values[at + k] = m_values[k] - logJacobian(k);
                }
                for (int c = 0; scores != null && c < m_shown.length; c++) {
                    scores[c][scoresAt + k] = score(m_shown[c], k);
                }
            }
        }

        private double logJacobian(final int k) {
            double sum = 0;
            for (int i = 0; i < m_ranges.size(); i++) {
                final double z = m_x[i][k];
                sum += Double.isFinite(z) ? m_ranges.get(i).logJacobian(z) : Double.NaN;
            }
            return sum;
        }

        private double score(final int coordinate, final int k) {
            final double score = m_scores[coordinate][k];
            if (m_ranges.isEmpty()) {
                return score;
            }
            final var range = m_ranges.get(coordinate);
            final double z = m_x[coordinate][k];
            return Double.isFinite(z) ? (score - range.logJacobianSlope(z)) / range.slope(z) : Double.NaN;
        }
    }
}
