// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.scorewalk.engine.sampling.FrameSink;

/**
 * The table of particles over time: {@code run} and {@code particle}, counted from 1, {@code step}, where 0 is the
 * start, and one double column a coordinate. Rows are ordered by run, step and particle.
 */
public final class ParticleTable {

    /** The column with the number of the run. */
    public static final String RUN = "run";

    /** The column with the number of the step. */
    public static final String STEP = "step";

    /** The column with the number of the particle. */
    public static final String PARTICLE = "particle";

    /** The columns before the coordinates. */
    public static final List<String> INDEX_COLUMNS = List.of(RUN, STEP, PARTICLE);

    private ParticleTable() {
    }

    /**
     * The table's spec.
     *
     * @param coordinates the names of the coordinates
     * @param runs how many runs there are
     * @param firstStep the first recorded step
     * @param lastStep the last recorded step
     * @param particles how many particles there are, or 0 where that is not known yet
     * @return the spec, with domains for run, step and particle
     */
    public static DataTableSpec spec(final List<String> coordinates, final int runs, final int firstStep,
        final int lastStep, final int particles) {
        final var columns = new ArrayList<DataColumnSpec>();
        columns.add(index(RUN, 1, runs));
        columns.add(index(STEP, firstStep, lastStep));
        columns.add(index(PARTICLE, 1, particles));
        for (final var name : coordinates) {
            columns.add(new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec());
        }
        return new DataTableSpec("Particles", columns.toArray(DataColumnSpec[]::new));
    }

    private static DataColumnSpec index(final String name, final int lower, final int upper) {
        final var creator = new DataColumnSpecCreator(name, IntCell.TYPE);
        if (upper >= lower) {
            creator.setDomain(new DataColumnDomainCreator(new IntCell(lower), new IntCell(upper)).createDomain());
        }
        return creator.createSpec();
    }

    /**
     * A sink that writes frames as rows.
     *
     * @param container takes the rows; it stays open
     * @return the sink, for use by one thread
     */
    public static FrameSink writer(final BufferedDataContainer container) {
        return new Writer(container);
    }

    private static final class Writer implements FrameSink {

        private final BufferedDataContainer m_container;

        private long m_rows;

        private DataCell m_run = new IntCell(0);

        private DataCell m_step = new IntCell(-1);

        Writer(final BufferedDataContainer container) {
            m_container = container;
        }

        @Override
        public void accept(final int run, final int step, final int first, final double[][] x, final int n) {
            m_run = reuse(m_run, run + 1);
            m_step = reuse(m_step, step);
            for (int k = 0; k < n; k++) {
                final var cells = new DataCell[INDEX_COLUMNS.size() + x.length];
                cells[0] = m_run;
                cells[1] = m_step;
                cells[2] = new IntCell(first + k + 1);
                for (int i = 0; i < x.length; i++) {
                    cells[INDEX_COLUMNS.size() + i] = new DoubleCell(x[i][k]);
                }
                m_container.addRowToTable(new DefaultRow(RowKey.createRowKey(m_rows), cells));
                m_rows++;
            }
        }

        private static DataCell reuse(final DataCell cell, final int value) {
            return ((IntCell)cell).getIntValue() == value ? cell : new IntCell(value);
        }
    }
}
