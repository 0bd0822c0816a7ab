// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.collection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;

/** Makes cells that hold cells. */
public final class CollectionCellFactory {

    private CollectionCellFactory() {
    }

    /**
     * @param coll cells, none null
     * @return a list of them
     */
    public static ListCell createListCell(final Collection<? extends DataCell> coll) {
        return new ListCell(new ArrayList<>(coll));
    }

    /**
     * @param row a row
     * @param cols indices of columns
     * @return a list of the cells in these columns
     */
    public static ListCell createListCell(final DataRow row, final int[] cols) {
        final List<DataCell> cells = new ArrayList<>(cols.length);
        for (final int col : cols) {
            cells.add(row.getCell(col));
        }
        return new ListCell(cells);
    }

    /**
     * @param tableSpec a table
     * @param cols indices of columns
     * @return the narrowest type that takes the cells of these columns
     */
    public static DataType getElementType(final DataTableSpec tableSpec, final int[] cols) {
        final DataType[] types = new DataType[cols.length];
        for (int i = 0; i < cols.length; i++) {
            types[i] = tableSpec.getColumnSpec(cols[i]).getType();
        }
        return getElementType(types);
    }

    /**
     * @param colType types
     * @return the narrowest type that takes all of them
     */
    public static DataType getElementType(final DataType[] colType) {
        DataType common = null;
        for (final DataType type : colType) {
            common = common == null ? type : DataType.getCommonSuperType(common, type);
        }
        return common == null ? DataType.getMissingCell().getType() : common;
    }
}
