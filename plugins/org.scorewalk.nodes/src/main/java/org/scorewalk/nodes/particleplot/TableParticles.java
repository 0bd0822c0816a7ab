// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.particleplot;

import java.util.Arrays;
import java.util.Locale;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.node.BufferedDataTable;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.plot.ParticleSource;

/** Reads particles from a table, row by row; what cannot be drawn is named with its column and row. */
final class TableParticles implements ParticleSource {

    private static final int ROWS_PER_CHECK = 1024;

    private static final long REPORT_NANOS = 500_000_000;

    private final BufferedDataTable m_table;

    private final String[] m_names;

    private final int[] m_indices;

    TableParticles(final BufferedDataTable table, final PlotColumns columns) {
        m_table = table;
        m_names = new String[]{columns.run(), columns.step(), columns.particle(), columns.x(), columns.y()};
        final DataTableSpec spec = table.getDataTableSpec();
        m_indices = Arrays.stream(m_names).mapToInt(n -> n.isEmpty() ? -1 : spec.findColumnIndex(n)).toArray();
    }

    @Override
    public long size() {
        return m_table.size();
    }

    @Override
    public void scan(final RowVisitor visitor, final Monitor monitor) {
        final int[] needed = Arrays.stream(m_indices).filter(i -> i >= 0).distinct().toArray();
        final Numbering numbering = new Numbering();
        long rows = 0;
        long last = System.nanoTime();
        try (var iterator = m_table.filter(TableFilter.materializeCols(needed)).iterator()) {
            while (iterator.hasNext()) {
                if (rows++ % ROWS_PER_CHECK == 0) {
                    monitor.check();
                    final long now = System.nanoTime();
                    if (now - last > REPORT_NANOS) {
                        last = now;
                        report(rows, monitor);
                    }
                }
                final DataRow row = iterator.next();
                final int run = whole(row, 0, 1);
                final int step = whole(row, 1, 0);
                final int particle = m_indices[2] < 0 ? numbering.next(run, step) : whole(row, 2, 0);
                visitor.accept(run, step, particle, number(row, 3), number(row, 4));
            }
        }
    }

    private void report(final long rows, final Monitor monitor) {
        final long size = Math.max(1, size());
        monitor.report((double)rows / size, () -> String.format(Locale.ROOT, "Reading row %,d of %,d", rows, size));
    }

    private int whole(final DataRow row, final int which, final int absent) {
        if (m_indices[which] < 0) {
            return absent;
        }
        final DataCell cell = present(row, which);
        final long value = ((LongValue)cell).getLongValue();
        InputException.check(value == (int)value,
            "The column '%s' holds %d in row '%s', which is too large for a number of a run, step or particle. Choose "
                + "another column.",
            m_names[which], value, row.getKey());
        return (int)value;
    }

    private double number(final DataRow row, final int which) {
        final double value = ((DoubleValue)present(row, which)).getDoubleValue();
        InputException.check(Double.isFinite(value),
            "The column '%s' of the table at the port '%s' holds %s in row '%s', which cannot be drawn. Remove the row "
                + "or replace the number.",
            m_names[which], ParticlePlotNodeFactory.PARTICLES_PORT, value, row.getKey());
        return value;
    }

    private DataCell present(final DataRow row, final int which) {
        final DataCell cell = row.getCell(m_indices[which]);
        InputException.check(!cell.isMissing(),
            "The column '%s' of the table at the port '%s' has a missing cell in row '%s'. Remove the row or fill the "
                + "gap, for instance with the node Missing Value.",
            m_names[which], ParticlePlotNodeFactory.PARTICLES_PORT, row.getKey());
        return cell;
    }

    /** Numbers the rows of a step from 1 where no column does. */
    private static final class Numbering {

        private int m_run;

        private int m_step;

        private int m_number;

        int next(final int run, final int step) {
            if (run != m_run || step != m_step) {
                m_run = run;
                m_step = step;
                m_number = 0;
            }
            return ++m_number;
        }
    }
}
