// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.imagegrid;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.image.ImageGrid;
import org.scorewalk.engine.image.ImageLimits;
import org.scorewalk.engine.image.PngImages;
import org.scorewalk.engine.plot.Fonts;
import org.scorewalk.engine.plot.RunNames;
import org.scorewalk.nodes.util.ExecutionMonitors;
import org.scorewalk.nodes.util.NumberColumns;
import org.scorewalk.nodes.util.UserErrors;

/** Configures and executes the Image Grid node. */
final class ImageGridNode {

    private static final ImagePortObjectSpec IMAGE_SPEC = new ImagePortObjectSpec(PNGImageContent.TYPE);

    private ImageGridNode() {
    }

    /** An image and its caption; the image is null where the cell is missing. */
    private record Item(BufferedImage image, String caption) {
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final ImageGridParameters parameters = input.getParameters();
        final DataTableSpec table = input.getInTableSpec(0);
        imageColumn(parameters, table);
        captionColumn(parameters, table);
        output.setOutSpec(0, IMAGE_SPEC);
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws CanceledExecutionException, KNIMEException {
        final ImageGridParameters parameters = input.getParameters();
        UserErrors.executing(() -> {
            final Monitor monitor = ExecutionMonitors.of(input.getExecutionContext());
            final BufferedDataTable table = input.getInTable(0);
            InputException.check(table.size() > 0,
                "The table at the port '%s' has no rows. Connect a table with images.",
                ImageGridNodeFactory.IMAGES_PORT);
            final ImageGrid.Style style = parameters.style(table.size());
            if (style.captions() || !style.title().isBlank()) {
                Fonts.check();
            }
            final List<Item> items = read(parameters, table, style.size(), monitor);
            final List<String> notes = new ArrayList<>();
            final long missing = items.stream().filter(i -> i.image() == null).count();
            InputException.check(missing < items.size(),
                "All cells of the column '%s' that would be drawn are missing. Remove rows with missing images.",
                imageColumn(parameters, table.getDataTableSpec()));
            if (missing > 0) {
                notes.add(missing + (missing == 1 ? " image is" : " images are")
                    + " missing; the places are left empty.");
            }
            if (table.size() > items.size()) {
                notes.add("The first %d of %d images are drawn. Set 'Rows' or 'Columns' to larger numbers to see more."
                    .formatted(items.size(), table.size()));
            }
            final BufferedImage sheet = draw(style, items, monitor);
            final byte[] png = PngImages.encode(sheet, monitor);
            if (!notes.isEmpty()) {
                output.setWarningMessage(String.join(" ", notes));
            }
            output.setOutData(0, new ImagePortObject(new PNGImageContent(png), IMAGE_SPEC));
        });
    }

    private static List<Item> read(final ImageGridParameters parameters, final BufferedDataTable table, final int most,
        final Monitor monitor) throws InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        final int image = spec.findColumnIndex(imageColumn(parameters, spec));
        final int caption = captionColumn(parameters, spec);
        final List<Item> items = new ArrayList<>();
        long pixels = 0;
        try (var iterator = table.iterator()) {
            while (iterator.hasNext() && items.size() < most) {
                monitor.check();
                final DataRow row = iterator.next();
                final DataCell cell = row.getCell(image);
                final BufferedImage decoded = cell.isMissing() ? null
                    : PngImages.decode(((PNGImageValue)cell).getImageContent().getByteArray(),
                        "The image in row '" + row.getKey() + "'");
                pixels += decoded == null ? 0 : (long)decoded.getWidth() * decoded.getHeight();
                InputException.check(pixels <= ImageLimits.MAX_PIXELS,
                    "The images have more than %d million pixels together. Set 'Rows' or 'Columns' to smaller numbers.",
                    ImageLimits.MAX_PIXELS / 1_000_000);
                items.add(new Item(decoded, caption < 0 ? "" : text(row.getCell(caption))));
                final double fraction = 0.6 * items.size() / Math.min(most, table.size());
                monitor.report(fraction, () -> "Reading images");
            }
        }
        return items;
    }

    private static String text(final DataCell cell) {
        if (cell.isMissing()) {
            return "";
        }
        return cell instanceof DoubleValue number ? RunNames.plain(number.getDoubleValue()) : cell.toString();
    }

    private static BufferedImage draw(final ImageGrid.Style style, final List<Item> items, final Monitor monitor) {
        int width = 1;
        int height = 1;
        for (final Item item : items) {
            if (item.image() != null) {
                width = Math.max(width, item.image().getWidth());
                height = Math.max(height, item.image().getHeight());
            }
        }
        final ImageGrid grid = new ImageGrid(style, width, height);
        for (final Item item : items) {
            monitor.check();
            grid.add(item.image(), item.caption());
        }
        return grid.finish();
    }

    private static String imageColumn(final ImageGridParameters parameters, final DataTableSpec table)
        throws InvalidSettingsException {
        final String chosen = parameters.m_imageColumn;
        if (chosen == null || chosen.isEmpty()) {
            return table.stream().filter(ImageGridParameters::isImage).map(DataColumnSpec::getName).findFirst()
                .orElseThrow(() -> new InvalidSettingsException(
                    "The table at the port '%s' has no column of PNG images, but: %s. Connect a table with images."
                        .formatted(ImageGridNodeFactory.IMAGES_PORT, NumberColumns.names(table))));
        }
        final DataColumnSpec column = table.getColumnSpec(chosen);
        if (column == null) {
            throw missing(chosen, "Image column", table);
        }
        if (!ImageGridParameters.isImage(column)) {
            throw new InvalidSettingsException(("The column '%s' of the table at the port '%s' holds no PNG images "
                + "(its type is %s). Choose another one in the option 'Image column'.").formatted(chosen,
                    ImageGridNodeFactory.IMAGES_PORT, column.getType()));
        }
        return chosen;
    }

    private static int captionColumn(final ImageGridParameters parameters, final DataTableSpec table)
        throws InvalidSettingsException {
        final String chosen = parameters.m_captionColumn;
        if (chosen == null || chosen.isEmpty()) {
            return -1;
        }
        final int index = table.findColumnIndex(chosen);
        if (index < 0) {
            throw missing(chosen, "Caption column", table);
        }
        return index;
    }

    private static InvalidSettingsException missing(final String column, final String option,
        final DataTableSpec table) {
        return new InvalidSettingsException(
            "There is no column '%s' in the table at the port '%s'. Choose another one in the option '%s' from %s."
                .formatted(column, ImageGridNodeFactory.IMAGES_PORT, option, NumberColumns.names(table)));
    }
}
