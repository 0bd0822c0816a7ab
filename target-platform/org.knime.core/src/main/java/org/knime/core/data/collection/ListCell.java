// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.collection;

import java.util.Iterator;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** Skeleton. */
public class ListCell extends DataCell implements ListDataValue {
    public static final DataType getCollectionType(DataType elementType) { throw new UnsupportedOperationException(); }
    public DataType getElementType() { throw new UnsupportedOperationException(); }
    public Iterator<DataCell> iterator() { throw new UnsupportedOperationException(); }
    public DataCell get(int index) { throw new UnsupportedOperationException(); }
    public int size() { throw new UnsupportedOperationException(); }
    public boolean containsBlobWrapperCells() { throw new UnsupportedOperationException(); }
    protected boolean equalsDataCell(DataCell dc) { throw new UnsupportedOperationException(); }
    public int hashCode() { throw new UnsupportedOperationException(); }
    public String toString() { throw new UnsupportedOperationException(); }
}
