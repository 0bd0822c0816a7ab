// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan;

import java.util.Base64;

import org.knime.core.data.DataCell;
import org.knime.core.data.image.png.PNGImageValue;
import org.scorewalk.engine.gan.GanShape;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the views of the GAN nodes have in common: what the rows are, images as PNG in Base64, and how much may travel
 * at once.
 */
public final class GanViewData {

    /** How many characters of an answer or the initial data hold images or numbers: KNIME's limit is 20 million. */
    public static final int MAX_CHARACTERS = 4_000_000;

    /** What a PNG image takes beside its pixels, which may not compress. */
    private static final int PNG_OVERHEAD = 120;

    private static final int DOUBLE_CHARACTERS = 11;

    private GanViewData() {
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
     * Reads an image.
     *
     * @param cell a cell with a PNG image
     * @return the image in Base64
     */
    public static String image(final DataCell cell) {
        return Base64.getEncoder().encodeToString(((PNGImageValue)cell).getImageContent().getByteArrayReference());
    }
}
