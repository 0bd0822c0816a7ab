// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JComponent;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.port.PortObjectSpec;

/** Skeleton. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {
    public int[] columnsToIndices(String... columns) { throw new UnsupportedOperationException(); }
    public static final DataColumnSpec[] createColumnSpecs(String[] names, DataType[] types) { throw new UnsupportedOperationException(); }
    public static DataTableSpec load(ConfigRO config) throws InvalidSettingsException { throw new UnsupportedOperationException(); }
    public void verifyIndices(int... indices) { throw new UnsupportedOperationException(); }
    public DataTableSpec() { throw new UnsupportedOperationException(); }
    public DataTableSpec(DataColumnSpec... colSpecs) { throw new UnsupportedOperationException(); }
    public DataTableSpec(DataTableSpec spec1, DataTableSpec spec2) { throw new UnsupportedOperationException(); }
    public DataTableSpec(String name) { throw new UnsupportedOperationException(); }
    public DataTableSpec(String name, DataColumnSpec... colSpecs) { throw new UnsupportedOperationException(); }
    public DataTableSpec(String name, DataTableSpec spec1, DataTableSpec spec2) { throw new UnsupportedOperationException(); }
    public DataTableSpec(String name, String[] names, DataType[] types) { throw new UnsupportedOperationException(); }
    public DataTableSpec(String[] names, DataType[] types) { throw new UnsupportedOperationException(); }
    public boolean containsCompatibleType(Class<? extends DataValue> valueClass) { throw new UnsupportedOperationException(); }
    public boolean containsName(String columnName) { throw new UnsupportedOperationException(); }
    public boolean isCompatibleWith(DataTableSpec spec) { throw new UnsupportedOperationException(); }
    public boolean equalStructure(DataTableSpec spec) { throw new UnsupportedOperationException(); }
    public boolean equals(Object obj) { throw new UnsupportedOperationException(); }
    public Map<String, String> getProperties() { throw new UnsupportedOperationException(); }
    public int findColumnIndex(String columnName) { throw new UnsupportedOperationException(); }
    public final String[] getColumnNames() { throw new UnsupportedOperationException(); }
    public DataColumnSpec getColumnSpec(int index) { throw new UnsupportedOperationException(); }
    public DataColumnSpec getColumnSpec(String column) { throw new UnsupportedOperationException(); }
    public String getName() { throw new UnsupportedOperationException(); }
    public int getNumColumns() { throw new UnsupportedOperationException(); }
    public double getRowSizeFactor(DataRow row) { throw new UnsupportedOperationException(); }
    public boolean isInFilter(DataRow row) { throw new UnsupportedOperationException(); }
    public int hashCode() { throw new UnsupportedOperationException(); }
    public Iterator<DataColumnSpec> iterator() { throw new UnsupportedOperationException(); }
    public Stream<DataColumnSpec> stream() { throw new UnsupportedOperationException(); }
    public void save(ConfigWO config) { throw new UnsupportedOperationException(); }
    public static DataTableSpec mergeDataTableSpecs(DataTableSpec... specs) { throw new UnsupportedOperationException(); }
    public static String getUniqueColumnName(DataTableSpec spec, String columnName) { throw new UnsupportedOperationException(); }
    public static final String[] CLASS_COLUMN_NAMES = {"class", "target", "klasse", "ziel"};
    public static final String guessNominalClassColumn(DataTableSpec spec, boolean withValues) { throw new UnsupportedOperationException(); }
    public String toString() { throw new UnsupportedOperationException(); }
    public JComponent[] getViews() { throw new UnsupportedOperationException(); }
}
