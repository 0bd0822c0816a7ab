// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.stream.Stream;

/** Skeleton. */
public interface DataRow extends Iterable<DataCell> {
    int getNumCells();
    RowKey getKey();
    DataCell getCell(int index);
    default Stream<DataCell> stream() { throw new UnsupportedOperationException(); }
}
