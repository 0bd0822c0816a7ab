// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Skeleton. */
public abstract class AbstractCellFactory implements CellFactory {
    public AbstractCellFactory(DataColumnSpec... colSpecs) { throw new UnsupportedOperationException(); }
    public AbstractCellFactory(boolean processConcurrently, DataColumnSpec... colSpecs) { throw new UnsupportedOperationException(); }
    public AbstractCellFactory(boolean processConcurrently, int workerCount, int maxQueueSize, DataColumnSpec... colSpecs) { throw new UnsupportedOperationException(); }
    public final void setParallelProcessing(boolean value) { throw new UnsupportedOperationException(); }
    public final boolean isParallelProcessing() { throw new UnsupportedOperationException(); }
    public final void setParallelProcessing(boolean value, int maxParallelWorkers, int maxQueueSize) { throw new UnsupportedOperationException(); }
    public final int getMaxParallelWorkers() { throw new UnsupportedOperationException(); }
    public final int getMaxQueueSize() { throw new UnsupportedOperationException(); }
    public DataColumnSpec[] getColumnSpecs() { throw new UnsupportedOperationException(); }
    public void afterProcessing() { throw new UnsupportedOperationException(); }
    public void setProgress(long curRowNr, long rowCount, RowKey lastKey, ExecutionMonitor exec) { throw new UnsupportedOperationException(); }
}
