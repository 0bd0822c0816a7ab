// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.io.Serializable;

/** Skeleton. */
public abstract class DataCell implements DataValue, Serializable {
    public DataCell materializeDataCell() { throw new UnsupportedOperationException(); }
    public final DataType getType() { throw new UnsupportedOperationException(); }
    public boolean isMissing() { throw new UnsupportedOperationException(); }
    public abstract String toString();
    public final boolean equals(Object o) { throw new UnsupportedOperationException(); }
    protected abstract boolean equalsDataCell(DataCell dc);
    protected boolean equalContent(DataValue otherValue) { throw new UnsupportedOperationException(); }
    public abstract int hashCode();
}
