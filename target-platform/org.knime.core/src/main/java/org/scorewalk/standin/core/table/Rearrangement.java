// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.DefaultRow;

/** Which columns a new table has: columns of the old one and columns that factories compute. */
public final class Rearrangement {

    /**
     * One column.
     *
     * @param spec name and type
     * @param original index in the old table; -1 if computed
     * @param factory computes it; null if it is taken over
     * @param inFactory index among the factory's columns
     */
    public record Column(DataColumnSpec spec, int original, CellFactory factory, int inFactory) {
    }

    private static Function<ColumnRearranger, Rearrangement> s_access;

    private final DataTableSpec m_original;

    private final List<Column> m_columns = new ArrayList<>();

    /** @param original the old table's structure, all of which is kept at first */
    public Rearrangement(final DataTableSpec original) {
        m_original = original;
        for (int i = 0; i < original.getNumColumns(); i++) {
            m_columns.add(new Column(original.getColumnSpec(i), i, null, -1));
        }
    }

    /** @param access the way to what a rearranger does; given by its class */
    public static void setAccess(final Function<ColumnRearranger, Rearrangement> access) {
        s_access = access;
    }

    /**
     * @param rearranger a rearranger
     * @return what it does
     */
    public static Rearrangement of(final ColumnRearranger rearranger) {
        return s_access.apply(rearranger);
    }

    /**
     * @param factory a factory
     * @return the columns that it computes
     */
    public static List<Column> columnsOf(final CellFactory factory) {
        final DataColumnSpec[] specs = factory.getColumnSpecs();
        final List<Column> columns = new ArrayList<>();
        for (int i = 0; i < specs.length; i++) {
            columns.add(new Column(specs[i], -1, factory, i));
        }
        return columns;
    }

    /** @return the columns now, to be changed */
    public List<Column> columns() {
        return m_columns;
    }

    /** @return the structure now */
    public DataTableSpec spec() {
        return new DataTableSpec(m_original.getName(),
            m_columns.stream().map(Column::spec).toArray(DataColumnSpec[]::new));
    }

    /** @return the structure that the rearrangement was made for */
    public DataTableSpec original() {
        return m_original;
    }

    /** @return every factory once, in the order of the columns */
    public List<CellFactory> factories() {
        return m_columns.stream().map(Column::factory).filter(f -> f != null).distinct().toList();
    }

    /**
     * @param row an old row
     * @param index its number
     * @return the new row
     */
    public DataRow apply(final DataRow row, final long index) {
        final Map<CellFactory, DataCell[]> computed = new LinkedHashMap<>();
        for (final CellFactory factory : factories()) {
            final DataCell[] cells = factory.getCells(row, index);
            if (cells.length != factory.getColumnSpecs().length) {
                throw new IllegalStateException("A cell factory made " + cells.length + " cells for "
                    + factory.getColumnSpecs().length + " columns in row \"" + row.getKey() + "\".");
            }
            computed.put(factory, cells);
        }
        final DataCell[] cells = new DataCell[m_columns.size()];
        for (int i = 0; i < cells.length; i++) {
            final Column column = m_columns.get(i);
            cells[i] = column.factory() == null ? row.getCell(column.original())
                : computed.get(column.factory())[column.inFactory()];
        }
        return new DefaultRow(row.getKey(), cells);
    }
}
