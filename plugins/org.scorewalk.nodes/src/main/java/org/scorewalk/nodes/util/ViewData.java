// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.NoSuchElementException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What nodes store for their views, and how it travels to the pages: a description as JSON, which KNIME stores with the
 * node as a table of one cell; numbers as little-endian doubles or floats in Base64, column after column.
 */
public final class ViewData {

    private static final CloseableRowIterator NOTHING = new CloseableRowIterator() {
        @Override
        public boolean hasNext() {
            return false;
        }

        @Override
        public DataRow next() {
            throw new NoSuchElementException();
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    private ViewData() {
    }

    /**
     * Stores a description.
     *
     * @param json the description
     * @param execution makes the table
     * @return a table of one cell
     */
    public static BufferedDataTable describe(final ObjectNode json, final ExecutionContext execution) {
        final var container = execution.createDataContainer(
            new DataTableSpec("Description", new DataColumnSpecCreator("description", StringCell.TYPE).createSpec()));
        final DataCell cell = new StringCell(json.toString());
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(0L), cell));
        container.close();
        return container.getTable();
    }

    /**
     * Reads a stored description.
     *
     * @param table what {@link #describe} made
     * @return the JSON text
     */
    public static String description(final BufferedDataTable table) {
        try (var iterator = table.iterator()) {
            return ((StringValue)iterator.next().getCell(0)).getStringValue();
        }
    }

    /**
     * The objects that a node has stored for its view.
     *
     * @param objects what KNIME hands out
     * @param count how many the node stores
     * @return whether they are there: they are not where the node is not executed
     */
    public static boolean isThere(final PortObject[] objects, final int count) {
        return objects != null && objects.length >= count && objects[0] != null;
    }

    /**
     * Reads some rows.
     *
     * @param table the table
     * @param from the first row
     * @param to the row after the last one
     * @param columns indices of the columns that are read
     * @return the rows, none where the range is empty
     */
    public static CloseableRowIterator rows(final BufferedDataTable table, final long from, final long to,
        final int... columns) {
        final long end = Math.min(to, table.size());
        if (from < 0 || from >= end) {
            return NOTHING;
        }
        return table.filter(new TableFilter.Builder().withMaterializeColumnIndices(columns).withFromRowIndex(from)
            .withToRowIndex(end - 1).build()).iterator();
    }

    /**
     * Reads numbers.
     *
     * @param table the table
     * @param columns indices of columns of numbers
     * @param from the first row
     * @param to the row after the last one
     * @return the numbers, column after column, missing ones as NaN
     */
    public static String numbers(final BufferedDataTable table, final int[] columns, final long from, final long to) {
        final int rows = (int)Math.max(0, Math.min(to, table.size()) - from);
        final double[] values = new double[rows * columns.length];
        try (var iterator = rows(table, from, to, columns)) {
            for (int r = 0; iterator.hasNext(); r++) {
                final DataRow row = iterator.next();
                for (int j = 0; j < columns.length; j++) {
                    final DataCell cell = row.getCell(columns[j]);
                    values[j * rows + r] = cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue();
                }
            }
        }
        return doubles(values);
    }

    /**
     * Writes numbers, array after array, as pages read them with {@code scorewalk.columns}.
     *
     * @param arrays the numbers
     * @return little-endian doubles in Base64
     */
    public static String doubles(final double[]... arrays) {
        final ByteBuffer buffer = buffer(Double.BYTES, arrays);
        for (final double[] array : arrays) {
            for (final double value : array) {
                buffer.putDouble(value);
            }
        }
        return Base64.getEncoder().encodeToString(buffer.array());
    }

    /**
     * Writes numbers, array after array, as pages read them with {@code scorewalk.floats}.
     *
     * @param arrays the numbers
     * @return little-endian floats in Base64
     */
    public static String floats(final double[]... arrays) {
        final ByteBuffer buffer = buffer(Float.BYTES, arrays);
        for (final double[] array : arrays) {
            for (final double value : array) {
                buffer.putFloat((float)value);
            }
        }
        return Base64.getEncoder().encodeToString(buffer.array());
    }

    private static ByteBuffer buffer(final int bytes, final double[]... arrays) {
        int length = 0;
        for (final double[] array : arrays) {
            length += array.length;
        }
        return ByteBuffer.allocate(Math.multiplyExact(bytes, length)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
