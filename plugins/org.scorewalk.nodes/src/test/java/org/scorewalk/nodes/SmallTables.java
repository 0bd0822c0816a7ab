// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Small tables for tests. */
public final class SmallTables {

    private SmallTables() {
    }

    /**
     * @param namesAndTypes column names, each followed by its {@link DataType}
     * @return a spec
     */
    public static DataTableSpec spec(final Object... namesAndTypes) {
        final var creator = new DataTableSpecCreator();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            creator.addColumns(
                new DataColumnSpecCreator((String)namesAndTypes[i], (DataType)namesAndTypes[i + 1]).createSpec());
        }
        return creator.createSpec();
    }

    /**
     * @param names of double columns
     * @return a spec
     */
    public static DataTableSpec doubles(final String... names) {
        final var creator = new DataTableSpecCreator();
        for (final var name : names) {
            creator.addColumns(new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec());
        }
        return creator.createSpec();
    }

    /**
     * @param context makes the table
     * @param spec the columns
     * @param rows values: Double, Integer, String, or null for a missing cell
     * @return a table with rows Row0, Row1, ...
     */
    public static BufferedDataTable table(final ExecutionContext context, final DataTableSpec spec,
        final Object[]... rows) {
        final var container = context.createDataContainer(spec);
        for (int r = 0; r < rows.length; r++) {
            final var cells = new DataCell[rows[r].length];
            for (int c = 0; c < cells.length; c++) {
                cells[c] = cell(rows[r][c]);
            }
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)r), cells));
        }
        container.close();
        return container.getTable();
    }

    private static DataCell cell(final Object value) {
        if (value instanceof Integer i) {
            return new IntCell(i);
        }
        if (value instanceof Number n) {
            return new DoubleCell(n.doubleValue());
        }
        return value == null ? DataType.getMissingCell() : new StringCell(value.toString());
    }

    /**
     * @param table a table
     * @return all rows
     */
    public static List<DataRow> rows(final BufferedDataTable table) {
        final var rows = new ArrayList<DataRow>();
        try (var iterator = table.iterator()) {
            while (iterator.hasNext()) {
                rows.add(iterator.next());
            }
        }
        return rows;
    }

    /**
     * @param table a table
     * @param column a column's name
     * @return its numbers, NaN for missing cells
     */
    public static double[] numbers(final BufferedDataTable table, final String column) {
        final int index = table.getDataTableSpec().findColumnIndex(column);
        return rows(table).stream().map(row -> row.getCell(index))
            .mapToDouble(cell -> cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue()).toArray();
    }

    /**
     * @param table a table
     * @param column a column's name
     * @return its cells as texts
     */
    public static List<String> texts(final BufferedDataTable table, final String column) {
        final int index = table.getDataTableSpec().findColumnIndex(column);
        return rows(table).stream().map(row -> row.getCell(index).toString()).toList();
    }
}
