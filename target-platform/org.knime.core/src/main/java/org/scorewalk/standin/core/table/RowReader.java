// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core.table;

import java.util.NoSuchElementException;

import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.scorewalk.standin.core.table.RowStore.BlockOfRows;

/** Reads rows of a store in their order. */
public final class RowReader extends CloseableRowIterator {

    private final RowStore m_store;

    private final boolean[] m_wanted;

    private final long m_end;

    private final Runnable m_check;

    private BlockOfRows m_block;

    private long m_next;

    private boolean m_closed;

    /**
     * @param store all rows of it
     */
    public RowReader(final RowStore store) {
        this(store, 0, store.size(), null, null);
    }

    /**
     * @param store the rows
     * @param from index of the first row
     * @param to index after the last row
     * @param wanted the columns to read, null for all
     * @param check is called before each row, may be null
     */
    public RowReader(final RowStore store, final long from, final long to, final boolean[] wanted,
        final Runnable check) {
        m_store = store;
        m_next = from;
        m_end = Math.min(to, store.size());
        m_wanted = wanted;
        m_check = check;
    }

    @Override
    public boolean hasNext() {
        return !m_closed && m_next < m_end;
    }

    @Override
    public DataRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are no more rows.");
        }
        if (m_check != null) {
            m_check.run();
        }
        if (m_block == null || m_next >= m_block.end()) {
            m_block = m_store.blockAt(m_next);
            for (long i = m_block.first(); i < m_next; i++) {
                RowCodec.skipKey(m_block.bytes());
                RowCodec.skipCells(m_store.columns(), m_block.bytes());
            }
        }
        final RowKey key = RowCodec.readKey(m_next, m_block.bytes());
        final DataRow row =
            new StoredRow(key, RowCodec.readCells(m_store.columns(), m_wanted, m_block.bytes()));
        m_next++;
        return row;
    }

    @Override
    public void close() {
        m_closed = true;
        m_block = null;
    }
}
