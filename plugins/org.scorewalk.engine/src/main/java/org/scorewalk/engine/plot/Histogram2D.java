// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

/**
 * Counts of points on a regular grid over a viewport. Bins are half open, [edge i, edge i+1), but the last one of an
 * axis holds its upper end, as in NumPy's and MATLAB's histograms; a value is compared with the edges themselves, so
 * rounding never moves it to a neighbour.
 */
final class Histogram2D {

    private final Viewport m_viewport;

    private final double[] m_edgesX;

    private final double[] m_edgesY;

    private final long[] m_counts;

    private long m_inside;

    private long m_outside;

    /**
     * @param viewport the range of both axes
     * @param binsX bins of the x axis
     * @param binsY bins of the y axis
     */
    Histogram2D(final Viewport viewport, final int binsX, final int binsY) {
        m_viewport = viewport;
        m_edgesX = edges(viewport.xMin(), viewport.xMax(), binsX);
        m_edgesY = edges(viewport.yMin(), viewport.yMax(), binsY);
        m_counts = new long[binsX * binsY];
    }

    private static double[] edges(final double min, final double max, final int bins) {
        final double[] edges = new double[bins + 1];
        for (int i = 0; i < bins; i++) {
            edges[i] = min + (max - min) / bins * i;
        }
        edges[bins] = max;
        return edges;
    }

    /** Counts a point. */
    void add(final double x, final double y) {
        final int i = bin(m_edgesX, x);
        final int j = bin(m_edgesY, y);
        if (i < 0 || j < 0) {
            m_outside++;
        } else {
            m_counts[j * (m_edgesX.length - 1) + i]++;
            m_inside++;
        }
    }

    private static int bin(final double[] edges, final double value) {
        final int bins = edges.length - 1;
        if (!(value >= edges[0] && value <= edges[bins])) {
            return -1;
        }
        int i = Math.min(bins - 1, (int)((value - edges[0]) / (edges[bins] - edges[0]) * bins));
        while (value < edges[i]) {
            i--;
        }
        while (i < bins - 1 && value >= edges[i + 1]) {
            i++;
        }
        return i;
    }

    /** Adds the counts of another histogram with the same bins. */
    void add(final Histogram2D other) {
        for (int i = 0; i < m_counts.length; i++) {
            m_counts[i] += other.m_counts[i];
        }
        m_inside += other.m_inside;
        m_outside += other.m_outside;
    }

    Viewport viewport() {
        return m_viewport;
    }

    int binsX() {
        return m_edgesX.length - 1;
    }

    int binsY() {
        return m_edgesY.length - 1;
    }

    /** @return points in the bin of column i and row j, rows counted upwards */
    long count(final int i, final int j) {
        return m_counts[j * binsX() + i];
    }

    /** @return probability per unit of area in that bin, among the points inside the range */
    double density(final int i, final int j) {
        final double area = (m_edgesX[i + 1] - m_edgesX[i]) * (m_edgesY[j + 1] - m_edgesY[j]);
        return m_inside == 0 ? 0 : count(i, j) / (m_inside * area);
    }

    /** @return the count or the density of a bin */
    double value(final int i, final int j, final boolean density) {
        return density ? density(i, j) : count(i, j);
    }

    /** @return the largest value of a bin */
    double max(final boolean density) {
        double max = 0;
        for (int j = 0; j < binsY(); j++) {
            for (int i = 0; i < binsX(); i++) {
                max = Math.max(max, value(i, j, density));
            }
        }
        return max;
    }

    long inside() {
        return m_inside;
    }

    long outside() {
        return m_outside;
    }
}
