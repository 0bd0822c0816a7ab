// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.trainer;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.scorewalk.engine.gan.GanShape;
import org.scorewalk.engine.gan.GanTrainer;
import org.scorewalk.engine.gan.LossRow;
import org.scorewalk.nodes.gan.GanRows;

/** Writes what happens during training into two tables. */
final class TrainingTables implements GanTrainer.Observer, AutoCloseable {

    static final String EPOCH = "epoch";

    static final String SAMPLE = "sample";

    private final BufferedDataContainer m_losses;

    private final BufferedDataContainer m_samples;

    private final GanRows.Writer m_writer;

    private final List<Integer> m_epochs = new ArrayList<>();

    private long m_lossRows;

    TrainingTables(final BufferedDataContainer losses, final BufferedDataContainer samples, final GanShape shape) {
        m_losses = losses;
        m_samples = samples;
        m_writer = new GanRows.Writer(samples, shape);
    }

    @Override
    public void losses(final LossRow row) {
        m_losses.addRowToTable(LossTable.row(m_lossRows, row));
        m_lossRows++;
    }

    @Override
    public void samples(final int epoch, final float[] rows) {
        m_epochs.add(epoch);
        final var epochCell = new IntCell(epoch);
        final int count = rows.length / m_writer.columns();
        for (int r = 0; r < count; r++) {
            m_writer.add(new IntCell[]{epochCell, new IntCell(r + 1)}, rows, r);
        }
    }

    /** @return the epochs whose samples were written */
    List<Integer> epochs() {
        return m_epochs;
    }

    /** @return the table of losses, once closed */
    BufferedDataTable losses() {
        return m_losses.getTable();
    }

    /** @return the table of samples, once closed */
    BufferedDataTable samples() {
        return m_samples.getTable();
    }

    @Override
    public void close() {
        m_writer.close();
        m_losses.close();
        m_samples.close();
    }
}
