// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.scorewalk.engine.InputException.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.scorewalk.engine.InputException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A banana in the plane: x is normal with mean m and standard deviation s, and y, given x, is normal with mean c
 * x<sup>2</sup> and standard deviation w, so
 * log p(x, y) = -(x - m)<sup>2</sup> / (2 s<sup>2</sup>) - (y - c x<sup>2</sup>)<sup>2</sup> / (2 w<sup>2</sup>)
 * - log(2 pi s w). With c = 1 it is the density exp(-a (x - m)<sup>2</sup> - b (y - x<sup>2</sup>)<sup>2</sup>) of
 * Rosenbrock's function, a = 1 / (2 s<sup>2</sup>) and b = 1 / (2 w<sup>2</sup>) (Pagani, Wiegand and Nadarajah 2022,
 * arXiv:1903.09556, who give its constant); with m = 0, w = 1 it is the twisted Gaussian of Haario, Saksman and
 * Tamminen (1999), shifted along y.
 */
public final class BananaDensity implements Density {

    private static final int OUTLINE_POINTS = 360;

    private final double m_mean;

    private final double m_deviation;

    private final double m_curvature;

    private final double m_width;

    private final double m_constant;

    private final DensityDocument m_document;

    /**
     * @param mean the mean m of x
     * @param deviation the standard deviation s of x, positive
     * @param curvature the curvature c
     * @param width the standard deviation w of y around the parabola, positive
     * @param coordinates the two coordinates' names, or empty
     * @throws InputException if a number is out of range
     */
    public BananaDensity(final double mean, final double deviation, final double curvature, final double width,
        final List<String> coordinates) {
        m_mean = Numbers.finite("The option 'Mean of x'", mean);
        m_deviation = Numbers.positive("The option 'Deviation of x'", deviation);
        m_curvature = Numbers.finite("The option 'Curvature'", curvature);
        m_width = Numbers.positive("The option 'Width of the banana'", width);
        m_constant = -Math.log(2 * Math.PI) - Math.log(deviation) - Math.log(width);
        m_document = new DensityDocument(DensityFamily.BANANA.name(), 2, coordinates,
            JsonNodeFactory.instance.objectNode().put("mean", mean).put("deviation", deviation)
                .put("curvature", curvature).put("width", width),
            Map.of(), EnumSet.of(Capability.LOG_DENSITY, Capability.EXACT_DRAWS));
    }

    static BananaDensity read(final DensityDocument document) {
        check(document.dimension() == 2, "A banana has two coordinates, not %d.", document.dimension());
        return new BananaDensity(document.number("mean"), document.number("deviation"), document.number("curvature"),
            document.number("width"), document.coordinates());
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
        final double mean = m_mean;
        final double curvature = m_curvature;
        final double px = 1 / (m_deviation * m_deviation);
        final double py = 1 / (m_width * m_width);
        for (int k = 0; k < n; k++) {
            final double pull = (curvature * x[k] * x[k] - y[k]) * py;
            sy[k] = pull;
            sx[k] = (mean - x[k]) * px - 2 * curvature * x[k] * pull;
        }
    }

    @Override
    public void logDensity(final double[][] x, final int n, final double[] out) {
        logDensity(x[0], x[1], n, out);
    }

    private void logDensity(final double[] x, final double[] y, final int n, final double[] out) {
        for (int k = 0; k < n; k++) {
            final double u = (x[k] - m_mean) / m_deviation;
            final double v = (y[k] - m_curvature * x[k] * x[k]) / m_width;
            out[k] = -0.5 * (u * u + v * v) + m_constant;
        }
    }

    @Override
    public Optional<ExactDraws> exactDraws() {
        return Optional.of((x, n, random) -> {
            random.fillNormal(x[0], n);
            random.fillNormal(x[1], n);
            for (int k = 0; k < n; k++) {
                x[0][k] = m_mean + m_deviation * x[0][k];
                x[1][k] = m_curvature * x[0][k] * x[0][k] + m_width * x[1][k];
            }
        });
    }

    @Override
    public double extent() {
        final double x = Math.abs(m_mean) + m_deviation;
        return Math.max(x, Math.abs(m_curvature) * x * x + m_width);
    }

    /** Where the two normals are one and two standard deviations from their means. */
    @Override
    public List<double[][]> outline(final int first, final int second) {
        if (first == second) {
            return List.of();
        }
        final var curves = new double[2][2][OUTLINE_POINTS];
        for (int c = 0; c < 2; c++) {
            for (int k = 0; k < OUTLINE_POINTS; k++) {
                final double angle = 2 * Math.PI * k / OUTLINE_POINTS;
                final double x = m_mean + (c + 1) * m_deviation * Math.cos(angle);
                curves[c][first == 0 ? 0 : 1][k] = x;
                curves[c][first == 0 ? 1 : 0][k] = m_curvature * x * x + (c + 1) * m_width * Math.sin(angle);
            }
        }
        return List.of(curves);
    }

    @Override
    public String toString() {
        return m_document.toString();
    }
}
