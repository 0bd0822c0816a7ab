// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Map;

/** Skeleton. */
public final class DataTableSpecCreator {
    public DataTableSpecCreator() { throw new UnsupportedOperationException(); }
    public DataTableSpecCreator(DataTableSpec spec) { throw new UnsupportedOperationException(); }
    public DataTableSpecCreator replaceColumn(int index, DataColumnSpec colSpec) { throw new UnsupportedOperationException(); }
    public DataTableSpecCreator addColumns(DataColumnSpec... columns) { throw new UnsupportedOperationException(); }
    public DataTableSpecCreator addColumns(DataTableSpec fromSpec) { throw new UnsupportedOperationException(); }
    public DataTableSpecCreator setName(String name) { throw new UnsupportedOperationException(); }
    public DataTableSpecCreator putProperties(Map<String, String> properties) { throw new UnsupportedOperationException(); }
    public DataTableSpecCreator putProperty(String key, String value) { throw new UnsupportedOperationException(); }
    public DataTableSpecCreator dropAllDomains() { throw new UnsupportedOperationException(); }
    public DataTableSpecCreator dropAllColumns() { throw new UnsupportedOperationException(); }
    public DataTableSpec createSpec() { throw new UnsupportedOperationException(); }
}
