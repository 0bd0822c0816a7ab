// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.util.Arrays;
import java.util.Collection;

/**
 * Ranges of the axes found from the data: the central 99 % of the points of each group (a frame, a run), all groups
 * together, with some room, ends on round numbers. A few runaways thus do not shrink the picture to a spot; how many
 * points lie outside is said in the node's message.
 */
final class Limits {

    private static final double TAIL = 0.005;

    private Limits() {
    }

    /**
     * @param spreads the groups
     * @param outline curves that shall be seen whole, too
     * @return the viewport
     */
    static Viewport around(final Collection<Spread> spreads, final Outline outline) {
        final double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY};
        for (final Spread spread : spreads) {
            final double[] part = spread.range(TAIL);
            if (part != null) {
                include(range, part);
            }
        }
        for (final double[][] line : outline.lines()) {
            include(range, new double[]{Arrays.stream(line[0]).min().orElse(Double.POSITIVE_INFINITY),
                Arrays.stream(line[0]).max().orElse(Double.NEGATIVE_INFINITY),
                Arrays.stream(line[1]).min().orElse(Double.POSITIVE_INFINITY),
                Arrays.stream(line[1]).max().orElse(Double.NEGATIVE_INFINITY)});
        }
        final double[] x = Ticks.roundRange(range[0], range[1]);
        final double[] y = Ticks.roundRange(range[2], range[3]);
        return new Viewport(x[0], x[1], y[0], y[1]);
    }

    private static void include(final double[] range, final double[] part) {
        range[0] = Math.min(range[0], part[0]);
        range[1] = Math.max(range[1], part[1]);
        range[2] = Math.min(range[2], part[2]);
        range[3] = Math.max(range[3], part[3]);
    }

    /** Both axes with the same range where they nearly have it, as a person would set it. */
    static Viewport square(final Viewport v) {
        final double longer = Math.max(v.width(), v.height());
        if (Math.min(v.width(), v.height()) < 0.6 * longer) {
            return v;
        }
        final double low = Math.min(v.xMin(), v.yMin());
        final double high = Math.max(v.xMax(), v.yMax());
        return high - low <= 1.7 * longer ? new Viewport(low, high, low, high) : v;
    }
}
