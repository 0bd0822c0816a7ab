// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container.filter;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.knime.core.data.DataTableSpec;

/** Says which rows and which columns of a table are read. */
public final class TableFilter {

    private final Set<Integer> m_columns;

    private final Long m_from;

    private final Long m_to;

    private TableFilter(final Builder builder) {
        m_columns = builder.m_columns;
        m_from = builder.m_from;
        m_to = builder.m_to;
    }

    /** @return indices of the columns that are read; all if absent */
    public Optional<Set<Integer>> getMaterializeColumnIndices() {
        return Optional.ofNullable(m_columns);
    }

    /** @return index of the first row; 0 if absent */
    public Optional<Long> getFromRowIndex() {
        return Optional.ofNullable(m_from);
    }

    /** @return index of the last row, which is included; the last of the table if absent */
    public Optional<Long> getToRowIndex() {
        return Optional.ofNullable(m_to);
    }

    /**
     * @param spec structure of the table
     * @param size its number of rows
     * @throws IndexOutOfBoundsException if a column or row does not exist
     */
    public void validate(final DataTableSpec spec, final long size) {
        if (m_columns != null) {
            m_columns.forEach(i -> java.util.Objects.checkIndex(i, spec.getNumColumns()));
        }
        if (m_from != null && m_from >= size) {
            throw new IndexOutOfBoundsException("From row index " + m_from + " too large for table of size " + size);
        }
        if (m_to != null && m_to >= size) {
            throw new IndexOutOfBoundsException("To row index " + m_to + " too large for table of size " + size);
        }
    }

    /**
     * @param indices of columns
     * @return reads these columns only
     */
    public static TableFilter materializeCols(final int... indices) {
        return new Builder().withMaterializeColumnIndices(indices).build();
    }

    /**
     * @param spec structure of the table
     * @param columnNames names of columns
     * @return reads these columns only
     */
    public static TableFilter materializeCols(final DataTableSpec spec, final String... columnNames) {
        return materializeCols(spec.columnsToIndices(columnNames));
    }

    /**
     * @param index of the first row
     * @return reads from there on
     */
    public static TableFilter filterRowsFromIndex(final long index) {
        return new Builder().withFromRowIndex(index).build();
    }

    /**
     * @param index of the last row
     * @return reads up to there
     */
    public static TableFilter filterRowsToIndex(final long index) {
        return new Builder().withToRowIndex(index).build();
    }

    /**
     * @param fromIndex index of the first row
     * @param toIndex index of the last row
     * @return reads these rows
     */
    public static TableFilter filterRangeOfRows(final long fromIndex, final long toIndex) {
        return new Builder().withFromRowIndex(fromIndex).withToRowIndex(toIndex).build();
    }

    /** Makes filters. */
    public static final class Builder {

        private Set<Integer> m_columns;

        private Long m_from;

        private Long m_to;

        /** Reads all. */
        public Builder() {
            // nothing is left out
        }

        /** @param filter what is read at first */
        public Builder(final TableFilter filter) {
            m_columns = filter.m_columns;
            m_from = filter.m_from;
            m_to = filter.m_to;
        }

        /**
         * @param indices of the columns that are read
         * @return this
         */
        public Builder withMaterializeColumnIndices(final int... indices) {
            final Set<Integer> columns = new LinkedHashSet<>();
            IntStream.of(indices).forEach(columns::add);
            m_columns = Collections.unmodifiableSet(columns);
            return this;
        }

        /**
         * @param index of the first row
         * @return this
         */
        public Builder withFromRowIndex(final long index) {
            m_from = notNegative(index);
            return this;
        }

        /**
         * @param index of the last row
         * @return this
         */
        public Builder withToRowIndex(final long index) {
            m_to = notNegative(index);
            return this;
        }

        private static long notNegative(final long index) {
            if (index < 0) {
                throw new IndexOutOfBoundsException("Row index must not be negative: " + index);
            }
            return index;
        }

        /** @return the filter */
        public TableFilter build() {
            if (m_from != null && m_to != null && m_from > m_to) {
                throw new IllegalArgumentException(
                    "From row index " + m_from + " must not be greater than to row index " + m_to);
            }
            return new TableFilter(this);
        }
    }
}
