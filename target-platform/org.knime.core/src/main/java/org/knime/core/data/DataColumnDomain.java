// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** What is known of a column's values: bounds, and all different values in the order of their appearance. */
public final class DataColumnDomain {

    private static final String LOWER = "lower_bound";

    private static final String UPPER = "upper_bound";

    private static final String VALUES = "possible_values";

    private final DataCell m_lower;

    private final DataCell m_upper;

    private final Set<DataCell> m_values;

    DataColumnDomain(final DataCell lower, final DataCell upper, final Set<? extends DataCell> values) {
        m_lower = lower;
        m_upper = upper;
        m_values = values == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    /** @return all different values, null if not known */
    public Set<DataCell> getValues() {
        return m_values;
    }

    /** @return whether all different values are known */
    public boolean hasValues() {
        return m_values != null;
    }

    /** @return the least value, null if not known */
    public DataCell getLowerBound() {
        return m_lower;
    }

    /** @return whether the least value is known */
    public boolean hasLowerBound() {
        return m_lower != null;
    }

    /** @return the greatest value, null if not known */
    public DataCell getUpperBound() {
        return m_upper;
    }

    /** @return whether the greatest value is known */
    public boolean hasUpperBound() {
        return m_upper != null;
    }

    /** @return whether least and greatest value are known */
    public boolean hasBounds() {
        return hasLowerBound() && hasUpperBound();
    }

    /**
     * Writes what is known.
     *
     * @param config takes it
     */
    public void save(final ConfigWO config) {
        if (m_lower != null) {
            config.addDataCell(LOWER, m_lower);
        }
        if (m_upper != null) {
            config.addDataCell(UPPER, m_upper);
        }
        if (m_values != null) {
            config.addDataCellArray(VALUES, m_values.toArray(DataCell[]::new));
        }
    }

    /**
     * @param config what {@link #save(ConfigWO)} wrote
     * @return the domain; what cannot be read counts as not known
     */
    public static DataColumnDomain load(final ConfigRO config) {
        Set<DataCell> values = null;
        try {
            final DataCell[] array = config.containsKey(VALUES) ? config.getDataCellArray(VALUES) : null;
            values = array == null ? null : new LinkedHashSet<>(Arrays.asList(array));
        } catch (InvalidSettingsException e) { // NOSONAR a domain is a convenience
            values = null;
        }
        return new DataColumnDomain(config.getDataCell(LOWER, (DataCell)null),
            config.getDataCell(UPPER, (DataCell)null), values);
    }

    @Override
    public boolean equals(final Object obj) {
        return this == obj || obj instanceof DataColumnDomain d && Objects.equals(m_lower, d.m_lower)
            && Objects.equals(m_upper, d.m_upper) && Objects.equals(m_values, d.m_values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_lower, m_upper, m_values);
    }

    @Override
    public String toString() {
        return "lower=" + m_lower + ", upper=" + m_upper + ", values=" + m_values;
    }
}
