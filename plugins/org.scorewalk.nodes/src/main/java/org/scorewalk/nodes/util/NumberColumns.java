// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;

/** Finds and reads columns of numbers; whatever is wrong is said with the names of the column, the row and the port. */
public final class NumberColumns {

    private static final int ROWS_PER_CHECK = 1024;

    private static final int FIRST_CAPACITY = 1024;

    private static final int SHOWN = 8;

    private NumberColumns() {
    }

    /**
     * Whether a column holds numbers. Truth values, which KNIME can read as numbers, do not count.
     *
     * @param column the column
     * @return true for integers, long integers and doubles
     */
    public static boolean isNumeric(final DataColumnSpec column) {
        return column.getType().isCompatible(DoubleValue.class) && !column.getType().isCompatible(BooleanValue.class);
    }

    /**
     * The columns of numbers.
     *
     * @param spec the table's spec
     * @return the columns in the table's order
     */
    public static List<DataColumnSpec> of(final DataTableSpec spec) {
        return spec.stream().filter(NumberColumns::isNumeric).toList();
    }

    /**
     * The columns of numbers for a choice in a dialog.
     *
     * @param input what the dialog knows
     * @param port the number of the input port, from 0; may not exist
     * @return the columns, empty without a table
     */
    public static List<DataColumnSpec> choices(final NodeParametersInput input, final int port) {
        final var specs = input.getInPortSpecs();
        return port < specs.length && specs[port] instanceof DataTableSpec table ? of(table) : List.of();
    }

    /**
     * Finds a column of numbers.
     *
     * @param spec the table's spec
     * @param port the port's name, for messages
     * @param name the column's name
     * @return its index
     * @throws InvalidSettingsException if there is no such column or it holds no numbers
     */
    public static int index(final DataTableSpec spec, final String port, final String name)
        throws InvalidSettingsException {
        final int index = spec.findColumnIndex(name);
        if (index < 0) {
            throw new InvalidSettingsException(
                "The column '%s' is not in the table at the port '%s'. Choose another column; there are: %s."
                    .formatted(name, port, names(spec)));
        }
        final var column = spec.getColumnSpec(index);
        if (!isNumeric(column)) {
            throw new InvalidSettingsException(
                ("The column '%s' of the table at the port '%s' holds no numbers (its type is %s). Choose a column of "
                    + "numbers.").formatted(name, port, column.getType()));
        }
        return index;
    }

    /**
     * Finds columns of numbers.
     *
     * @param spec the table's spec
     * @param port the port's name, for messages
     * @param names the columns' names
     * @return their indices, in the order of the names
     * @throws InvalidSettingsException if one is missing or holds no numbers
     */
    public static int[] indices(final DataTableSpec spec, final String port, final List<String> names)
        throws InvalidSettingsException {
        final var indices = new int[names.size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = index(spec, port, names.get(i));
        }
        return indices;
    }

    /**
     * Some names for a message.
     *
     * @param spec the table's spec
     * @return the names of its columns in quotes, no more than a message can hold
     */
    public static String names(final DataTableSpec spec) {
        return spec.getNumColumns() == 0 ? "none" : quoted(Arrays.asList(spec.getColumnNames()));
    }

    /**
     * Some names for a message.
     *
     * @param names the names
     * @return the names in quotes, no more than a message can hold
     */
    public static String quoted(final List<String> names) {
        final var shown = names.stream().limit(SHOWN).map(n -> "'" + n + "'").collect(Collectors.joining(", "));
        return names.size() > SHOWN ? (shown + " and " + (names.size() - SHOWN) + " more") : shown;
    }

    /**
     * Reads columns of finite numbers.
     *
     * @param table the table
     * @param port the port's name, for messages
     * @param columns the indices of the columns
     * @param monitor asked for a cancel, told about progress
     * @return {@code double[columns][rows]}
     * @throws InputException if a cell is missing, NaN or infinite
     */
    public static double[][] read(final BufferedDataTable table, final String port, final int[] columns,
        final Monitor monitor) {
        final long rows = table.size();
        InputException.check(rows <= Integer.MAX_VALUE - 8,
            "The table at the port '%s' has %d rows, which is too many.",
            port, rows);
        final var values = new double[columns.length][(int)Math.min(rows, FIRST_CAPACITY)];
        int k = 0;
        try (var iterator = table.filter(
            TableFilter.materializeCols(columns)).iterator()) {
            while (iterator.hasNext()) {
                if (k % ROWS_PER_CHECK == 0) {
                    monitor.check();
                    final int row = k;
                    monitor.report((double)k / rows,
                        () -> String.format(Locale.ROOT, "Reading row %,d of %,d", row, rows));
                }
                final var row = iterator.next();
                if (k == values[0].length) {
                    for (int i = 0; i < values.length; i++) {
                        values[i] = Arrays.copyOf(values[i], (int)Math.min(rows, 2L * k));
                    }
                }
                for (int i = 0; i < columns.length; i++) {
                    values[i][k] = number(table.getDataTableSpec(), port, row, columns[i]);
                }
                k++;
            }
        }
        return values;
    }

    private static double number(final DataTableSpec spec, final String port, final DataRow row, final int column) {
        final DataCell cell = row.getCell(column);
        InputException.check(!cell.isMissing(),
            "The column '%s' of the table at the port '%s' has a missing cell in row '%s'. Remove the row or fill "
                + "the gap, for "
                + "instance with the node Missing Value.",
            spec.getColumnSpec(column).getName(), port, row.getKey());
        final double value = ((DoubleValue)cell).getDoubleValue();
        InputException.check(Double.isFinite(value),
            "The column '%s' of the table at the port '%s' holds %s in row '%s', but all numbers must be finite. "
                + "Remove the "
                + "row or replace the number.",
            spec.getColumnSpec(column).getName(), port, value, row.getKey());
        return value;
    }

    /**
     * The names of columns.
     *
     * @param columns the columns
     * @return their names in the same order
     */
    public static List<String> namesOf(final List<DataColumnSpec> columns) {
        final var names = new ArrayList<String>();
        columns.forEach(c -> names.add(c.getName()));
        return names;
    }
}
