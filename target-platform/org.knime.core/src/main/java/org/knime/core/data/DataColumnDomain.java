// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Set;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Skeleton. */
public final class DataColumnDomain {
    public Set<DataCell> getValues() { throw new UnsupportedOperationException(); }
    public boolean hasValues() { throw new UnsupportedOperationException(); }
    public DataCell getLowerBound() { throw new UnsupportedOperationException(); }
    public boolean hasLowerBound() { throw new UnsupportedOperationException(); }
    public DataCell getUpperBound() { throw new UnsupportedOperationException(); }
    public boolean hasUpperBound() { throw new UnsupportedOperationException(); }
    public boolean hasBounds() { throw new UnsupportedOperationException(); }
    public boolean equals(Object obj) { throw new UnsupportedOperationException(); }
    public int hashCode() { throw new UnsupportedOperationException(); }
    public String toString() { throw new UnsupportedOperationException(); }
    public void save(ConfigWO config) { throw new UnsupportedOperationException(); }
    public static DataColumnDomain load(ConfigRO config) { throw new UnsupportedOperationException(); }
}
