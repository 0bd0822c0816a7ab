// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** Skeleton. */
public class DataContainer implements RowAppender, RowFlushable {
    public static final int NOT_IN_WORKFLOW_BUFFER = -1;
    public DataContainer(DataTableSpec spec) { throw new UnsupportedOperationException(); }
    public DataContainer(DataTableSpec spec, boolean initDomain) { throw new UnsupportedOperationException(); }
    public CloseableTable getCloseableTable() { throw new UnsupportedOperationException(); }
    public void addRowToTable(DataRow row) { throw new UnsupportedOperationException(); }
    public void flushRows() { throw new UnsupportedOperationException(); }
    public DataTable getTable() { throw new UnsupportedOperationException(); }
    public void close() { throw new UnsupportedOperationException(); }
    public boolean isClosed() { throw new UnsupportedOperationException(); }
    public boolean isOpen() { throw new UnsupportedOperationException(); }
    public long size() { throw new UnsupportedOperationException(); }
    public DataTableSpec getTableSpec() { throw new UnsupportedOperationException(); }
    public static DataTable cache(DataTable table, ExecutionMonitor exec, int maxCellsInMemory) throws CanceledExecutionException { throw new UnsupportedOperationException(); }
    public static DataTable cache(DataTable table, ExecutionMonitor exec) throws CanceledExecutionException { throw new UnsupportedOperationException(); }
    public static void writeToZip(DataTable table, File zipFile, ExecutionMonitor exec) throws IOException, CanceledExecutionException { throw new UnsupportedOperationException(); }
    public static void writeToStream(DataTable table, OutputStream out, ExecutionMonitor exec) throws IOException, CanceledExecutionException { throw new UnsupportedOperationException(); }
}
