// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core.table;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.CloseableTable;

/** A table outside any node; closing it drops its rows. */
public final class StoredTable implements CloseableTable {

    private final DataTableSpec m_spec;

    private final RowStore m_store;

    /**
     * @param spec the structure
     * @param store the rows
     */
    public StoredTable(final DataTableSpec spec, final RowStore store) {
        m_spec = spec;
        m_store = store;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return m_spec;
    }

    @Override
    public CloseableRowIterator iterator() {
        return new RowReader(m_store);
    }

    @Override
    public void close() {
        m_store.release();
    }
}
