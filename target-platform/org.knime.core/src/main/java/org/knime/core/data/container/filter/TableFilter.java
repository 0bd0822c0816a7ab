// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container.filter;

import java.util.Optional;
import java.util.Set;
import org.knime.core.data.DataTableSpec;

/** Skeleton. */
public final class TableFilter {
    public Optional<Set<Integer>> getMaterializeColumnIndices() { throw new UnsupportedOperationException(); }
    public Optional<Long> getFromRowIndex() { throw new UnsupportedOperationException(); }
    public Optional<Long> getToRowIndex() { throw new UnsupportedOperationException(); }
    public void validate(DataTableSpec spec, long size) { throw new UnsupportedOperationException(); }
    public static TableFilter materializeCols(int... indices) { throw new UnsupportedOperationException(); }
    public static TableFilter materializeCols(DataTableSpec spec, String... columnNames) { throw new UnsupportedOperationException(); }
    public static TableFilter filterRowsFromIndex(long index) { throw new UnsupportedOperationException(); }
    public static TableFilter filterRowsToIndex(long index) { throw new UnsupportedOperationException(); }
    public static TableFilter filterRangeOfRows(long fromIndex, long toIndex) { throw new UnsupportedOperationException(); }
    public static final class Builder {
        public Builder() { throw new UnsupportedOperationException(); }
        public Builder(TableFilter filter) { throw new UnsupportedOperationException(); }
        public Builder withMaterializeColumnIndices(int... indices) { throw new UnsupportedOperationException(); }
        public Builder withFromRowIndex(long index) { throw new UnsupportedOperationException(); }
        public Builder withToRowIndex(long index) { throw new UnsupportedOperationException(); }
        public TableFilter build() { throw new UnsupportedOperationException(); }
    }
}
