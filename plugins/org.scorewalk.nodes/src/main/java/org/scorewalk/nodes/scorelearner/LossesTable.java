// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorelearner;

import java.util.function.Consumer;

import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.scorewalk.engine.scorelearning.ScoreLosses;

/** The table of losses: {@code step}, {@code loss}, {@code validation loss}, {@code seconds}. */
final class LossesTable implements Consumer<ScoreLosses> {

    private final BufferedDataContainer m_container;

    private long m_rows;

    LossesTable(final BufferedDataContainer container) {
        m_container = container;
    }

    static DataTableSpec spec() {
        final var step = new DataColumnSpecCreator("step", IntCell.TYPE);
        step.setDomain(new DataColumnDomainCreator(new IntCell(1), null).createDomain());
        final var seconds = new DataColumnSpecCreator("seconds", DoubleCell.TYPE);
        seconds.setDomain(new DataColumnDomainCreator(new DoubleCell(0), null).createDomain());
        return new DataTableSpec("Losses", step.createSpec(),
            new DataColumnSpecCreator("loss", DoubleCell.TYPE).createSpec(),
            new DataColumnSpecCreator("validation loss", DoubleCell.TYPE).createSpec(), seconds.createSpec());
    }

    @Override
    public void accept(final ScoreLosses losses) {
        m_container.addRowToTable(new DefaultRow(RowKey.createRowKey(m_rows), new IntCell(losses.step()),
            new DoubleCell(losses.loss()), Double.isNaN(losses.validation())
                ? new MissingCell("No rows are kept for validation.") : new DoubleCell(losses.validation()),
            new DoubleCell(losses.seconds())));
        m_rows++;
    }
}
