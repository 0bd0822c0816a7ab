// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core.table;

import java.util.LinkedHashSet;
import java.util.Set;

import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.DataType;
import org.knime.core.data.NominalValue;

/**
 * Learns the domain of one column: bounds over all cells that are neither missing nor NaN, and the different values in
 * the order of their appearance, which are forgotten when they become too many.
 */
final class DomainTracker {

    private final boolean m_bounded;

    private final int m_maxValues;

    private DataCell m_lower;

    private DataCell m_upper;

    private Set<DataCell> m_values;

    /** The value before; columns of equal values in succession are common. */
    private DataCell m_last;

    /**
     * @param type of the column
     * @param start what is known already
     * @param maxValues number of different values that are kept
     */
    DomainTracker(final DataType type, final DataColumnDomain start, final int maxValues) {
        m_bounded = type.isCompatible(BoundedValue.class);
        m_maxValues = maxValues;
        m_lower = start.getLowerBound();
        m_upper = start.getUpperBound();
        if (start.hasValues()) {
            m_values = new LinkedHashSet<>(start.getValues());
        } else if (type.isCompatible(NominalValue.class)) {
            m_values = new LinkedHashSet<>();
        }
    }

    void add(final DataCell cell) {
        if (cell.isMissing()) {
            return;
        }
        if (m_bounded) {
            bound(cell);
        }
        if (m_values != null && cell instanceof NominalValue && !cell.equals(m_last)) {
            m_last = cell;
            m_values.add(cell);
            if (m_values.size() > m_maxValues) {
                m_values = null;
            }
        }
    }

    private void bound(final DataCell cell) {
        if (!(cell instanceof DoubleValue value) || Double.isNaN(value.getDoubleValue())) {
            return;
        }
        if (m_lower == null || compare(cell, m_lower) < 0) {
            m_lower = cell;
        }
        if (m_upper == null || compare(cell, m_upper) > 0) {
            m_upper = cell;
        }
    }

    private static int compare(final DataCell a, final DataCell b) {
        if (a instanceof LongValue x && b instanceof LongValue y) {
            return Long.compare(x.getLongValue(), y.getLongValue());
        }
        return Double.compare(((DoubleValue)a).getDoubleValue(), ((DoubleValue)b).getDoubleValue());
    }

    DataColumnDomain domain() {
        return new DataColumnDomainCreator(m_values, m_lower, m_upper).createDomain();
    }
}
