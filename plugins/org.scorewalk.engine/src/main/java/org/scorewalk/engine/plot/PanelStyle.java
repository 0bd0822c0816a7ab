// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import org.scorewalk.engine.image.ImageLimits;

/**
 * What all panels of a figure share.
 *
 * @param width width of a panel in pixels at scale 1
 * @param height its height
 * @param scale pixels a pixel: 2 gives a figure of twice the resolution with the same layout
 * @param xLabel label of the x axis; empty for none
 * @param yLabel label of the y axis; empty for none
 * @param equalAspect whether a unit has the same length on both axes
 */
public record PanelStyle(int width, int height, int scale, String xLabel, String yLabel, boolean equalAspect) {

    /** Least side of a panel: below it the axes' texts leave no room for data. */
    public static final int MIN_SIDE = 120;

    /** Checks the size. */
    public PanelStyle {
        ImageLimits.check((long)width * scale, (long)height * scale, "A panel of the figure",
            "Change the options 'Panel width', 'Panel height' or 'Resolution factor'.");
        org.scorewalk.engine.InputException.check(width >= MIN_SIDE && height >= MIN_SIDE,
            "A panel of %d x %d pixels has no room for data beside its axes. Set 'Panel width' and 'Panel height'"
            + " to at least %d pixels.", width, height, MIN_SIDE);
    }

    /** A square panel of 400 pixels with axes named x and y. */
    static final PanelStyle DEFAULT = new PanelStyle(400, 400, 1, "x coord", "y coord", true);
}
