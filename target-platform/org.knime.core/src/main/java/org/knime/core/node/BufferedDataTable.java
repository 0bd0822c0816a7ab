// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.Map;
import javax.swing.JComponent;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.filter.CloseableDataRowIterable;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.v2.RowCursor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;

/** Skeleton. */
public final class BufferedDataTable implements DataTable, PortObject {
    public static final PortType TYPE = null;
    public static final PortType TYPE_OPTIONAL = null;
    public static void putDataTable(Map<Integer, BufferedDataTable> tblRep, BufferedDataTable t) { throw new UnsupportedOperationException(); }
    public DataTableSpec getDataTableSpec() { throw new UnsupportedOperationException(); }
    public DataTableSpec getSpec() { throw new UnsupportedOperationException(); }
    public String getSummary() { throw new UnsupportedOperationException(); }
    public CloseableRowIterator iterator() { throw new UnsupportedOperationException(); }
    public RowCursor cursor() { throw new UnsupportedOperationException(); }
    public RowCursor cursor(TableFilter filter) { throw new UnsupportedOperationException(); }
    public CloseableDataRowIterable filter(TableFilter filter) { throw new UnsupportedOperationException(); }
    public CloseableDataRowIterable filter(TableFilter filter, ExecutionMonitor exec) { throw new UnsupportedOperationException(); }
    public CloseableRowIterator iteratorFailProve() { throw new UnsupportedOperationException(); }
    public long size() { throw new UnsupportedOperationException(); }
    public Integer getBufferedTableId() { throw new UnsupportedOperationException(); }
    public JComponent[] getViews() { throw new UnsupportedOperationException(); }
}
