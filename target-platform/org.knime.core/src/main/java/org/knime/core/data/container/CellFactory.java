// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Computes cells of new columns from a row. */
public interface CellFactory {

    /** @return the new columns */
    DataColumnSpec[] getColumnSpecs();

    /**
     * @param row a row
     * @return the new cells, one a column
     */
    default DataCell[] getCells(final DataRow row) {
        throw new UnsupportedOperationException("Override getCells in " + getClass().getName());
    }

    /**
     * @param row a row
     * @param rowIndex its number
     * @return the new cells, one a column
     */
    default DataCell[] getCells(final DataRow row, final long rowIndex) {
        return getCells(row);
    }

    /**
     * @param curRowNr number of the row that was done
     * @param rowCount number of all rows
     * @param lastKey key of the row that was done
     * @param exec takes the progress
     */
    void setProgress(int curRowNr, int rowCount, RowKey lastKey, ExecutionMonitor exec);

    /**
     * @param curRowNr number of the row that was done
     * @param rowCount number of all rows
     * @param lastKey key of the row that was done
     * @param exec takes the progress
     */
    default void setProgress(final long curRowNr, final long rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        setProgress((int)curRowNr, (int)rowCount, lastKey, exec);
    }
}
