// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;


/** Skeleton. */
public final class RowKey implements RowKeyValue {
    public RowKey(String id) { throw new UnsupportedOperationException(); }
    public String getString() { throw new UnsupportedOperationException(); }
    public RowKey materializeRowKey() { throw new UnsupportedOperationException(); }
    public String toString() { throw new UnsupportedOperationException(); }
    public boolean equals(Object obj) { throw new UnsupportedOperationException(); }
    public int hashCode() { throw new UnsupportedOperationException(); }
    public static String[] toStrings(RowKey... rowKeys) { throw new UnsupportedOperationException(); }
    public static RowKey[] toRowKeys(String... strs) { throw new UnsupportedOperationException(); }
    public static RowKey createRowKey(long rowIndex) { throw new UnsupportedOperationException(); }
}
