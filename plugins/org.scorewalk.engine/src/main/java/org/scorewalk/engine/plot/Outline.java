// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Capability;
import org.scorewalk.engine.density.Density;

/**
 * Lines that show where a density has its mass, in data coordinates: the curves that the density itself names (the
 * ridge of a ring, a Gaussian's ellipses), else the borders of the regions of highest density that hold 50 % and 95 %
 * of the mass within the viewport.
 *
 * @param lines lines as {@code double[2][points]}; a closed line repeats its first point
 */
public record Outline(List<double[][]> lines) {

    /** Nothing to draw. */
    public static final Outline NONE = new Outline(List.of());

    /** Grid points a side for densities without curves of their own. */
    private static final int GRID = 241;

    /**
     * @param density the density
     * @param first its coordinate on the x axis
     * @param second its coordinate on the y axis
     * @param viewport what is drawn
     * @param monitor is asked for cancellation
     * @return the density's outline; empty where none can be drawn: no curves of its own, and not two-dimensional or
     *         without a log-density
     */
    public static Outline of(final Density density, final int first, final int second, final Viewport viewport,
        final Monitor monitor) {
        final Outline curves = curves(density, first, second);
        if (!curves.isEmpty()) {
            return curves;
        }
        if (density.dimension() != 2 || !density.document().capabilities().contains(Capability.LOG_DENSITY)) {
            return NONE;
        }
        final double[] point = {0.5 * (viewport.xMin() + viewport.xMax()), 0.5 * (viewport.yMin() + viewport.yMax())};
        return new Outline(DensitySlice.plane(density.watchedBy(monitor), first, second, point, viewport, GRID, 0,
            monitor).outline());
    }

    /**
     * @param density the density
     * @param first its coordinate on the x axis
     * @param second its coordinate on the y axis
     * @return the curves that the density itself names, closed; empty where it names none
     */
    static Outline curves(final Density density, final int first, final int second) {
        return new Outline(density.outline(first, second).stream().map(Outline::close).toList());
    }

    private static double[][] close(final double[][] curve) {
        final int n = curve[0].length;
        final double[][] closed = new double[2][];
        for (int c = 0; c < 2; c++) {
            closed[c] = Arrays.copyOf(curve[c], n + 1);
            closed[c][n] = curve[c][0];
        }
        return closed;
    }

    /** The log-density above which lies the given share of the mass on the grid; NaN where there is no such level. */
    static double level(final double[][] values, final double mass) {
        final double[] sorted = Arrays.stream(values).flatMapToDouble(Arrays::stream).filter(v -> !Double.isNaN(v))
            .sorted().toArray();
        double total = 0;
        for (final double value : sorted) {
            total += Math.exp(value);
        }
        double sum = 0;
        for (int i = sorted.length - 1; i > 0; i--) {
            sum += Math.exp(sorted[i]);
            if (sum >= mass * total) {
                return 0.5 * (sorted[i] + sorted[i - 1]);
            }
        }
        return Double.NaN;
    }

    /** @return whether there is nothing to draw */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** @return the lines in pixels of a plot area with the given place and size */
    Path2D path(final Viewport viewport, final double left, final double top, final double width,
        final double height) {
        final Path2D path = new Path2D.Double();
        for (final double[][] line : lines) {
            final int n = line[0].length;
            for (int k = 0; k < n; k++) {
                final double x = left + (line[0][k] - viewport.xMin()) / viewport.width() * width;
                final double y = top + (viewport.yMax() - line[1][k]) / viewport.height() * height;
                if (k == 0) {
                    path.moveTo(x, y);
                } else if (k == n - 1 && n > 2 && line[0][0] == line[0][k] && line[1][0] == line[1][k]) {
                    path.closePath();
                } else {
                    path.lineTo(x, y);
                }
            }
        }
        return path;
    }
}
