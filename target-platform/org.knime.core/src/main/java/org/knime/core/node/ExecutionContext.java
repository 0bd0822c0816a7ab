// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.io.IOException;
import java.util.Optional;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.node.port.PortObject;

/** Skeleton. */
public class ExecutionContext extends ExecutionMonitor {
    public BufferedDataTable createBufferedDataTable(DataTable table, ExecutionMonitor subProgressMon) throws CanceledExecutionException { throw new UnsupportedOperationException(); }
    public BufferedDataTable[] createBufferedDataTables(DataTable[] tables, ExecutionMonitor exec) throws CanceledExecutionException { throw new UnsupportedOperationException(); }
    public BufferedDataContainer createDataContainer(DataTableSpec spec) { throw new UnsupportedOperationException(); }
    public BufferedDataContainer createDataContainer(DataTableSpec spec, boolean initDomain) { throw new UnsupportedOperationException(); }
    public BufferedDataContainer createDataContainer(DataTableSpec spec, DataContainerSettings settings) { throw new UnsupportedOperationException(); }
    public BufferedDataTable createColumnRearrangeTable(BufferedDataTable in, ColumnRearranger rearranger, ExecutionMonitor subProgressMon) throws CanceledExecutionException { throw new UnsupportedOperationException(); }
    public BufferedDataTable createSpecReplacerTable(BufferedDataTable in, DataTableSpec newSpec) { throw new UnsupportedOperationException(); }
    public BufferedDataTable createWrappedTable(BufferedDataTable in) { throw new UnsupportedOperationException(); }
    public BufferedDataTable createVoidTable(DataTableSpec spec) { throw new UnsupportedOperationException(); }
    public BufferedDataTable createConcatenateTable(ExecutionMonitor exec, BufferedDataTable... tables) throws CanceledExecutionException { throw new UnsupportedOperationException(); }
    public BufferedDataTable createConcatenateTable(ExecutionMonitor exec, Optional<String> rowKeyDuplicateSuffix, boolean duplicatesPreCheck, BufferedDataTable... tables) throws CanceledExecutionException { throw new UnsupportedOperationException(); }
    public BufferedDataTable createJoinedTable(BufferedDataTable left, BufferedDataTable right, ExecutionMonitor exec) throws CanceledExecutionException { throw new UnsupportedOperationException(); }
    public void clearTable(BufferedDataTable table) { throw new UnsupportedOperationException(); }
    public ExecutionContext createSubExecutionContext(double maxProg) { throw new UnsupportedOperationException(); }
    public ExecutionContext createSilentSubExecutionContext(double maxProg) { throw new UnsupportedOperationException(); }
}
