// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.collection;

import java.util.Iterator;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** A cell that holds cells in order; made by {@link CollectionCellFactory}. */
public class ListCell extends DataCell implements ListDataValue {

    private static final long serialVersionUID = 1L;

    private final transient List<DataCell> m_cells;

    private final transient DataType m_elementType;

    ListCell(final List<DataCell> cells) {
        m_cells = List.copyOf(cells);
        DataType type = null;
        for (final DataCell cell : m_cells) {
            if (!cell.isMissing()) {
                type = type == null ? cell.getType() : DataType.getCommonSuperType(type, cell.getType());
            }
        }
        m_elementType = type == null ? DataType.getMissingCell().getType() : type;
    }

    /**
     * @param elementType the type of the cells in the lists
     * @return the type of the lists
     */
    public static final DataType getCollectionType(final DataType elementType) {
        return DataType.getType(ListCell.class, elementType);
    }

    @Override
    public DataType getElementType() {
        return m_elementType;
    }

    @Override
    public Iterator<DataCell> iterator() {
        return m_cells.iterator();
    }

    @Override
    public DataCell get(final int index) {
        return m_cells.get(index);
    }

    @Override
    public int size() {
        return m_cells.size();
    }

    @Override
    public boolean containsBlobWrapperCells() {
        return false;
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return m_cells.equals(((ListCell)dc).m_cells);
    }

    @Override
    public int hashCode() {
        return m_cells.hashCode();
    }

    @Override
    public String toString() {
        return m_cells.toString();
    }
}
