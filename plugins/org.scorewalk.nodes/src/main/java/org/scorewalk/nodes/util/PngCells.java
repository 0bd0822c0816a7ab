// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.image.png.PNGImageCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.image.png.PNGImageValue;
import org.scorewalk.engine.idx.SmallPng;

/** Cells with PNG images. */
public final class PngCells {

    /** The type of columns of PNG images. */
    public static final DataType TYPE = DataType.getType(PNGImageCell.class);

    private PngCells() {
    }

    /**
     * Whether a column holds PNG images.
     *
     * @param column the column
     * @return true if it does
     */
    public static boolean isPng(final DataColumnSpec column) {
        return column.getType().isCompatible(PNGImageValue.class);
    }

    /**
     * Makes a cell of an image.
     *
     * @param png writes PNG files
     * @param image the image
     * @return the cell
     */
    public static DataCell of(final SmallPng png, final SmallPng.Image image) {
        return new PNGImageContent(png.write(image)).toImageCell();
    }
}
