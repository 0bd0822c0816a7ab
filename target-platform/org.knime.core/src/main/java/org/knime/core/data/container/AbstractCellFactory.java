// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Holds the new columns and reports the progress. Rows are computed one after the other here, in any case. */
public abstract class AbstractCellFactory implements CellFactory {

    private final DataColumnSpec[] m_columns;

    private boolean m_parallel;

    private int m_maxWorkers;

    private int m_maxQueue;

    /** @param colSpecs the new columns */
    public AbstractCellFactory(final DataColumnSpec... colSpecs) {
        this(false, colSpecs);
    }

    /**
     * @param processConcurrently whether rows may be computed in parallel
     * @param colSpecs the new columns
     */
    public AbstractCellFactory(final boolean processConcurrently, final DataColumnSpec... colSpecs) {
        this(processConcurrently, Runtime.getRuntime().availableProcessors(),
            10 * Runtime.getRuntime().availableProcessors(), colSpecs);
    }

    /**
     * @param processConcurrently whether rows may be computed in parallel
     * @param workerCount by how many threads
     * @param maxQueueSize how many rows may wait
     * @param colSpecs the new columns
     */
    public AbstractCellFactory(final boolean processConcurrently, final int workerCount, final int maxQueueSize,
        final DataColumnSpec... colSpecs) {
        m_columns = colSpecs.clone();
        setParallelProcessing(processConcurrently, workerCount, maxQueueSize);
    }

    /** @param value whether rows may be computed in parallel */
    public final void setParallelProcessing(final boolean value) {
        m_parallel = value;
    }

    /**
     * @param value whether rows may be computed in parallel
     * @param maxParallelWorkers by how many threads
     * @param maxQueueSize how many rows may wait
     */
    public final void setParallelProcessing(final boolean value, final int maxParallelWorkers,
        final int maxQueueSize) {
        m_parallel = value;
        m_maxWorkers = maxParallelWorkers;
        m_maxQueue = maxQueueSize;
    }

    /** @return whether rows may be computed in parallel */
    public final boolean isParallelProcessing() {
        return m_parallel;
    }

    /** @return by how many threads */
    public final int getMaxParallelWorkers() {
        return m_maxWorkers;
    }

    /** @return how many rows may wait */
    public final int getMaxQueueSize() {
        return m_maxQueue;
    }

    @Override
    public DataColumnSpec[] getColumnSpecs() {
        return m_columns.clone();
    }

    /** Is called when all rows are done. */
    public void afterProcessing() {
        // for subclasses
    }

    @Override
    public void setProgress(final int curRowNr, final int rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        setProgress((long)curRowNr, rowCount, lastKey, exec);
    }

    @Override
    public void setProgress(final long curRowNr, final long rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        exec.setProgress(curRowNr / (double)rowCount,
            () -> "Processed row " + curRowNr + "/" + rowCount + " (\"" + lastKey + "\")");
    }
}
