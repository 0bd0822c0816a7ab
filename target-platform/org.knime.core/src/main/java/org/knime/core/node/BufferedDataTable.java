// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.concurrent.atomic.AtomicInteger;

import javax.swing.JComponent;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.filter.CloseableDataRowIterable;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.v2.RowCursor;
import org.knime.core.data.v2.RowRead;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.scorewalk.standin.core.table.RowReader;
import org.scorewalk.standin.core.table.RowStore;

/** A table that an {@link ExecutionContext} made. Several tables may share their rows. */
public final class BufferedDataTable implements DataTable, PortObject {

    /** The type of table ports. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);

    /** The type of table ports that need not be connected. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);

    private static final AtomicInteger IDS = new AtomicInteger();

    private final int m_id = IDS.incrementAndGet();

    private final DataTableSpec m_spec;

    private final RowStore m_store;

    BufferedDataTable(final DataTableSpec spec, final RowStore store) {
        m_spec = spec;
        m_store = store;
    }

    RowStore store() {
        return m_store;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return m_spec;
    }

    @Override
    public DataTableSpec getSpec() {
        return m_spec;
    }

    /** @return the number of rows */
    public long size() {
        return m_store.size();
    }

    @Override
    public String getSummary() {
        return "Rows: " + size() + ", Cols: " + m_spec.getNumColumns();
    }

    /** @return a number that no other table has */
    public Integer getBufferedTableId() {
        return m_id;
    }

    @Override
    public CloseableRowIterator iterator() {
        return new RowReader(m_store);
    }

    /**
     * @param filter what is read
     * @return the rows; cells of columns that are not read cannot be had
     */
    public CloseableDataRowIterable filter(final TableFilter filter) {
        filter.validate(m_spec, size());
        return () -> reader(filter, null);
    }

    /**
     * @param filter what is read
     * @param exec is asked before each row whether to go on; iterating then ends with an IllegalStateException
     * @return the rows
     */
    public CloseableDataRowIterable filter(final TableFilter filter, final ExecutionMonitor exec) {
        filter.validate(m_spec, size());
        return () -> reader(filter, () -> {
            try {
                exec.checkCanceled();
            } catch (CanceledExecutionException e) {
                throw new IllegalStateException("Execution canceled", e);
            }
        });
    }

    private CloseableRowIterator reader(final TableFilter filter, final Runnable check) {
        final boolean[] wanted = filter.getMaterializeColumnIndices().map(indices -> {
            final boolean[] columns = new boolean[m_spec.getNumColumns()];
            indices.forEach(i -> columns[i] = true);
            return columns;
        }).orElse(null);
        return new RowReader(m_store, filter.getFromRowIndex().orElse(0L),
            filter.getToRowIndex().map(i -> i + 1).orElse(size()), wanted, check);
    }

    /** @return goes through all rows */
    public RowCursor cursor() {
        return new Cursor(iterator(), m_spec.getNumColumns());
    }

    /**
     * @param filter what is read
     * @return goes through these rows
     */
    public RowCursor cursor(final TableFilter filter) {
        return new Cursor(filter(filter).iterator(), m_spec.getNumColumns());
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    private static final class Cursor implements RowCursor {

        private final CloseableRowIterator m_rows;

        private final RowRead m_read;

        private DataRow m_row;

        private final int m_columns;

        Cursor(final CloseableRowIterator rows, final int columns) {
            m_rows = rows;
            m_columns = columns;
            m_read = RowRead.suppliedBy(() -> m_row, columns);
        }

        @Override
        public RowRead forward() {
            if (!m_rows.hasNext()) {
                return null;
            }
            m_row = m_rows.next();
            return m_read;
        }

        @Override
        public boolean canForward() {
            return m_rows.hasNext();
        }

        @Override
        public int getNumColumns() {
            return m_columns;
        }

        @Override
        public void close() {
            m_rows.close();
        }
    }
}
