// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.scorewalk.standin.core.table.RowStore;

/** Everything that one execution makes and that ends with it, unless someone else holds it, too. */
public final class ExecutionScope {

    private final Path m_tempDirectory;

    private final List<RowStore> m_stores = new ArrayList<>();

    private boolean m_closed;

    ExecutionScope(final Path tempDirectory) {
        m_tempDirectory = tempDirectory;
    }

    /** @return for what does not fit into memory */
    public Path tempDirectory() {
        return m_tempDirectory;
    }

    /**
     * @param columns number of columns
     * @return a new store, held by this execution
     */
    public synchronized RowStore newStore(final int columns) {
        if (m_closed) {
            throw new IllegalStateException("The execution has ended.");
        }
        final RowStore store = new RowStore(columns, () -> m_tempDirectory);
        m_stores.add(store);
        return store;
    }

    /** @param store is not needed any more by this execution */
    public void release(final RowStore store) {
        final boolean held;
        synchronized (this) {
            held = m_stores.remove(store);
        }
        if (held) {
            store.release();
        }
    }

    void close() {
        final List<RowStore> stores;
        synchronized (this) {
            m_closed = true;
            stores = List.copyOf(m_stores);
            m_stores.clear();
        }
        stores.forEach(RowStore::release);
    }
}
