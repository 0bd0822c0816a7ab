// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.def;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row in memory. Rows are equal if key and cells are, whatever their class. */
public class DefaultRow implements DataRow {

    private final RowKey m_key;

    private final DataCell[] m_cells;

    /**
     * @param rowKey the key
     * @param row the cells, none null; the array is copied
     */
    public DefaultRow(final RowKey rowKey, final DataCell... row) {
        if (rowKey == null) {
            throw new NullPointerException("Row key must not be null.");
        }
        m_key = rowKey;
        m_cells = row.clone();
        for (int i = 0; i < m_cells.length; i++) {
            if (m_cells[i] == null) {
                throw new NullPointerException("Cell " + i + " of row \"" + rowKey + "\" must not be null.");
            }
        }
    }

    /**
     * @param rowId the key
     * @param row the cells
     */
    public DefaultRow(final String rowId, final DataCell... row) {
        this(new RowKey(rowId), row);
    }

    /**
     * @param rowKey the key
     * @param row the cells
     */
    public DefaultRow(final RowKey rowKey, final List<DataCell> row) {
        this(rowKey, row.toArray(DataCell[]::new));
    }

    /**
     * @param rowId the key
     * @param row the cells
     */
    public DefaultRow(final String rowId, final List<DataCell> row) {
        this(new RowKey(rowId), row);
    }

    /**
     * @param rowKey the key
     * @param row numbers
     */
    public DefaultRow(final RowKey rowKey, final double... row) {
        this(rowKey, DoubleStream.of(row).mapToObj(DoubleCell::new).toArray(DataCell[]::new));
    }

    /**
     * @param rowId the key
     * @param row numbers
     */
    public DefaultRow(final String rowId, final double... row) {
        this(new RowKey(rowId), row);
    }

    /**
     * @param rowKey the key
     * @param row numbers
     */
    public DefaultRow(final RowKey rowKey, final int... row) {
        this(rowKey, IntStream.of(row).mapToObj(IntCell::new).toArray(DataCell[]::new));
    }

    /**
     * @param rowId the key
     * @param row numbers
     */
    public DefaultRow(final String rowId, final int... row) {
        this(new RowKey(rowId), row);
    }

    /**
     * @param rowKey the key
     * @param row texts
     */
    public DefaultRow(final RowKey rowKey, final String... row) {
        this(rowKey, Stream.of(row).map(StringCell::new).toArray(DataCell[]::new));
    }

    /**
     * @param rowId the key
     * @param row texts
     */
    public DefaultRow(final String rowId, final String... row) {
        this(new RowKey(rowId), row);
    }

    /**
     * @param key the new key
     * @param row gives the cells
     */
    public DefaultRow(final RowKey key, final DataRow row) {
        this(key, row.stream().toArray(DataCell[]::new));
    }

    /**
     * @param rowId the new key
     * @param row gives the cells
     */
    public DefaultRow(final String rowId, final DataRow row) {
        this(new RowKey(rowId), row);
    }

    @Override
    public final int getNumCells() {
        return m_cells.length;
    }

    @Override
    public final RowKey getKey() {
        return m_key;
    }

    @Override
    public final DataCell getCell(final int index) {
        return m_cells[index];
    }

    @Override
    public Iterator<DataCell> iterator() {
        return List.of(m_cells).iterator();
    }

    @Override
    public String toString() {
        return m_key + ": " + Arrays.toString(m_cells);
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
            if (!m_cells[i].equals(other.getCell(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return m_key.hashCode() ^ Arrays.hashCode(m_cells);
    }
}
