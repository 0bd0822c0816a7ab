// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.trainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.scorewalk.nodes.gan.GanViewData;

/**
 * The losses as curves for the view: one point an epoch and, where the table has more rows, one a row. Curves of very
 * many points are reduced to the first, last, lowest and highest ones of equal sections, which looks the same (M4;
 * Jugel et al. 2014).
 */
final class LossCurves {

    /** Numbers of a point: epoch, iteration, discriminator's loss, generator's loss, seconds. */
    static final int NUMBERS = 5;

    /** The most points of a curve. */
    static final int MAX_POINTS = 12_000;

    private static final int DISCRIMINATOR = 2;

    private static final int GENERATOR = 3;

    private static final int SECONDS = 4;

    /** First, last, and the lowest and highest of two losses. */
    private static final int POINTS_PER_SECTION = 6;

    private final List<double[]> m_epochs = new ArrayList<>();

    private final List<double[]> m_rows = new ArrayList<>();

    private final double[] m_sums = new double[2];

    private final double[] m_weights = new double[2];

    private double m_iteration;

    /**
     * @param losses the table
     * @param firstIteration how many iterations had been made before its first row
     */
    LossCurves(final BufferedDataTable losses, final long firstIteration) {
        m_iteration = firstIteration;
        try (var iterator = losses.iterator()) {
            while (iterator.hasNext()) {
                add(numbers(iterator.next()));
            }
        }
    }

    private static double[] numbers(final DataRow row) {
        final double[] numbers = new double[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            final DataCell cell = row.getCell(i);
            numbers[i] = cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue();
        }
        return numbers;
    }

    /** An epoch's loss is the mean of its rows', each of which is a mean over the iterations since the row before. */
    private void add(final double[] row) {
        m_rows.add(row);
        final int last = m_epochs.size() - 1;
        if (last < 0 || m_epochs.get(last)[0] != row[0]) {
            m_epochs.add(row.clone());
            Arrays.fill(m_sums, 0);
            Arrays.fill(m_weights, 0);
        }
        final double[] epoch = m_epochs.get(m_epochs.size() - 1);
        final double iterations = row[1] - m_iteration;
        m_iteration = row[1];
        for (int i = 0; i < 2; i++) {
            final double loss = row[DISCRIMINATOR + i];
            if (!Double.isNaN(loss)) {
                m_sums[i] += iterations * loss;
                m_weights[i] += iterations;
            }
            epoch[DISCRIMINATOR + i] = m_weights[i] > 0 ? m_sums[i] / m_weights[i] : Double.NaN;
        }
        epoch[1] = row[1];
        epoch[SECONDS] = row[SECONDS];
    }

    /** @return the points of the curve by epoch, number after number */
    String epochs() {
        return GanViewData.base64(columns(reduced(m_epochs)));
    }

    /** @return the points of the curve by row; null where there is but one row an epoch */
    String rows() {
        return m_rows.size() == m_epochs.size() ? null : GanViewData.base64(columns(reduced(m_rows)));
    }

    private static List<double[]> reduced(final List<double[]> points) {
        if (points.size() <= MAX_POINTS) {
            return points;
        }
        final int sections = MAX_POINTS / POINTS_PER_SECTION;
        final List<double[]> kept = new ArrayList<>();
        for (int s = 0; s < sections; s++) {
            final int from = (int)((long)points.size() * s / sections);
            final int to = (int)((long)points.size() * (s + 1) / sections);
            final TreeSet<Integer> indices = new TreeSet<>(List.of(from, to - 1));
            for (int i = DISCRIMINATOR; i <= GENERATOR; i++) {
                int low = -1;
                int high = -1;
                for (int k = from; k < to; k++) {
                    final double loss = points.get(k)[i];
                    if (!Double.isNaN(loss)) {
                        low = low < 0 || loss < points.get(low)[i] ? k : low;
                        high = high < 0 || loss > points.get(high)[i] ? k : high;
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

    private static double[] columns(final List<double[]> points) {
        final double[] columns = new double[NUMBERS * points.size()];
        for (int k = 0; k < points.size(); k++) {
            for (int i = 0; i < NUMBERS; i++) {
                columns[i * points.size() + k] = points.get(k)[i];
            }
        }
        return columns;
    }
}
