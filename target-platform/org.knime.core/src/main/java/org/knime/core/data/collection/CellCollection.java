// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.collection;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.knime.core.data.DataCell;

/** Holds cells. */
public interface CellCollection extends Iterable<DataCell> {

    /** @return false: no cell here waits to be loaded */
    boolean containsBlobWrapperCells();

    /** @return the cells */
    default Stream<DataCell> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
