// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.collection;

import java.util.stream.Stream;
import org.knime.core.data.DataCell;

/** Skeleton. */
public interface CellCollection extends Iterable<DataCell> {
    public boolean containsBlobWrapperCells();
    default Stream<DataCell> stream() { throw new UnsupportedOperationException(); }
}
