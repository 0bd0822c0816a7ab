// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.container.DataContainerSettings;
import org.scorewalk.standin.core.table.ContainerParts;
import org.scorewalk.standin.core.table.RowStore;

/** Takes the rows of a table that belongs to an execution; made by {@link ExecutionContext}. */
public class BufferedDataContainer extends DataContainer {

    private final RowStore m_store;

    private BufferedDataTable m_table;

    BufferedDataContainer(final DataTableSpec spec, final DataContainerSettings settings, final RowStore store) {
        super(spec, settings);
        ContainerParts.access().setBuilder(this, ContainerParts.newBuilder(spec, settings, store));
        m_store = store;
    }

    @Override
    public BufferedDataTable getTable() {
        if (!isClosed()) {
            throw new IllegalStateException("Cannot get table: container is not closed.");
        }
        if (m_table == null) {
            m_table = new BufferedDataTable(getTableSpec(), m_store);
        }
        return m_table;
    }
}
