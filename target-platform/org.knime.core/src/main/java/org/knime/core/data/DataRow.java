// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A row: a key and cells. */
public interface DataRow extends Iterable<DataCell> {

    /** @return the number of cells */
    int getNumCells();

    /** @return the key */
    RowKey getKey();

    /**
     * @param index of a column
     * @return the cell there
     */
    DataCell getCell(int index);

    /** @return the cells in the order of the columns */
    default Stream<DataCell> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
