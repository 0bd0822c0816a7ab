// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

/**
 * Colours for numbers: sequential, perceptually uniform, with lightness that rises (or falls) all the way, so that they
 * can be read with any colour vision and in grey print. The constants' names stand in the settings of nodes and never
 * change. Each is a smooth curve (Catmull-Rom) through ten published points.
 */
public enum ColorMap {

    /** Dark violet over green to yellow (N. Smith and S. van der Walt, CC0). */
    VIRIDIS(0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6ECE58, 0xB5DE2B, 0xFDE725),
    /** Black over purple and orange to pale yellow (N. Smith and S. van der Walt, CC0). */
    MAGMA(0x000004, 0x180F3D, 0x440F76, 0x721F81, 0x9E2F7F, 0xCD4071, 0xF1605D, 0xFD9668, 0xFECA8D, 0xFCFDBF),
    /** Dark blue over grey to yellow, made for colour-vision deficiency (J. Nunez, C. Anderton, R. Renslow, 2018). */
    CIVIDIS(0x00224E, 0x123570, 0x3B496C, 0x575D6D, 0x707173, 0x8A8678, 0xA59C74, 0xC3B369, 0xE1CC55, 0xFEE838),
    /** White paper to black. */
    GREYS(0xFFFFFF, 0xE6E6E6, 0xCDCDCD, 0xB4B4B4, 0x9A9A9A, 0x808080, 0x666666, 0x484848, 0x282828, 0x000000);

    private final int[] m_table = new int[256];

    ColorMap(final int... points) {
        for (int i = 0; i < m_table.length; i++) {
            final double t = i / 255.0 * (points.length - 1);
            final int k = Math.min(points.length - 2, (int)t);
            m_table[i] = channel(points, k, t - k, 16) << 16 | channel(points, k, t - k, 8) << 8
                | channel(points, k, t - k, 0);
        }
    }

    private static int channel(final int[] points, final int k, final double t, final int shift) {
        final double p1 = points[k] >> shift & 255;
        final double p2 = points[k + 1] >> shift & 255;
        final double p0 = k > 0 ? points[k - 1] >> shift & 255 : 2 * p1 - p2;
        final double p3 = k + 2 < points.length ? points[k + 2] >> shift & 255 : 2 * p2 - p1;
        final double value =
            p1 + 0.5 * t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)));
        return (int)Math.round(Math.max(0, Math.min(255, value)));
    }

    /** @return its name for people */
    public String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * @param fraction a number from 0 to 1; others take the colour of the nearer end
     * @return 0xRRGGBB
     */
    public int rgb(final double fraction) {
        return m_table[(int)Math.round(Math.max(0, Math.min(1, fraction)) * 255)];
    }
}
