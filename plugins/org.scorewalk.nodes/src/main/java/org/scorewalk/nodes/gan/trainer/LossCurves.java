// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.trainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.node.BufferedDataTable;
import org.scorewalk.nodes.util.CurvePoints;

/** The losses as curves for the view: one point an epoch and, where the table has more rows, one a row. */
final class LossCurves {

    /** Numbers of a point: epoch, iteration, discriminator's loss, generator's loss, seconds. */
    static final int NUMBERS = 5;

    private static final int DISCRIMINATOR = 2;

    private static final int GENERATOR = 3;

    private static final int SECONDS = 4;

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
        CurvePoints.of(losses).forEach(this::add);
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
        return CurvePoints.write(m_epochs, DISCRIMINATOR, GENERATOR);
    }

    /** @return the points of the curve by row; null where there is but one row an epoch */
    String rows() {
        return m_rows.size() == m_epochs.size() ? null : CurvePoints.write(m_rows, DISCRIMINATOR, GENERATOR);
    }
}
