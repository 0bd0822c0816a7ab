// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;

/** Small results. */
public final class Tables {

    public static final DataTableSpec SPEC = new DataTableSpec(
        new DataColumnSpecCreator("text", StringCell.TYPE).createSpec());

    private Tables() {
    }

    public static BufferedDataTable oneRow(final ExecutionContext exec, final String text) {
        final var container = exec.createDataContainer(SPEC);
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(0L), new StringCell(text)));
        container.close();
        return container.getTable();
    }

    /** A square in the format of ImageIO's name. */
    public static byte[] picture(final String format) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ImagePortObject image() {
        return new ImagePortObject(new PNGImageContent(picture("png")), new ImagePortObjectSpec(PNGImageContent.TYPE));
    }
}
