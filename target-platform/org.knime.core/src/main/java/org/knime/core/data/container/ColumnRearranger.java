// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.knime.core.data.DataTableSpec;
import org.scorewalk.standin.core.table.Rearrangement;
import org.scorewalk.standin.core.table.Rearrangement.Column;

/** Says which columns a new table has: old ones in any order, and computed ones. */
public class ColumnRearranger {

    static {
        Rearrangement.setAccess(rearranger -> rearranger.m_rearrangement);
    }

    private final Rearrangement m_rearrangement;

    /** @param original the old table, all columns of which are kept at first */
    public ColumnRearranger(final DataTableSpec original) {
        m_rearrangement = new Rearrangement(original);
    }

    private List<Column> columns() {
        return m_rearrangement.columns();
    }

    /**
     * @param colName name of a column
     * @return its index now, -1 if there is none of that name
     */
    public final int indexOf(final String colName) {
        for (int i = 0; i < columns().size(); i++) {
            if (columns().get(i).spec().getName().equals(colName)) {
                return i;
            }
        }
        return -1;
    }

    private int index(final String colName) {
        final int index = indexOf(colName);
        if (index < 0) {
            throw new IllegalArgumentException("No such column: \"" + colName + "\"");
        }
        return index;
    }

    private int[] indices(final String... colNames) {
        return Stream.of(colNames).mapToInt(this::index).toArray();
    }

    /** @param colIndices the columns that are kept, in their present order */
    public final void keepOnly(final int... colIndices) {
        final Set<Integer> kept = checked(colIndices);
        retain(IntStream.range(0, columns().size()).filter(kept::contains).toArray());
    }

    /** @param colNames the columns that are kept, in their present order */
    public final void keepOnly(final String... colNames) {
        keepOnly(indices(colNames));
    }

    /** @param colIndices the columns that are left out */
    public final void remove(final int... colIndices) {
        final Set<Integer> removed = checked(colIndices);
        retain(IntStream.range(0, columns().size()).filter(i -> !removed.contains(i)).toArray());
    }

    /** @param colNames the columns that are left out */
    public final void remove(final String... colNames) {
        remove(indices(colNames));
    }

    private Set<Integer> checked(final int... colIndices) {
        final Set<Integer> set = new HashSet<>();
        for (final int i : colIndices) {
            Objects.checkIndex(i, columns().size());
            set.add(i);
        }
        return set;
    }

    private void retain(final int... indices) {
        final List<Column> old = new ArrayList<>(columns());
        columns().clear();
        for (final int i : indices) {
            columns().add(old.get(i));
        }
    }

    /**
     * Moves a column.
     *
     * @param from its index now
     * @param to the index before which it will stand
     */
    public final void move(final int from, final int to) {
        final Column column = columns().remove(from);
        columns().add(to > from ? to - 1 : to, column);
    }

    /**
     * Moves a column.
     *
     * @param colName its name
     * @param to the index before which it will stand
     */
    public final void move(final String colName, final int to) {
        move(index(colName), to);
    }

    /** @param colIndicesInOrder the columns that come first; the others follow in their present order */
    public final void permute(final int[] colIndicesInOrder) {
        final Set<Integer> first = checked(colIndicesInOrder);
        retain(IntStream.concat(IntStream.of(colIndicesInOrder),
            IntStream.range(0, columns().size()).filter(i -> !first.contains(i))).toArray());
    }

    /** @param colNamesInOrder the columns that come first; the others follow in their present order */
    public final void permute(final String[] colNamesInOrder) {
        permute(indices(colNamesInOrder));
    }

    /**
     * @param position index before which the new columns will stand
     * @param fac computes them
     */
    public final void insertAt(final int position, final CellFactory fac) {
        columns().addAll(position, Rearrangement.columnsOf(fac));
    }

    /** @param fac computes columns that come last */
    public final void append(final CellFactory fac) {
        insertAt(columns().size(), fac);
    }

    /**
     * @param newCol computes columns
     * @param colName the column whose place they take
     */
    public final void replace(final CellFactory newCol, final String colName) {
        replace(newCol, index(colName));
    }

    /**
     * @param fac computes columns
     * @param colIndex the column whose place they take; or as many columns as are computed, each for one
     */
    public final void replace(final CellFactory fac, final int... colIndex) {
        final List<Column> computed = Rearrangement.columnsOf(fac);
        if (colIndex.length == 1) {
            columns().remove(colIndex[0]);
            columns().addAll(colIndex[0], computed);
            return;
        }
        if (colIndex.length != computed.size()) {
            throw new IndexOutOfBoundsException(
                computed.size() + " computed columns cannot replace " + colIndex.length + " columns.");
        }
        for (int i = 0; i < colIndex.length; i++) {
            columns().set(colIndex[i], computed.get(i));
        }
    }

    /** @return the structure of the new table */
    public final DataTableSpec createSpec() {
        return m_rearrangement.spec();
    }
}
