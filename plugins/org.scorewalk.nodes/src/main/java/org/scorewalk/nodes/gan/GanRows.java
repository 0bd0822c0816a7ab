// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.gan.GanData;
import org.scorewalk.engine.gan.GanShape;
import org.scorewalk.engine.idx.SmallPng;
import org.scorewalk.nodes.util.PngCells;

/** The rows of a GAN as rows of tables: images as PNG cells, numbers in their own ranges. */
public final class GanRows {

    /** The column of generated images. */
    public static final String IMAGE = "image";

    private GanRows() {
    }

    /**
     * Reads a column of images.
     *
     * @param table the table
     * @param port the port's name, for messages
     * @param column the column's name
     * @param monitor progress and cancel
     * @return the images
     * @throws InputException if a cell is missing or no image, or if the images are not alike
     */
    public static GanData images(final BufferedDataTable table, final String port, final String column,
        final Monitor monitor) {
        final int index = table.getDataTableSpec().findColumnIndex(column);
        final List<byte[]> images = new ArrayList<>();
        GanShape.Images shape = null;
        String first = "";
        try (SmallPng png = new SmallPng();
                var iterator = table.filter(TableFilter.materializeCols(index)).iterator()) {
            while (iterator.hasNext()) {
                monitor.check();
                final int done = images.size();
                monitor.report((double)done / table.size(), () ->
                    "Reading image %d of %d".formatted(done, table.size()));
                final DataRow row = iterator.next();
                final DataCell cell = row.getCell(index);
                InputException.check(!cell.isMissing(),
                    "The column '%s' of the table at the port '%s' has a missing cell in row '%s'. Remove the row, "
                        + "for instance with the node Row Filter.",
                    column, port, row.getKey());
                final SmallPng.Image image = png.read(((PNGImageValue)cell).getImageContent().getByteArrayReference(),
                    "The image of the column '%s' in row '%s'".formatted(column, row.getKey()));
                final var size = new GanShape.Images(image.width(), image.height(), image.channels());
                if (shape == null) {
                    shape = size;
                    first = row.getKey().toString();
                    checkMemory(table.size(), size);
                }
                InputException.check(size.equals(shape),
                    "The images of the column '%s' are not alike: row '%s' has %s, but row '%s' has %s. All must have "
                        + "the same size and colours.",
                    column, first, describe(shape), row.getKey(), describe(size));
                images.add(image.pixels());
            }
        }
        InputException.check(shape != null,
            "The table at the port '%s' is empty. The GAN needs at least %d images to learn from.",
            port, GanData.MIN_ROWS);
        return GanData.images(shape, images);
    }

    private static void checkMemory(final long rows, final GanShape.Images size) {
        final long memory = Runtime.getRuntime().maxMemory();
        InputException.check(rows <= Integer.MAX_VALUE - 8 && rows * size.columns() < memory / 2,
            "The table has %d images of %d numbers each, which is too much for the memory of this program (%d MiB). "
                + "Take fewer or smaller images, or give Java more memory (-Xmx).",
            rows, size.columns(), memory >> 20);
    }

    private static String describe(final GanShape.Images size) {
        return "%d x %d pixels, %s".formatted(size.width(), size.height(), size.channels() == 1 ? "grey" : "coloured");
    }

    /**
     * The spec of a table with generated rows.
     *
     * @param name the table's name
     * @param before the names of columns of whole numbers from 1 that come first
     * @param columns the names of columns of numbers; null for images
     * @param after the names of columns of numbers that come last
     * @return the spec
     */
    public static DataTableSpec spec(final String name, final List<String> before, final List<String> columns,
        final List<String> after) {
        final List<DataColumnSpec> specs = new ArrayList<>();
        for (final String number : before) {
            final var creator = new DataColumnSpecCreator(number, IntCell.TYPE);
            creator.setDomain(new DataColumnDomainCreator(new IntCell(1), null).createDomain());
            specs.add(creator.createSpec());
        }
        if (columns == null) {
            specs.add(new DataColumnSpecCreator(IMAGE, PngCells.TYPE).createSpec());
        } else {
            checkNames(before, columns);
            checkNames(after, columns);
            columns.forEach(c -> specs.add(new DataColumnSpecCreator(c, DoubleCell.TYPE).createSpec()));
        }
        after.forEach(c -> specs.add(new DataColumnSpecCreator(c, DoubleCell.TYPE).createSpec()));
        return new DataTableSpec(name, specs.toArray(DataColumnSpec[]::new));
    }

    private static void checkNames(final List<String> own, final List<String> columns) {
        for (final String column : columns) {
            InputException.check(!own.contains(column),
                "A learned column cannot be called '%s', because a table of generated rows has a column of that name. "
                    + "Rename it, for instance with the node Column Renamer.",
                column);
        }
    }

    /** Writes generated rows. */
    public static final class Writer implements AutoCloseable {

        private final BufferedDataContainer m_container;

        private final GanShape m_shape;

        private final SmallPng m_png = new SmallPng();

        private long m_rows;

        /**
         * @param container takes the rows; stays open
         * @param shape what the rows are
         */
        public Writer(final BufferedDataContainer container, final GanShape shape) {
            m_container = container;
            m_shape = shape;
        }

        /**
         * How many numbers a row has.
         *
         * @return at least 1
         */
        public int columns() {
            return m_shape.columns();
        }

        /**
         * Writes a row.
         *
         * @param before cells that come first
         * @param rows generated rows between -1 and 1
         * @param row the number of the row that is written
         * @param after cells that come last
         */
        public void add(final DataCell[] before, final float[] rows, final int row, final DataCell... after) {
            final List<DataCell> cells = new ArrayList<>(Arrays.asList(before));
            final int from = row * m_shape.columns();
            if (m_shape instanceof GanShape.Images images) {
                cells.add(PngCells.of(m_png, new SmallPng.Image(images.width(), images.height(), images.channels(),
                    images.pixels(rows, from))));
            } else if (m_shape instanceof GanShape.Table table) {
                for (int j = 0; j < table.columns(); j++) {
                    cells.add(new DoubleCell(table.unscale(j, rows[from + j])));
                }
            }
            cells.addAll(Arrays.asList(after));
            m_container.addRowToTable(new DefaultRow(RowKey.createRowKey(m_rows), cells));
            m_rows++;
        }

        @Override
        public void close() {
            m_png.close();
        }
    }
}
