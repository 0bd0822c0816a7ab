// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.def;

import java.util.Iterator;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** Skeleton. */
public class DefaultRow implements DataRow {
    public DefaultRow(RowKey rowKey, DataCell... row) { throw new UnsupportedOperationException(); }
    public DefaultRow(String rowId, DataCell... row) { throw new UnsupportedOperationException(); }
    public DefaultRow(String rowId, List<DataCell> row) { throw new UnsupportedOperationException(); }
    public DefaultRow(RowKey rowKey, List<DataCell> row) { throw new UnsupportedOperationException(); }
    public DefaultRow(RowKey rowKey, double... row) { throw new UnsupportedOperationException(); }
    public DefaultRow(String rowId, double... row) { throw new UnsupportedOperationException(); }
    public DefaultRow(String rowId, int... row) { throw new UnsupportedOperationException(); }
    public DefaultRow(RowKey rowKey, int... row) { throw new UnsupportedOperationException(); }
    public DefaultRow(String rowId, String... row) { throw new UnsupportedOperationException(); }
    public DefaultRow(RowKey rowKey, String... row) { throw new UnsupportedOperationException(); }
    public DefaultRow(String rowId, DataRow row) { throw new UnsupportedOperationException(); }
    public DefaultRow(RowKey key, DataRow row) { throw new UnsupportedOperationException(); }
    public final int getNumCells() { throw new UnsupportedOperationException(); }
    public final RowKey getKey() { throw new UnsupportedOperationException(); }
    public final DataCell getCell(int index) { throw new UnsupportedOperationException(); }
    public Iterator<DataCell> iterator() { throw new UnsupportedOperationException(); }
    public String toString() { throw new UnsupportedOperationException(); }
    public boolean equals(Object obj) { throw new UnsupportedOperationException(); }
    public int hashCode() { throw new UnsupportedOperationException(); }
}
