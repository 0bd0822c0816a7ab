// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

import org.scorewalk.engine.image.ImageLimits;

/** Panels of one size in rows and columns, perhaps with further ones in a column at the right. */
final class PanelGrid {

    private final int m_width;

    private final int m_height;

    private final int m_main;

    private final int m_side;

    private final int m_columns;

    private final int m_rows;

    /**
     * @param width width of a panel in pixels
     * @param height its height
     * @param main number of panels in the grid
     * @param side number of panels beside it
     * @param columns panels a row of the grid
     */
    PanelGrid(final int width, final int height, final int main, final int side, final int columns) {
        m_width = width;
        m_height = height;
        m_main = main;
        m_side = side;
        m_columns = Math.max(1, Math.min(columns, main));
        m_rows = Math.max(side, (main + m_columns - 1) / m_columns);
        ImageLimits.check((long)width * (m_columns + (side > 0 ? 1 : 0)), (long)height * m_rows, "The figure",
            "Lower 'Maximum number of frames', 'Panel width', 'Panel height' or 'Resolution factor', or set"
                + " 'Panels per row'.");
    }

    /** @return columns of a nearly square grid of n panels; up to three stand in one row */
    static int square(final int n) {
        return n <= 3 ? n : (int)Math.ceil(Math.sqrt(n));
    }

    /** @return an empty sheet */
    BufferedImage sheet() {
        final BufferedImage sheet = new BufferedImage(m_width * (m_columns + (m_side > 0 ? 1 : 0)), m_height * m_rows,
            BufferedImage.TYPE_INT_RGB);
        Arrays.fill(pixels(sheet), 0xFFFFFF);
        return sheet;
    }

    /**
     * Copies a panel to its place.
     *
     * @param sheet the sheet
     * @param index index of the panel; those beside the grid come last
     * @param panel the panel
     */
    void put(final BufferedImage sheet, final int index, final BufferedImage panel) {
        final int x;
        final int y;
        if (index < m_main) {
            x = index % m_columns * m_width;
            y = index / m_columns * m_height;
        } else {
            x = m_columns * m_width;
            y = (m_rows - m_side) * m_height / 2 + (index - m_main) * m_height;
        }
        final int[] from = pixels(panel);
        final int[] to = pixels(sheet);
        for (int row = 0; row < m_height; row++) {
            System.arraycopy(from, row * m_width, to, (y + row) * sheet.getWidth() + x, m_width);
        }
    }

    static int[] pixels(final BufferedImage image) {
        return ((DataBufferInt)image.getRaster().getDataBuffer()).getData();
    }
}
