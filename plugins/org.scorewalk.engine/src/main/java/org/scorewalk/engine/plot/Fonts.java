// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

import org.scorewalk.engine.InputException;

/** Text: the logical sans-serif font, and what to say where a bare container has none. */
public final class Fonts {

    /** Pixels a typographic point at the figures' resolution of 100 pixels an inch. */
    static final double PIXELS_PER_POINT = 100.0 / 72;

    private Fonts() {
    }

    /**
     * @param points size in points
     * @return the logical font at that size
     */
    static Font sans(final double points) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float)(points * PIXELS_PER_POINT));
    }

    /**
     * Tries to lay out a text. A Java without any font, or without the libraries to read one, fails deep inside the JDK
     * with errors that mean nothing to a user.
     *
     * @throws InputException with what to install
     */
    public static void check() {
        final BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        final Graphics2D g = image.createGraphics();
        try {
            check(() -> g.getFontMetrics(sans(10)).stringWidth("0"));
        } finally {
            g.dispose();
        }
    }

    /** The check itself with the layout of a text given, so that its failure can be tested. */
    static void check(final Runnable layout) {
        try {
            layout.run();
        } catch (final RuntimeException | LinkageError | InternalError e) {
            throw new InputException("Figures need a font, and Java found none on this machine (" + e.getMessage()
                + "). Install fontconfig and a font, for example with"
                + " 'apt-get install fontconfig fonts-dejavu-core' or 'apk add fontconfig ttf-dejavu'.", e);
        }
    }

    /** Settings that make text and lines smooth and independent of the machine's desktop. */
    static void smooth(final Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }

    /**
     * Draws a line of text centred on a point, in a smaller size or shortened where it is too long.
     *
     * @param g where to draw, with font and colour set
     * @param text the text
     * @param centre centre in x
     * @param baseline its baseline
     * @param width room it has
     */
    static void centred(final Graphics2D g, final String text, final double centre, final double baseline,
        final double width) {
        final Font before = g.getFont();
        String shown = text;
        double length = length(g, shown);
        if (length > width) {
            g.setFont(before.deriveFont((float)(before.getSize2D() * Math.max(0.6, width / length))));
            length = length(g, shown);
            while (length > width && shown.length() > 1) {
                final int end = shown.offsetByCodePoints(shown.length(), shown.endsWith("…") ? -2 : -1);
                shown = shown.substring(0, Math.max(0, end)) + "…";
                length = length(g, shown);
                if (end <= 0) {
                    break;
                }
            }
        }
        g.drawString(shown, (float)(centre - length / 2), (float)baseline);
        g.setFont(before);
    }

    private static double length(final Graphics2D g, final String text) {
        final FontMetrics metrics = g.getFontMetrics();
        return metrics.getStringBounds(text, g).getWidth();
    }
}
