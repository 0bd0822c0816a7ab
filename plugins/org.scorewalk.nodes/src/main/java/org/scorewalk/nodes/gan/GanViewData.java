// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan;

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
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.scorewalk.engine.gan.GanShape;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the views of the GAN nodes have in common: a description as JSON, which KNIME stores with the node as a table of
 * one cell; images as PNG in Base64; numbers as little-endian doubles in Base64, column after column.
 */
public final class GanViewData {

    /** How many characters of an answer or the initial data hold images or numbers: KNIME's limit is 20 million. */
    public static final int MAX_CHARACTERS = 4_000_000;

    /** What a PNG image takes beside its pixels, which may not compress. */
    private static final int PNG_OVERHEAD = 120;

    private static final int DOUBLE_CHARACTERS = 11;

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

    private GanViewData() {
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
     * Says what the rows are.
     *
     * @param shape of the rows
     * @param json receives {@code kind} and the size of images, or the names and ranges of columns
     */
    public static void putShape(final GanShape shape, final ObjectNode json) {
        if (shape instanceof GanShape.Images images) {
            json.put("kind", "images");
            json.put("width", images.width()).put("height", images.height()).put("channels", images.channels());
        } else if (shape instanceof GanShape.Table table) {
            json.put("kind", "numbers");
            final ArrayNode columns = json.putArray("columns");
            table.names().forEach(columns::add);
            final ArrayNode minimum = json.putArray("minimum");
            final ArrayNode maximum = json.putArray("maximum");
            for (final double least : table.minimum()) {
                minimum.add(least);
            }
            for (final double greatest : table.maximum()) {
                maximum.add(greatest);
            }
        }
    }

    /**
     * How many images may travel at once.
     *
     * @param shape of the images
     * @return a number, at least 1, that stays within {@link #MAX_CHARACTERS} even where nothing compresses
     */
    public static int imagesAtOnce(final GanShape.Images shape) {
        return Math.max(1, MAX_CHARACTERS / ((shape.columns() + PNG_OVERHEAD) * 4 / 3));
    }

    /**
     * How many columns of numbers may travel at once.
     *
     * @param rows how many numbers a column has
     * @return a number, at least 1
     */
    public static int columnsAtOnce(final long rows) {
        return (int)Math.max(1, MAX_CHARACTERS / (DOUBLE_CHARACTERS * Math.max(1, rows)));
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
     * Reads an image.
     *
     * @param cell a cell with a PNG image
     * @return the image in Base64
     */
    public static String image(final DataCell cell) {
        return Base64.getEncoder().encodeToString(((PNGImageValue)cell).getImageContent().getByteArrayReference());
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
        return base64(values);
    }

    /**
     * Writes numbers as the pages read them.
     *
     * @param values the numbers
     * @return little-endian doubles in Base64
     */
    public static String base64(final double[] values) {
        final ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(values);
        return Base64.getEncoder().encodeToString(buffer.array());
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
}
