// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.image;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

import org.scorewalk.engine.InputException;

/**
 * Images side by side in rows and columns with captions, for example generated digits. Cells are as large as the
 * largest image; smaller ones are centred. Images are enlarged by whole factors without smoothing, so that each pixel
 * of a small image stays a square, or reduced with smoothing.
 */
public final class ImageGrid {

    private static final int CAPTION_LINE = 18;

    private static final int TITLE_LINE = 28;

    private static final Font CAPTION_FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

    private static final Font TITLE_FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 17);

    /**
     * How the grid looks.
     *
     * @param rows rows of images
     * @param columns images a row
     * @param scale factor by which each image is enlarged or reduced
     * @param gap pixels between the images and around them
     * @param title text above the grid; empty for none
     * @param captions whether each image has a line of text below it
     */
    public record Style(int rows, int columns, double scale, int gap, String title, boolean captions) {

        /** Rows, columns and pixels of a gap at most. */
        public static final int MAX_SIDE = 1000;

        /** Smallest scale. */
        public static final double MIN_SCALE = 0.01;

        /** Largest scale. */
        public static final double MAX_SCALE = 100;

        /** Checks ranges. */
        public Style {
            InputException.check(rows >= 1 && rows <= MAX_SIDE && columns >= 1 && columns <= MAX_SIDE,
                "The grid has %d rows and %d columns. Set 'Rows' and 'Columns' between 1 and %d.", rows, columns,
                MAX_SIDE);
            InputException.check(scale >= MIN_SCALE && scale <= MAX_SCALE,
                "The option 'Scale factor' is %s. Set it between %s and %s.", scale, MIN_SCALE, MAX_SCALE);
            InputException.check(gap >= 0 && gap <= MAX_SIDE,
                "The option 'Gap' is %d. Set it between 0 and %d pixels.", gap, MAX_SIDE);
        }

        /** @return images at most */
        public int size() {
            return rows * columns;
        }
    }

    private final Style m_style;

    private final int m_cellWidth;

    private final int m_cellHeight;

    private final int m_left;

    private final BufferedImage m_sheet;

    private final Graphics2D m_graphics;

    private int m_count;

    /**
     * @param style look
     * @param width width of the largest image
     * @param height height of the largest image
     * @throws InputException where the whole would be too large
     */
    public ImageGrid(final Style style, final int width, final int height) {
        m_style = style;
        m_cellWidth = scaled(width);
        m_cellHeight = scaled(height);
        final int title = style.title().isBlank() ? 0 : TITLE_LINE;
        final long w = (long)style.columns() * (m_cellWidth + style.gap()) + style.gap();
        final long h = (long)style.rows() * (m_cellHeight + style.gap() + (style.captions() ? CAPTION_LINE : 0))
            + style.gap() + title;
        // a title needs some room even above one small image
        final long wide = Math.max(w, title > 0 ? 160 : 1);
        ImageLimits.check(wide, h, "The grid of images", "Lower 'Rows', 'Columns' or 'Scale factor'.");
        m_left = (int)(wide - w) / 2 + style.gap();
        m_sheet = new BufferedImage((int)wide, (int)h, BufferedImage.TYPE_INT_RGB);
        m_graphics = m_sheet.createGraphics();
        m_graphics.setColor(Color.WHITE);
        m_graphics.fillRect(0, 0, (int)wide, (int)h);
        m_graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
            RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        m_graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
            style.scale() < 1 ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        m_graphics.setColor(Color.BLACK);
        if (title > 0) {
            text(style.title(), TITLE_FONT, wide / 2.0, style.gap() + 17, (int)wide - 8);
        }
    }

    private int scaled(final int size) {
        return Math.max(1, (int)Math.round(size * m_style.scale()));
    }

    /** @return whether all places are taken */
    public boolean isFull() {
        return m_count == m_style.size();
    }

    /**
     * Puts an image at the next place, row by row.
     *
     * @param image the image, not larger than what the constructor was told; null leaves the place empty
     * @param caption text below it; used where the style has captions
     */
    public void add(final BufferedImage image, final String caption) {
        final int row = m_count / m_style.columns();
        final int column = m_count % m_style.columns();
        m_count++;
        final int title = m_style.title().isBlank() ? 0 : TITLE_LINE;
        final int x = m_left + column * (m_cellWidth + m_style.gap());
        final int y = m_style.gap() + title
            + row * (m_cellHeight + m_style.gap() + (m_style.captions() ? CAPTION_LINE : 0));
        if (image != null) {
            final int w = scaled(image.getWidth());
            final int h = scaled(image.getHeight());
            m_graphics.drawImage(reduce(image, w, h), x + (m_cellWidth - w) / 2, y + (m_cellHeight - h) / 2, w, h,
                null);
        }
        if (m_style.captions()) {
            text(caption, CAPTION_FONT, x + m_cellWidth / 2.0, y + m_cellHeight + CAPTION_LINE - 4,
                m_cellWidth + m_style.gap() - 2);
        }
    }

    /** Halves the image until it is less than twice the target: bilinear reduction by more than two drops pixels. */
    private static BufferedImage reduce(final BufferedImage image, final int width, final int height) {
        BufferedImage current = image;
        while (current.getWidth() >= 2 * width && current.getHeight() >= 2 * height) {
            final BufferedImage half = new BufferedImage(current.getWidth() / 2, current.getHeight() / 2,
                BufferedImage.TYPE_INT_ARGB);
            final Graphics2D g = half.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(current, 0, 0, half.getWidth(), half.getHeight(), null);
            g.dispose();
            current = half;
        }
        return current;
    }

    private void text(final String text, final Font font, final double centre, final double baseline, final int room) {
        m_graphics.setFont(font);
        final FontMetrics metrics = m_graphics.getFontMetrics();
        String shown = text;
        while (metrics.stringWidth(shown) > room && shown.length() > 1) {
            final int cut = shown.endsWith("…") ? 2 : 1;
            if (shown.length() <= cut) {
                break;
            }
            shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -cut)) + "…";
        }
        m_graphics.drawString(shown, (float)(centre - metrics.stringWidth(shown) / 2.0), (float)baseline);
    }

    /** @return the grid; no more images can be added */
    public BufferedImage finish() {
        m_graphics.dispose();
        return m_sheet;
    }
}
