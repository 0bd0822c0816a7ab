// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.collection;

import java.util.Collection;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;

/** Skeleton. */
public final class CollectionCellFactory {
    public static ListCell createListCell(Collection<? extends DataCell> coll) { throw new UnsupportedOperationException(); }
    public static ListCell createListCell(DataRow row, int[] cols) { throw new UnsupportedOperationException(); }
    public static DataType getElementType(DataTableSpec tableSpec, int[] cols) { throw new UnsupportedOperationException(); }
    public static DataType getElementType(DataType[] colType) { throw new UnsupportedOperationException(); }
}
