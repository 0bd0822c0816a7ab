// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Skeleton. */
public interface CellFactory {
    default DataCell[] getCells(DataRow row, long rowIndex) { throw new UnsupportedOperationException(); }
    DataColumnSpec[] getColumnSpecs();
    default void setProgress(long curRowNr, long rowCount, RowKey lastKey, ExecutionMonitor exec) { throw new UnsupportedOperationException(); }
}
