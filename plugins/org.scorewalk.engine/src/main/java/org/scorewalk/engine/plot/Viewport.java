// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import org.scorewalk.engine.InputException;

/**
 * The part of the plane that is drawn.
 *
 * @param xMin left end
 * @param xMax right end
 * @param yMin lower end
 * @param yMax upper end
 */
public record Viewport(double xMin, double xMax, double yMin, double yMax) {

    /** Checks that both ranges are finite and not empty. */
    public Viewport {
        check("x axis", xMin, xMax);
        check("y axis", yMin, yMax);
    }

    private static void check(final String axis, final double min, final double max) {
        InputException.check(Double.isFinite(min) && Double.isFinite(max) && Double.isFinite(max - min) && min < max
            && min + (max - min) / 1e9 > min && max - (max - min) / 1e9 < max,
            "The range of the %s from %s to %s is empty or too large to draw. Set another minimum and maximum.",
            axis, min, max);
    }

    /** @return the range of the x axis */
    public double width() {
        return xMax - xMin;
    }

    /** @return the range of the y axis */
    public double height() {
        return yMax - yMin;
    }

    /**
     * @param x horizontal coordinate
     * @param y vertical coordinate
     * @return whether the point lies within, borders included
     */
    public boolean contains(final double x, final double y) {
        return x >= xMin && x <= xMax && y >= yMin && y <= yMax;
    }
}
