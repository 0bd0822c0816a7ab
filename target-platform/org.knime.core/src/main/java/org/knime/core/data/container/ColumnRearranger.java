// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataTableSpec;

/** Skeleton. */
public class ColumnRearranger {
    public ColumnRearranger(DataTableSpec original) { throw new UnsupportedOperationException(); }
    public final void keepOnly(int... colIndices) { throw new UnsupportedOperationException(); }
    public final void keepOnly(String... colNames) { throw new UnsupportedOperationException(); }
    public final void remove(int... colIndices) { throw new UnsupportedOperationException(); }
    public final void remove(String... colNames) { throw new UnsupportedOperationException(); }
    public final int indexOf(String colName) { throw new UnsupportedOperationException(); }
    public final int getColumnCount() { throw new UnsupportedOperationException(); }
    public final void move(int from, int to) { throw new UnsupportedOperationException(); }
    public final void move(String colName, int to) { throw new UnsupportedOperationException(); }
    public final void permute(int[] colIndicesInOrder) { throw new UnsupportedOperationException(); }
    public final void permute(String[] colNamesInOrder) { throw new UnsupportedOperationException(); }
    public final void insertAt(int position, CellFactory fac) { throw new UnsupportedOperationException(); }
    public final void append(CellFactory fac) { throw new UnsupportedOperationException(); }
    public final void replace(CellFactory newCol, String colName) { throw new UnsupportedOperationException(); }
    public final void replace(CellFactory fac, int... colIndex) { throw new UnsupportedOperationException(); }
    public final DataTableSpec createSpec() { throw new UnsupportedOperationException(); }
}
