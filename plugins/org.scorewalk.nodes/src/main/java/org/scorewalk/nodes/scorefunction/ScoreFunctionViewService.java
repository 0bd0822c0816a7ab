// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import static org.scorewalk.engine.InputException.check;

import java.util.List;

import org.knime.node.DefaultView.ViewInput;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.plot.Viewport;

/**
 * What the view's page gets: the records it starts with, and the public methods that it calls by name later. The object
 * may outlive a reset of the node, so it holds no density.
 */
public final class ScoreFunctionViewService {

    /**
     * What the page starts with.
     *
     * @param family the kind of density, for people
     * @param names one name a coordinate
     * @param hasLogDensity whether log-densities are known
     * @param bounds lower and upper bound a coordinate, null where there is none; empty where nothing is bounded
     * @param point where slices are cut
     * @param ranges what is shown of each coordinate at first
     * @param source how the ranges were found
     * @param profiles some profiles; the page asks for others
     * @param planes some slices; the page asks for others
     */
    public record InitialData(String family, List<String> names, boolean hasLogDensity, List<Double[]> bounds,
        double[] point, double[][] ranges, String source, List<Profile> profiles, List<Plane> planes) {
    }

    /**
     * A profile along a coordinate, at the middles of equal parts of its range.
     *
     * @param coordinate which one, from 0
     * @param from left end
     * @param to right end
     * @param logDensity log-densities relative to the one at the point, in Base64; null without log-density
     * @param score derivatives by the coordinate, in Base64
     */
    public record Profile(int coordinate, double from, double to, String logDensity, String score) {
    }

    /**
     * A slice over the plane of two coordinates.
     *
     * @param first coordinate of the horizontal axis, from 0
     * @param second coordinate of the vertical axis
     * @param viewport xMin, xMax, yMin, yMax
     * @param side values a side of the grid
     * @param logDensity log-densities relative to the one at the point, row by row from yMin, in Base64; null without
     * @param arrows scores a side of their grid
     * @param scores all derivatives by the first and then by the second coordinate, row by row, in Base64
     * @param outline lines, all x and then all y, in Base64
     */
    public record Plane(int first, int second, double[] viewport, int side, String logDensity, int arrows,
        String scores, List<String> outline) {
    }

    private final ViewInput m_input;

    ScoreFunctionViewService(final ViewInput input) {
        m_input = input;
    }

    /**
     * A slice.
     *
     * @param first coordinate of the horizontal axis, from 0
     * @param second coordinate of the vertical axis
     * @param point where the others are fixed
     * @param viewport xMin, xMax, yMin, yMax
     * @return the slice
     */
    public Plane plane(final int first, final int second, final double[] point, final double[] viewport) {
        final Density density = density(point);
        check(first >= 0 && second >= 0 && first < point.length && second < point.length && first != second
            && viewport.length == 4, "There is no plane of the coordinates %d and %d.", first + 1, second + 1);
        return ScoreFunctionView.plane(density, first, second, point,
            new Viewport(viewport[0], viewport[1], viewport[2], viewport[3]));
    }

    /**
     * A profile.
     *
     * @param coordinate which one, from 0
     * @param point where the others are fixed
     * @param from left end
     * @param to right end
     * @return the profile
     */
    public Profile profile(final int coordinate, final double[] point, final double from, final double to) {
        final Density density = density(point);
        check(coordinate >= 0 && coordinate < point.length && from < to && Double.isFinite(to - from),
            "There is no profile of coordinate %d from %s to %s.", coordinate + 1, from, to);
        return ScoreFunctionView.profile(density, coordinate, point, from, to);
    }

    private Density density(final double[] point) {
        final Density density = ScoreFunctionView.density(m_input)
            .orElseThrow(() -> new InputException("The node is not executed. Execute it to see its density."));
        check(point.length == density.dimension(), "The point has %d numbers, but the density %d coordinates.",
            point.length, density.dimension());
        final var names = density.document().coordinateNames();
        for (int i = 0; i < point.length; i++) {
            final boolean inside = density.ranges().isEmpty() ? Double.isFinite(point[i])
                : Double.isFinite(density.ranges().get(i).toLine(point[i]));
            check(inside, "The coordinate '%s' cannot be %s. Choose a number within its bounds.", names.get(i),
                point[i]);
        }
        return density;
    }
}
