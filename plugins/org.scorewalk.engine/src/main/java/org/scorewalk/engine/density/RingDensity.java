// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.scorewalk.engine.InputException.check;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.random.RandomStream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A ring-shaped density in the plane: log p(x, y) = -(r - 1)<sup>2</sup> / w + const, where
 * r = |((x - cx) / rx, (y - cy) / ry)| is the scaled radius, (cx, cy) the centre, rx and ry the half axes of the
 * ellipse on which the density is greatest, and w the width. Its score is -(2 / w) (1 - 1 / r) ((x - cx) /
 * rx<sup>2</sup>, (y - cy) / ry<sup>2</sup>); at the centre, where the density has a cusp, the score is taken as 0.
 */
public final class RingDensity implements Density {

    /** The width that the node offers: the ring's radial standard deviation is about 0.13 of its radius. */
    public static final double DEFAULT_WIDTH = 0.033;

    /** The coordinates' own names. */
    public static final List<String> COORDINATES = List.of("x", "y");

    /** Keeps 1 / r finite at the centre without changing r anywhere else. */
    private static final double TINY = 1e-300;

    private static final double LARGEST = 1e100;

    private static final double SMALLEST = 1e-100;

    private static final int OUTLINE_POINTS = 360;

    private final double m_rx;

    private final double m_ry;

    private final double m_cx;

    private final double m_cy;

    private final double m_width;

    private final DensityDocument m_document;

    /**
     * @param rx half axis along x, positive
     * @param ry half axis along y, positive
     * @param cx the centre's x
     * @param cy the centre's y
     * @param width the width w, positive
     * @throws InputException if a number is out of range
     */
    public RingDensity(final double rx, final double ry, final double cx, final double cy, final double width) {
        this(rx, ry, cx, cy, width, COORDINATES);
    }

    /**
     * @param rx half axis along x, positive
     * @param ry half axis along y, positive
     * @param cx the centre's x
     * @param cy the centre's y
     * @param width the width w, positive
     * @param coordinates the two coordinates' names, or empty
     * @throws InputException if a number is out of range
     */
    public RingDensity(final double rx, final double ry, final double cx, final double cy, final double width,
        final List<String> coordinates) {
        m_rx = positive("Radius x", rx);
        m_ry = positive("Radius y", ry);
        m_cx = finite("Centre x", cx);
        m_cy = finite("Centre y", cy);
        m_width = positive("Width", width);
        final var parameters = JsonNodeFactory.instance.objectNode().put("rx", rx).put("ry", ry).put("cx", cx)
            .put("cy", cy).put("width", width);
        m_document = new DensityDocument(DensityFamily.RING.name(), 2, coordinates, parameters, Map.of(),
            EnumSet.of(Capability.LOG_DENSITY, Capability.EXACT_DRAWS));
    }

    private static double positive(final String what, final double value) {
        check(value >= SMALLEST && value <= LARGEST, "%s of the ring is %s, but it must be a positive number.", what,
            value);
        return value;
    }

    private static double finite(final String what, final double value) {
        check(Math.abs(value) <= LARGEST, "%s of the ring is %s, but it must be a finite number.", what, value);
        return value;
    }

    static RingDensity read(final DensityDocument document) {
        check(document.dimension() == 2, "A ring has two coordinates, not %d.", document.dimension());
        return new RingDensity(document.number("rx"), document.number("ry"), document.number("cx"),
            document.number("cy"), document.number("width"), document.coordinates());
    }

    @Override
    public DensityDocument document() {
        return m_document;
    }

    @Override
    public void score(final double[][] x, final int n, final double[][] out) {
        score(x[0], x[1], n, out[0], out[1]);
    }

    private void score(final double[] x, final double[] y, final int n, final double[] sx, final double[] sy) {
        final double cx = m_cx;
        final double cy = m_cy;
        final double ix = 1 / m_rx;
        final double iy = 1 / m_ry;
        final double kx = -2 / m_width * ix;
        final double ky = -2 / m_width * iy;
        for (int k = 0; k < n; k++) {
            final double u = (x[k] - cx) * ix;
            final double v = (y[k] - cy) * iy;
            final double c = 1 - 1 / Math.sqrt(u * u + v * v + TINY);
            sx[k] = kx * c * u;
            sy[k] = ky * c * v;
        }
    }

    @Override
    public void logDensity(final double[][] x, final int n, final double[] out) {
        for (int k = 0; k < n; k++) {
            final double u = (x[0][k] - m_cx) / m_rx;
            final double v = (x[1][k] - m_cy) / m_ry;
            final double d = Math.sqrt(u * u + v * v) - 1;
            out[k] = -d * d / m_width;
        }
    }

    @Override
    public BlockEvaluation blockEvaluation(final int capacity) {
        return this::evaluate;
    }

    /** Log-densities and scores of a block at once. */
    void evaluate(final double[][] x, final int n, final double[] log, final double[][] score) {
        evaluate(x[0], x[1], n, log, score[0], score[1]);
    }

    private void evaluate(final double[] x, final double[] y, final int n, final double[] log, final double[] sx,
        final double[] sy) {
        final double cx = m_cx;
        final double cy = m_cy;
        final double ix = 1 / m_rx;
        final double iy = 1 / m_ry;
        final double kx = -2 / m_width * ix;
        final double ky = -2 / m_width * iy;
        final double kl = -1 / m_width;
        for (int k = 0; k < n; k++) {
            final double u = (x[k] - cx) * ix;
            final double v = (y[k] - cy) * iy;
            final double r = Math.sqrt(u * u + v * v + TINY);
            final double c = 1 - 1 / r;
            log[k] = kl * (r - 1) * (r - 1);
            sx[k] = kx * c * u;
            sy[k] = ky * c * v;
        }
    }

    /** The logarithm of the integral of exp(-(r - 1)<sup>2</sup> / w). */
    double logMass() {
        return new RadialProfile(m_width).logMass() + Math.log(m_rx) + Math.log(m_ry);
    }

    /** The density to the power 1 / T, where T is the temperature. */
    RingDensity tempered(final double temperature) {
        return new RingDensity(m_rx, m_ry, m_cx, m_cy, m_width * temperature, m_document.coordinates());
    }

    /** Makes particle k a draw. */
    void draw(final double[][] x, final int k, final RandomStream random, final RadialProfile radius) {
        final double r = radius.draw(random);
        final double angle = 2 * Math.PI * random.nextUniform();
        x[0][k] = m_cx + m_rx * r * Math.cos(angle);
        x[1][k] = m_cy + m_ry * r * Math.sin(angle);
    }

    /** Independent draws: in scaled coordinates the angle is uniform, and the radius as {@link RadialProfile} says. */
    @Override
    public Optional<ExactDraws> exactDraws() {
        final var radius = new RadialProfile(m_width);
        return Optional.of((x, n, random) -> {
            for (int k = 0; k < n; k++) {
                draw(x, k, random, radius);
            }
        });
    }

    /**
     * Far from the centre the drift along x is that of a Gaussian with variance w rx<sup>2</sup> / 2, and across the
     * ridge it is as stiff. So beyond a step size of w rx<sup>2</sup> (likewise along y) particles leap over the ridge
     * instead of settling on it, and those that come far out never return.
     */
    @Override
    public OptionalDouble stableFactor(final double[] stepSizes) {
        return OptionalDouble.of(Math.min(m_width * m_rx * m_rx / stepSizes[0], m_width * m_ry * m_ry / stepSizes[1]));
    }

    @Override
    public double extent() {
        final double spread = 1 + Math.sqrt(m_width);
        return Math.max(Math.abs(m_cx) + m_rx * spread, Math.abs(m_cy) + m_ry * spread);
    }

    /** The ellipse r = 1 on which the density is greatest. */
    @Override
    public List<double[][]> outline(final int first, final int second) {
        if (first == second) {
            return List.of();
        }
        final var ellipse = new double[2][OUTLINE_POINTS];
        for (int k = 0; k < OUTLINE_POINTS; k++) {
            final double angle = 2 * Math.PI * k / OUTLINE_POINTS;
            ellipse[first == 0 ? 0 : 1][k] = m_cx + m_rx * Math.cos(angle);
            ellipse[first == 0 ? 1 : 0][k] = m_cy + m_ry * Math.sin(angle);
        }
        return Collections.singletonList(ellipse);
    }

    @Override
    public String toString() {
        return m_document.toString();
    }
}
