// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Set;

/** Skeleton. */
public class DataColumnDomainCreator {
    public DataColumnDomainCreator(DataColumnDomain copyFrom) { throw new UnsupportedOperationException(); }
    public DataColumnDomainCreator() { throw new UnsupportedOperationException(); }
    public DataColumnDomainCreator(Set<? extends DataCell> values) { throw new UnsupportedOperationException(); }
    public DataColumnDomainCreator(DataCell[] values) { throw new UnsupportedOperationException(); }
    public DataColumnDomainCreator(DataCell lowerBound, DataCell upperBound) { throw new UnsupportedOperationException(); }
    public DataColumnDomainCreator(DataCell[] values, DataCell lowerBound, DataCell upperBound) { throw new UnsupportedOperationException(); }
    public DataColumnDomainCreator(Set<? extends DataCell> values, DataCell lowerBound, DataCell upperBound) { throw new UnsupportedOperationException(); }
    public DataColumnDomain createDomain() { throw new UnsupportedOperationException(); }
    public void setValues(Set<? extends DataCell> values) { throw new UnsupportedOperationException(); }
    public void setLowerBound(DataCell lower) { throw new UnsupportedOperationException(); }
    public void setUpperBound(DataCell upper) { throw new UnsupportedOperationException(); }
}
