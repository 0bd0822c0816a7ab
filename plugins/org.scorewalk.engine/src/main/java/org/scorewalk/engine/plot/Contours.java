// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Level lines of a function on a regular grid by marching squares (W. Lorensen, H. Cline, 1987, in the plane): linear
 * interpolation on the grid's edges, the mean of the four corners decides at saddles, pieces are joined to long lines.
 */
final class Contours {

    private final Viewport m_viewport;

    private final double[][] m_values;

    private final int m_columns;

    private final int m_rows;

    /** Each cut edge of the grid with its at most two neighbours on the line. */
    private final Map<Long, long[]> m_neighbours = new HashMap<>();

    private final double m_level;

    private Contours(final Viewport viewport, final double[][] values, final double level) {
        m_viewport = viewport;
        m_values = values;
        m_rows = values.length;
        m_columns = values[0].length;
        m_level = level;
    }

    /**
     * @param viewport where the corners of the grid lie
     * @param values {@code values[row][column]}, rows from yMin to yMax; the lines leave out cells with a NaN
     * @param level the level
     * @return lines as {@code double[2][points]}; a closed line repeats its first point at the end
     */
    static List<double[][]> lines(final Viewport viewport, final double[][] values, final double level) {
        final Contours contours = new Contours(viewport, values, level);
        contours.march();
        return contours.join();
    }

    private void march() {
        for (int j = 0; j < m_rows - 1; j++) {
            for (int i = 0; i < m_columns - 1; i++) {
                final double a = m_values[j][i];
                final double b = m_values[j][i + 1];
                final double c = m_values[j + 1][i + 1];
                final double d = m_values[j + 1][i];
                if (Double.isNaN(a + b + c + d)) {
                    continue;
                }
                final int cell = (a >= m_level ? 1 : 0) | (b >= m_level ? 2 : 0) | (c >= m_level ? 4 : 0)
                    | (d >= m_level ? 8 : 0);
                cell(i, j, cell, (a + b + c + d) / 4 >= m_level);
            }
        }
    }

    private void cell(final int i, final int j, final int corners, final boolean centreInside) {
        final long south = edge(i, j, false);
        final long north = edge(i, j + 1, false);
        final long west = edge(i, j, true);
        final long east = edge(i + 1, j, true);
        switch (corners) {
            case 1, 14 -> connect(west, south);
            case 2, 13 -> connect(south, east);
            case 4, 11 -> connect(east, north);
            case 8, 7 -> connect(north, west);
            case 3, 12 -> connect(west, east);
            case 6, 9 -> connect(south, north);
            case 5 -> saddle(centreInside, south, east, north, west);
            case 10 -> saddle(!centreInside, south, east, north, west);
            default -> {
                // all corners on one side
            }
        }
    }

    /** Both other corners are cut off where the diagonal is joined, else the diagonal's corners. */
    private void saddle(final boolean joined, final long south, final long east, final long north, final long west) {
        if (joined) {
            connect(south, east);
            connect(north, west);
        } else {
            connect(west, south);
            connect(east, north);
        }
    }

    private long edge(final int i, final int j, final boolean vertical) {
        return ((long)j * m_columns + i) * 2 + (vertical ? 1 : 0);
    }

    private void connect(final long from, final long to) {
        put(from, to);
        put(to, from);
    }

    private void put(final long from, final long to) {
        final long[] neighbours = m_neighbours.computeIfAbsent(from, k -> new long[]{-1, -1});
        neighbours[neighbours[0] < 0 ? 0 : 1] = to;
    }

    private List<double[][]> join() {
        final List<double[][]> lines = new ArrayList<>();
        // sorted, so that the order of the lines does not depend on hashing
        final List<Long> starts = m_neighbours.keySet().stream().sorted().toList();
        for (final Long start : starts) {
            if (m_neighbours.containsKey(start)) {
                lines.add(line(start));
            }
        }
        return lines;
    }

    private double[][] line(final long start) {
        final Deque<Long> line = new ArrayDeque<>();
        line.add(start);
        final long[] ends = m_neighbours.remove(start);
        boolean closed = false;
        for (int direction = 0; direction < 2; direction++) {
            long previous = start;
            long next = ends[direction];
            while (next >= 0 && !closed) {
                if (next == start) {
                    closed = true;
                    break;
                }
                final long[] neighbours = m_neighbours.remove(next);
                if (neighbours == null) {
                    break;
                }
                if (direction == 0) {
                    line.addLast(next);
                } else {
                    line.addFirst(next);
                }
                final long after = neighbours[0] == previous ? neighbours[1] : neighbours[0];
                previous = next;
                next = after;
            }
        }
        if (closed) {
            line.addLast(start);
        }
        final double[][] points = new double[2][line.size()];
        int k = 0;
        for (final long edge : line) {
            point(edge, points, k++);
        }
        return points;
    }

    private void point(final long edge, final double[][] points, final int k) {
        final boolean vertical = (edge & 1) == 1;
        final int i = (int)(edge / 2 % m_columns);
        final int j = (int)(edge / 2 / m_columns);
        final double from = m_values[j][i];
        final double to = vertical ? m_values[j + 1][i] : m_values[j][i + 1];
        final double t = Math.max(0, Math.min(1, (m_level - from) / (to - from)));
        points[0][k] = m_viewport.xMin() + m_viewport.width() * (i + (vertical ? 0 : t)) / (m_columns - 1);
        points[1][k] = m_viewport.yMin() + m_viewport.height() * (j + (vertical ? t : 0)) / (m_rows - 1);
    }
}
