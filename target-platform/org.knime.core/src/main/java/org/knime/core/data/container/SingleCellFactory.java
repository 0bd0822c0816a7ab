// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;

/** Skeleton. */
public abstract class SingleCellFactory extends AbstractCellFactory {
    public SingleCellFactory(DataColumnSpec newColSpec) { throw new UnsupportedOperationException(); }
    public SingleCellFactory(boolean processConcurrently, DataColumnSpec newColSpec) { throw new UnsupportedOperationException(); }
    public SingleCellFactory(boolean processConcurrently, int workerCount, int maxQueueSize, DataColumnSpec newColSpec) { throw new UnsupportedOperationException(); }
    public DataCell[] getCells(DataRow row, long rowIndex) { throw new UnsupportedOperationException(); }
    public DataCell getCell(DataRow row) { throw new UnsupportedOperationException(); }
    public DataCell getCell(DataRow row, long rowIndex) { throw new UnsupportedOperationException(); }
}
