// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes structures of tables step by step. */
public final class DataTableSpecCreator {

    private String m_name;

    private final List<DataColumnSpec> m_columns = new ArrayList<>();

    private final Map<String, String> m_properties = new LinkedHashMap<>();

    /** No columns yet. */
    public DataTableSpecCreator() {
        // columns are added one by one
    }

    /** @param spec what is there at first */
    public DataTableSpecCreator(final DataTableSpec spec) {
        m_name = spec.getName();
        m_properties.putAll(spec.getProperties());
        addColumns(spec);
    }

    /**
     * @param index of a column
     * @param colSpec takes its place
     * @return this
     */
    public DataTableSpecCreator replaceColumn(final int index, final DataColumnSpec colSpec) {
        m_columns.set(index, colSpec);
        return this;
    }

    /**
     * @param columns come after those that are there
     * @return this
     */
    public DataTableSpecCreator addColumns(final DataColumnSpec... columns) {
        m_columns.addAll(List.of(columns));
        return this;
    }

    /**
     * @param fromSpec its columns come after those that are there
     * @return this
     */
    public DataTableSpecCreator addColumns(final DataTableSpec fromSpec) {
        fromSpec.forEach(m_columns::add);
        return this;
    }

    /** @return this, nothing being known of the values of any column */
    public DataTableSpecCreator dropAllDomains() {
        m_columns.replaceAll(c -> {
            final DataColumnSpecCreator creator = new DataColumnSpecCreator(c);
            creator.setDomain(null);
            return creator.createSpec();
        });
        return this;
    }

    /** @return the structure */
    public DataTableSpec createSpec() {
        return new DataTableSpec(m_name, m_properties, m_columns.toArray(DataColumnSpec[]::new));
    }
}
