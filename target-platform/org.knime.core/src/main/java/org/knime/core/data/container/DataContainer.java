// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.scorewalk.standin.core.table.ContainerParts;
import org.scorewalk.standin.core.table.RowStore;
import org.scorewalk.standin.core.table.StoredTable;
import org.scorewalk.standin.core.table.TableBuilder;
import org.scorewalk.standin.core.table.TempDirectory;

/**
 * Takes rows one by one and gives a table when it is closed. Errors are thrown by {@link #addRowToTable} at once, where
 * KNIME looks at rows in batches and may tell later.
 */
public class DataContainer implements RowAppender, RowFlushable {

    /** Id of tables that belong to no workflow. */
    public static final int NOT_IN_WORKFLOW_BUFFER = -1;

    static {
        ContainerParts.setAccess((container, builder) -> container.m_builder = builder);
    }

    private TableBuilder m_builder;

    private DataTableSpec m_spec;

    private boolean m_closed;

    /** @param spec the structure; its domains do not count */
    public DataContainer(final DataTableSpec spec) {
        this(spec, DataContainerSettings.getDefault());
    }

    /**
     * @param spec the structure
     * @param initDomain whether its domains are what is known at first
     */
    public DataContainer(final DataTableSpec spec, final boolean initDomain) {
        this(spec, DataContainerSettings.builder().withInitializedDomain(initDomain).build());
    }

    /**
     * @param spec the structure
     * @param settings how rows are treated
     */
    public DataContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        m_spec = java.util.Objects.requireNonNull(spec, "Spec must not be null!");
        m_builder = ContainerParts.newBuilder(spec, settings,
            new RowStore(spec.getNumColumns(), TempDirectory.SYSTEM));
    }

    @Override
    public void addRowToTable(final DataRow row) {
        if (m_closed) {
            throw new IllegalStateException("Cannot add row: container has not been initialized (opened).");
        }
        if (row == null) {
            throw new NullPointerException("Can't add null rows to container");
        }
        m_builder.add(row);
    }

    @Override
    public void flushRows() {
        // every row is looked at when it is added
    }

    /** Ends the taking of rows. */
    public void close() {
        if (!m_closed) {
            m_closed = true;
            m_spec = m_builder.finish();
        }
    }

    /** @return whether no more rows are taken */
    public boolean isClosed() {
        return m_closed;
    }

    /** @return whether rows are taken */
    public boolean isOpen() {
        return !m_closed;
    }

    /** @return the number of rows so far */
    public long size() {
        return m_builder.store().size();
    }

    /** @return the structure, with all domains once the container is closed */
    public DataTableSpec getTableSpec() {
        return m_spec;
    }

    /** @return the table */
    public DataTable getTable() {
        return getCloseableTable();
    }

    /** @return the table, which is dropped when it is closed */
    public CloseableTable getCloseableTable() {
        if (!m_closed) {
            throw new IllegalStateException("Cannot get table: container is not closed.");
        }
        return new StoredTable(m_spec, m_builder.store());
    }
}
