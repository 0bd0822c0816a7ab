// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;

/**
 * Curves for views, each point an array of numbers. Curves of very many points are reduced to the first, last, lowest
 * and highest ones of equal sections, which looks the same (M4; Jugel et al. 2014).
 */
public final class CurvePoints {

    /** The most points of a curve. */
    public static final int MAX_POINTS = 12_000;

    private CurvePoints() {
    }

    /**
     * Reads a table of numbers.
     *
     * @param table the table, whose columns are numbers
     * @return its rows, missing cells as NaN
     */
    public static List<double[]> of(final BufferedDataTable table) {
        final List<double[]> points = new ArrayList<>();
        try (var iterator = table.iterator()) {
            while (iterator.hasNext()) {
                final var row = iterator.next();
                final double[] numbers = new double[row.getNumCells()];
                for (int i = 0; i < numbers.length; i++) {
                    final DataCell cell = row.getCell(i);
                    numbers[i] = cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue();
                }
                points.add(numbers);
            }
        }
        return points;
    }

    /**
     * Writes a curve for a page.
     *
     * @param points the points, reduced to {@link #MAX_POINTS}
     * @param curves which of their numbers are drawn: their lowest and highest ones are kept
     * @return the points, number after number, as {@link ViewData#doubles} writes them
     */
    public static String write(final List<double[]> points, final int... curves) {
        final List<double[]> kept = reduced(points, curves);
        final int numbers = kept.isEmpty() ? 0 : kept.get(0).length;
        final double[] columns = new double[numbers * kept.size()];
        for (int k = 0; k < kept.size(); k++) {
            for (int i = 0; i < numbers; i++) {
                columns[i * kept.size() + k] = kept.get(k)[i];
            }
        }
        return ViewData.doubles(columns);
    }

    private static List<double[]> reduced(final List<double[]> points, final int... curves) {
        if (points.size() <= MAX_POINTS) {
            return points;
        }
        final int sections = MAX_POINTS / (2 + 2 * curves.length);
        final List<double[]> kept = new ArrayList<>();
        for (int s = 0; s < sections; s++) {
            final int from = (int)((long)points.size() * s / sections);
            final int to = (int)((long)points.size() * (s + 1) / sections);
            final TreeSet<Integer> indices = new TreeSet<>(List.of(from, to - 1));
            for (final int i : curves) {
                int low = -1;
                int high = -1;
                for (int k = from; k < to; k++) {
                    final double value = points.get(k)[i];
                    if (!Double.isNaN(value)) {
                        low = low < 0 || value < points.get(low)[i] ? k : low;
                        high = high < 0 || value > points.get(high)[i] ? k : high;
                    }
                }
                if (low >= 0) {
                    indices.add(low);
                    indices.add(high);
                }
            }
            indices.forEach(k -> kept.add(points.get(k)));
        }
        return kept;
    }
}
