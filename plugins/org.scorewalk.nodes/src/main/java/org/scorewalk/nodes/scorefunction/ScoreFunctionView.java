// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView.ViewInput;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Capability;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityFamily;
import org.scorewalk.engine.plot.DensityRegion;
import org.scorewalk.engine.plot.DensitySlice;
import org.scorewalk.engine.plot.Viewport;
import org.scorewalk.engine.transform.Interval;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.scorefunction.ScoreFunctionViewService.InitialData;
import org.scorewalk.nodes.scorefunction.ScoreFunctionViewService.Plane;
import org.scorewalk.nodes.scorefunction.ScoreFunctionViewService.Profile;
import org.scorewalk.nodes.util.ViewData;

/**
 * What the view's page starts with: profiles of the first coordinates and slices through the first pairs. Numbers
 * travel as little-endian floats; log-densities relative to the one at the point, so that floats are precise enough.
 */
final class ScoreFunctionView {

    /** Profiles that travel with the page; the page asks for others. */
    static final int MAX_PROFILES = 24;

    /** Slices that travel with the page. */
    static final int MAX_PLANES = 6;

    private static final int PROFILE_POINTS = 601;

    private static final int SIDE = 161;

    private static final int SMALLEST_SIDE = 41;

    private static final int SIDE_OF_MANY = 81;

    private static final int ARROWS = 20;

    /** Points times stored numbers, such as data or weights, that a slice may take: about a second. */
    private static final double EFFORT = 2e8;

    private ScoreFunctionView() {
    }

    /** The density that the node made, if it is executed. */
    static Optional<Density> density(final ViewInput input) {
        final PortObject[] objects = input.getInternalPortObjects();
        return objects == null || objects.length == 0 ? Optional.empty()
            : Optional.of(((ScoreFunctionPortObject)objects[0]).density());
    }

    static InitialData initialData(final ViewInput input) {
        return density(input).map(ScoreFunctionView::initialData).orElse(null);
    }

    static InitialData initialData(final Density density) {
        final var region = DensityRegion.of(density, Monitor.SILENT);
        final int dimension = density.dimension();
        final double[] point = region.point();
        final var bounds = new ArrayList<Double[]>();
        for (final Interval range : density.ranges()) {
            bounds.add(new Double[]{range.hasLower() ? range.lower() : null, range.hasUpper() ? range.upper() : null});
        }
        final List<Profile> profiles = new ArrayList<>();
        for (int i = 0; i < Math.min(dimension, MAX_PROFILES) && dimension != 2; i++) {
            profiles.add(profile(density, i, point, region.ranges()[i][0], region.ranges()[i][1]));
        }
        final List<Plane> planes = new ArrayList<>();
        for (int j = 1; j < dimension; j++) {
            for (int i = 0; i < j && planes.size() < MAX_PLANES; i++) {
                final double[] x = region.ranges()[i];
                final double[] y = region.ranges()[j];
                planes.add(plane(density, i, j, point, new Viewport(x[0], x[1], y[0], y[1])));
            }
        }
        return new InitialData(DensityFamily.label(density.document()), density.document().coordinateNames(),
            density.document().capabilities().contains(Capability.LOG_DENSITY), bounds, point, region.ranges(),
            region.source().name(), profiles, planes);
    }

    static Profile profile(final Density density, final int coordinate, final double[] point, final double from,
        final double to) {
        final var slice =
            DensitySlice.profile(density, coordinate, point, from, to, PROFILE_POINTS, Monitor.SILENT);
        return new Profile(coordinate, from, to, relative(density, slice.logDensity(), point),
            ViewData.floats(slice.scores()[0]));
    }

    static Plane plane(final Density density, final int first, final int second, final double[] point,
        final Viewport v) {
        final int side = side(density);
        final var slice = DensitySlice.plane(density, first, second, point, v, side, ARROWS, Monitor.SILENT);
        return new Plane(first, second, new double[]{v.xMin(), v.xMax(), v.yMin(), v.yMax()}, side,
            relative(density, slice.logDensity(), point), ARROWS, ViewData.floats(slice.scores()),
            slice.outline().stream().map(ViewData::floats).toList());
    }

    /** Fewer values a side where each is expensive or there are many slices. */
    private static int side(final Density density) {
        final int most = density.dimension() > 2 ? SIDE_OF_MANY : SIDE;
        return (int)Math.max(SMALLEST_SIDE,
            Math.min(most, Math.sqrt(EFFORT / Math.max(1, density.document().arrayValues()))));
    }

    private static String relative(final Density density, final double[] logDensity, final double[] point) {
        if (logDensity.length == 0) {
            return null;
        }
        final double reference = DensitySlice.logDensity(density, point);
        final var values = logDensity.clone();
        for (int k = 0; k < values.length && Double.isFinite(reference); k++) {
            values[k] -= reference;
        }
        return ViewData.floats(values);
    }
}
