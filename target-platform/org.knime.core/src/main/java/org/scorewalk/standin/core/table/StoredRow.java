// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core.table;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row that was read from a store. Cells of columns that were not asked for cannot be had. */
final class StoredRow implements DataRow {

    private final RowKey m_key;

    private final DataCell[] m_cells;

    StoredRow(final RowKey key, final DataCell[] cells) {
        m_key = key;
        m_cells = cells;
    }

    @Override
    public int getNumCells() {
        return m_cells.length;
    }

    @Override
    public RowKey getKey() {
        return m_key;
    }

    @Override
    public DataCell getCell(final int index) {
        final DataCell cell = m_cells[index];
        if (cell == null) {
            throw new IllegalStateException("Column " + index + " was left out by the table filter.");
        }
        return cell;
    }

    @Override
    public Iterator<DataCell> iterator() {
        return IntStream.range(0, m_cells.length).mapToObj(this::getCell).iterator();
    }

    @Override
    public boolean equals(final Object obj) {
        if (this == obj) {
            return true;
        }
        if (!(obj instanceof DataRow other) || other.getNumCells() != m_cells.length
            || !m_key.equals(other.getKey())) {
            return false;
        }
        for (int i = 0; i < m_cells.length; i++) {
            if (!getCell(i).equals(other.getCell(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return m_key.hashCode() ^ Arrays.hashCode(m_cells);
    }

    @Override
    public String toString() {
        return m_key + ": " + Arrays.toString(m_cells);
    }
}
