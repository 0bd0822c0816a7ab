// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

/**
 * The coverage of a round dot on the pixel raster, for 8 x 8 positions of its centre within a pixel: what anti-aliased
 * drawing of a disk gives, computed once instead of once a point.
 */
final class Dots {

    /** Positions within a pixel, a direction. */
    static final int PHASES = 8;

    private static final int SAMPLES = 16;

    private final int m_size;

    private final int m_offset;

    private final float[][] m_transmittance;

    /**
     * @param diameter diameter in pixels, positive
     * @param alpha opacity of the dot, 0 to 1
     */
    Dots(final double diameter, final double alpha) {
        final double radius = diameter / 2;
        // the centre lies in pixel m_offset of the stamp
        m_offset = (int)Math.ceil(radius);
        m_size = 2 * m_offset + 1;
        m_transmittance = new float[PHASES * PHASES][];
        for (int py = 0; py < PHASES; py++) {
            for (int px = 0; px < PHASES; px++) {
                final double cx = m_offset + (px + 0.5) / PHASES;
                final double cy = m_offset + (py + 0.5) / PHASES;
                m_transmittance[py * PHASES + px] = stamp(cx, cy, radius, alpha);
            }
        }
    }

    private float[] stamp(final double cx, final double cy, final double radius, final double alpha) {
        final float[] stamp = new float[m_size * m_size];
        for (int y = 0; y < m_size; y++) {
            for (int x = 0; x < m_size; x++) {
                stamp[y * m_size + x] = (float)(1 - alpha * coverage(x - cx, y - cy, radius));
            }
        }
        return stamp;
    }

    /** Share of the pixel whose lower corner is (x, y) from the centre that lies in the disk. */
    private static double coverage(final double x, final double y, final double radius) {
        int inside = 0;
        for (int sy = 0; sy < SAMPLES; sy++) {
            final double dy = y + (sy + 0.5) / SAMPLES;
            for (int sx = 0; sx < SAMPLES; sx++) {
                final double dx = x + (sx + 0.5) / SAMPLES;
                if (dx * dx + dy * dy <= radius * radius) {
                    inside++;
                }
            }
        }
        return (double)inside / (SAMPLES * SAMPLES);
    }

    /** @return width and height of a stamp in pixels */
    int size() {
        return m_size;
    }

    /** @return the row and column of a stamp that holds the centre */
    int offset() {
        return m_offset;
    }

    /**
     * @param phaseX position of the centre in its pixel, 0 to 7
     * @param phaseY the same downwards
     * @return for each pixel of the stamp the light that passes: 1 - alpha * coverage
     */
    float[] stamp(final int phaseX, final int phaseY) {
        return m_transmittance[phaseY * PHASES + phaseX];
    }
}
