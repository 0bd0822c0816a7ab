// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.v2;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;

/** The values of the row that a cursor stands at. */
public interface RowValueRead {

    /** @return the number of columns */
    int getNumColumns();

    /**
     * @param index of a column
     * @param <D> the kind of value
     * @return the value there; ask {@link #isMissing(int)} first
     */
    <D extends DataValue> D getValue(int index);

    /**
     * @param index of a column
     * @return whether there is no value
     */
    boolean isMissing(int index);

    /**
     * @param index of a column
     * @return the cell there
     */
    default DataCell getAsDataCell(final int index) {
        return isMissing(index) ? DataType.getMissingCell() : getValue(index).materializeDataCell();
    }
}
