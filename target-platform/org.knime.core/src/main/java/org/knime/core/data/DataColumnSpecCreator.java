// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Set;

/** Skeleton. */
public final class DataColumnSpecCreator {
    public DataColumnSpecCreator(String name, DataType type) { throw new UnsupportedOperationException(); }
    public DataColumnSpecCreator(DataColumnSpec cspec) { throw new UnsupportedOperationException(); }
    public enum MergeOptions {
        ALLOW_VARYING_TYPES, ALLOW_VARYING_ELEMENT_NAMES;
    }
    public void merge(DataColumnSpec cspec2, Set<MergeOptions> options) { throw new UnsupportedOperationException(); }
    public void merge(DataColumnSpec cspec2) { throw new UnsupportedOperationException(); }
    public void setName(String name) { throw new UnsupportedOperationException(); }
    public void setElementNames(String[] elNames) { throw new UnsupportedOperationException(); }
    public void setType(DataType type) { throw new UnsupportedOperationException(); }
    public void setDomain(DataColumnDomain domain) { throw new UnsupportedOperationException(); }
    public void setProperties(DataColumnProperties props) { throw new UnsupportedOperationException(); }
    public void removeAllMetaData() { throw new UnsupportedOperationException(); }
    public DataType getType() { throw new UnsupportedOperationException(); }
    public void removeAllHandlers() { throw new UnsupportedOperationException(); }
    public DataColumnSpec createSpec() { throw new UnsupportedOperationException(); }
}
