// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;


/** Skeleton. */
public final class MissingCell extends DataCell implements MissingValue {
    public MissingCell(String error) { throw new UnsupportedOperationException(); }
    public String getError() { throw new UnsupportedOperationException(); }
    public boolean isMissing() { throw new UnsupportedOperationException(); }
    public String toString() { throw new UnsupportedOperationException(); }
    protected boolean equalsDataCell(DataCell dc) { throw new UnsupportedOperationException(); }
    public int hashCode() { throw new UnsupportedOperationException(); }
}
