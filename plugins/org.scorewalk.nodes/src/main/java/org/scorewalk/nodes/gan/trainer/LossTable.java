// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.trainer;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.scorewalk.engine.gan.LossRow;

/**
 * The table of losses: {@code epoch}, {@code iteration}, {@code discriminator loss}, {@code generator loss}, {@code
 * seconds}.
 */
final class LossTable {

    private LossTable() {
    }

    static DataTableSpec spec() {
        final var epoch = new DataColumnSpecCreator("epoch", IntCell.TYPE);
        epoch.setDomain(new DataColumnDomainCreator(new IntCell(1), null).createDomain());
        final var iteration = new DataColumnSpecCreator("iteration", LongCell.TYPE);
        iteration.setDomain(new DataColumnDomainCreator(new LongCell(1), null).createDomain());
        final var seconds = new DataColumnSpecCreator("seconds", DoubleCell.TYPE);
        seconds.setDomain(new DataColumnDomainCreator(new DoubleCell(0), null).createDomain());
        return new DataTableSpec("Losses", epoch.createSpec(), iteration.createSpec(), loss("discriminator loss"),
            loss("generator loss"), seconds.createSpec());
    }

    private static DataColumnSpec loss(final String name) {
        return new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec();
    }

    static DefaultRow row(final long index, final LossRow losses) {
        final DataCell generator = Double.isNaN(losses.generator())
            ? new MissingCell("The generator made no step in these iterations.") : new DoubleCell(losses.generator());
        return new DefaultRow(RowKey.createRowKey(index), new IntCell(losses.epoch()), new LongCell(losses.iteration()),
            new DoubleCell(losses.discriminator()), generator, new DoubleCell(losses.seconds()));
    }
}
