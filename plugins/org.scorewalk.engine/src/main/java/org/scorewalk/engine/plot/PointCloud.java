// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.util.Arrays;

/**
 * Many translucent dots of one colour. All dots have the same colour, so drawing them one over the other needs only the
 * light that passes each pixel, a product; it is kept as float, so that faint dots add up without rounding to 256
 * levels, and blended with the paper once.
 */
final class PointCloud {

    private final Viewport m_viewport;

    private final int m_width;

    private final int m_height;

    private final double m_scaleX;

    private final double m_scaleY;

    private final Dots m_dots;

    private final float[] m_light;

    private long m_points;

    private long m_outside;

    /**
     * @param viewport what is drawn
     * @param width width of the plot area in pixels
     * @param height its height
     * @param dots the dots
     */
    PointCloud(final Viewport viewport, final int width, final int height, final Dots dots) {
        m_viewport = viewport;
        m_width = width;
        m_height = height;
        m_scaleX = width / viewport.width();
        m_scaleY = height / viewport.height();
        m_dots = dots;
        m_light = new float[width * height];
        Arrays.fill(m_light, 1);
    }

    /** Draws a point; those outside the viewport are counted only. */
    void add(final double x, final double y) {
        m_points++;
        if (!m_viewport.contains(x, y)) {
            m_outside++;
            return;
        }
        final double px = (x - m_viewport.xMin()) * m_scaleX;
        final double py = (m_viewport.yMax() - y) * m_scaleY;
        final int column = (int)px;
        final int row = (int)py;
        final float[] stamp =
            m_dots.stamp((int)((px - column) * Dots.PHASES), (int)((py - row) * Dots.PHASES));
        final int size = m_dots.size();
        final int left = column - m_dots.offset();
        final int top = row - m_dots.offset();
        final int fromX = Math.max(0, -left);
        final int toX = Math.min(size, m_width - left);
        final int toY = Math.min(size, m_height - top);
        for (int sy = Math.max(0, -top); sy < toY; sy++) {
            final int target = (top + sy) * m_width + left;
            final int source = sy * size;
            for (int sx = fromX; sx < toX; sx++) {
                m_light[target + sx] *= stamp[source + sx];
            }
        }
    }

    /** @return points added so far */
    long points() {
        return m_points;
    }

    /** @return how many of them lie outside the viewport */
    long outside() {
        return m_outside;
    }

    /**
     * Blends the dots over the pixels of an image.
     *
     * @param pixels 0xRRGGBB, row by row
     * @param imageWidth pixels a row of the image
     * @param left where the plot area starts
     * @param top where it starts
     * @param rgb the colour of the dots
     */
    void blend(final int[] pixels, final int imageWidth, final int left, final int top, final int rgb) {
        final int r = rgb >> 16 & 255;
        final int g = rgb >> 8 & 255;
        final int b = rgb & 255;
        for (int y = 0; y < m_height; y++) {
            final int to = (top + y) * imageWidth + left;
            for (int x = 0; x < m_width; x++) {
                final float light = m_light[y * m_width + x];
                if (light < 1) {
                    final int under = pixels[to + x];
                    pixels[to + x] = mix(under >> 16 & 255, r, light) << 16 | mix(under >> 8 & 255, g, light) << 8
                        | mix(under & 255, b, light);
                }
            }
        }
    }

    private static int mix(final int under, final int over, final float light) {
        return (int)(over + (under - over) * light + 0.5f);
    }
}
