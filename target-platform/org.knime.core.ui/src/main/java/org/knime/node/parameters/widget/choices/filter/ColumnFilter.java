// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** A choice of columns. */
public final class ColumnFilter extends TypedStringFilter<ColumnTypeFilter> {

    public ColumnFilter() {
        this(new String[0]);
    }

    public ColumnFilter(final String[] selected) {
        super(selected, new ColumnTypeFilter());
    }

    public ColumnFilter(final List<DataColumnSpec> selectedColumns) {
        this(names(selectedColumns).toArray(String[]::new));
    }

    public ColumnFilter withExcludeUnknownColumns() {
        m_manualFilter.m_includeUnknownColumns = false;
        return this;
    }

    public ColumnFilter withIncludeUnknownColumns() {
        m_manualFilter.m_includeUnknownColumns = true;
        return this;
    }

    /** The chosen columns, in the order of the given ones. */
    public String[] filter(final List<DataColumnSpec> choices) {
        return choices.stream().filter(getFilterPredicate()).map(DataColumnSpec::getName).toArray(String[]::new);
    }

    public String[] filterFromFullSpec(final DataTableSpec spec) {
        return filter(spec.stream().toList());
    }

    public Predicate<DataColumnSpec> getFilterPredicate() {
        if (m_mode == TypedStringFilterMode.TYPE) {
            return m_typeFilter::selects;
        }
        final var names = namePredicate();
        return column -> names.test(column.getName());
    }

    /** Columns chosen by hand that are not among the given ones. */
    public String[] getMissingSelected(final List<DataColumnSpec> choices) {
        return missingSelected(names(choices));
    }

    public String[] getMissingSelectedFromFullSpec(final DataTableSpec spec) {
        return getMissingSelected(spec.stream().toList());
    }

    private static List<String> names(final List<DataColumnSpec> columns) {
        return columns.stream().map(DataColumnSpec::getName).toList();
    }
}
