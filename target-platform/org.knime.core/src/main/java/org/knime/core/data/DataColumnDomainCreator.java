// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes domains. */
public class DataColumnDomainCreator {

    private Set<? extends DataCell> m_values;

    private DataCell m_lower;

    private DataCell m_upper;

    /** Nothing is known. */
    public DataColumnDomainCreator() {
        this((Set<DataCell>)null, null, null);
    }

    /** @param copyFrom what is known at first */
    public DataColumnDomainCreator(final DataColumnDomain copyFrom) {
        this(copyFrom.getValues(), copyFrom.getLowerBound(), copyFrom.getUpperBound());
    }

    /** @param values all different values, may be null */
    public DataColumnDomainCreator(final Set<? extends DataCell> values) {
        this(values, null, null);
    }

    /** @param values all different values, may be null */
    public DataColumnDomainCreator(final DataCell[] values) {
        this(values, null, null);
    }

    /**
     * @param lowerBound the least value, may be null
     * @param upperBound the greatest value, may be null
     */
    public DataColumnDomainCreator(final DataCell lowerBound, final DataCell upperBound) {
        this((Set<DataCell>)null, lowerBound, upperBound);
    }

    /**
     * @param values all different values, may be null
     * @param lowerBound the least value, may be null
     * @param upperBound the greatest value, may be null
     */
    public DataColumnDomainCreator(final DataCell[] values, final DataCell lowerBound, final DataCell upperBound) {
        this(values == null ? null : new LinkedHashSet<>(Arrays.asList(values)), lowerBound, upperBound);
    }

    /**
     * @param values all different values, may be null
     * @param lowerBound the least value, may be null
     * @param upperBound the greatest value, may be null
     */
    public DataColumnDomainCreator(final Set<? extends DataCell> values, final DataCell lowerBound,
        final DataCell upperBound) {
        m_values = values;
        m_lower = lowerBound;
        m_upper = upperBound;
    }

    /** @return the domain */
    public DataColumnDomain createDomain() {
        return new DataColumnDomain(m_lower, m_upper, m_values);
    }
}
