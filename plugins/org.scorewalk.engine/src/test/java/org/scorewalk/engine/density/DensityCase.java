// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.scorewalk.engine.density.GaussianMixtureDensity.Spread;

/**
 * A density in the plane with a box that holds all of its mass but about 1e-8, on which moments are integrated.
 *
 * @param name its name in reports
 * @param density the density
 * @param from the lower corner of the box
 * @param to the upper corner
 */
record DensityCase(String name, Density density, double[] from, double[] to) {

    private static final int SIDE = 1500;

    /** A quantity whose mean is compared. All are bounded, so that heavy tails do no harm. */
    interface Quantity {
        double of(double x, double y);
    }

    static final Quantity[] QUANTITIES = {(x, y) -> Math.tanh(x), (x, y) -> Math.tanh(y), (x, y) -> Math.cos(2 * x),
        (x, y) -> Math.sin(x) * Math.cos(y), (x, y) -> 1 / (1 + x * x + y * y), (x, y) -> Math.tanh(x * y)};

    /** Densities that samplers explore quickly. */
    static Stream<DensityCase> all() {
        final var moons = new TwoMoonsDensity(1, 0.4, List.of());
        final var well = new DoubleWellDensity(2, 1.5, 1.3, List.of());
        return Stream.of(square("gaussian mixture", 9, mixture()),
            square("diagonal mixture", 9, new GaussianMixtureDensity(new double[]{3, 1, 2},
                new double[][]{{-1, 0}, {1, 1}, {1, -1}}, Spread.DEVIATIONS,
                new double[][]{{0.5, 1}, {0.7, 0.4}, {0.6, 0.6}}, List.of())),
            square("ring mixture", 7, new RingMixtureDensity(new double[]{1, 2},
                new double[][]{{1, 1, 0, 0, 0.1}, {1.5, 1, 0.5, 0.5, 0.2}}, List.of())),
            square("two moons", 6, moons),
            new DensityCase("banana", new BananaDensity(0.5, 0.8, 1, 0.7, List.of()), new double[]{-4.5, -5},
                new double[]{5.5, 30}),
            new DensityCase("funnel", new FunnelDensity(2, 1, List.of()), new double[]{-6.5, -45}, new double[]{6.5,
                45}),
            square("double well", 7, well),
            square("Student t", 500, new StudentTDensity(4, new double[]{0.5, -0.5}, new double[][]{{1, 0.5}, {0.5, 2}},
                List.of())),
            square("tempered moons", 10, TemperedDensity.of(moons, 2)),
            square("moons times well", 6, ProductDensity.of(List.of(moons, well))));
    }

    static GaussianMixtureDensity mixture() {
        return new GaussianMixtureDensity(new double[]{1, 2}, new double[][]{{-1, 0}, {1, 0.5}}, Spread.COVARIANCES,
            new double[][]{{1, 0.6, 0.6, 0.8}, {0.3, -0.1, -0.1, 0.5}}, List.of());
    }

    private static DensityCase square(final String name, final double reach, final Density density) {
        return new DensityCase(name, density, new double[]{-reach, -reach}, new double[]{reach, reach});
    }

    /**
     * The integral of exp(log-density), and the means of the quantities, by the midpoint rule in a variable t with x =
     * sinh-like spacing, so that narrow middles and far tails are both met.
     */
    double[] integrals() {
        final double[] gridX = new double[SIDE];
        final double[] gridY = new double[SIDE];
        final double[] weightX = nodes(from[0], to[0], gridX);
        final double[] weightY = nodes(from[1], to[1], gridY);
        final var x = new double[2][SIDE];
        x[0] = gridX;
        final var log = new double[SIDE];
        final var sums = new double[QUANTITIES.length + 1];
        for (int j = 0; j < SIDE; j++) {
            Arrays.fill(x[1], gridY[j]);
            density.logDensity(x, SIDE, log);
            for (int i = 0; i < SIDE; i++) {
                final double p = Math.exp(log[i]) * weightX[i] * weightY[j];
                sums[0] += p;
                for (int q = 0; q < QUANTITIES.length; q++) {
                    sums[q + 1] += p * QUANTITIES[q].of(gridX[i], gridY[j]);
                }
            }
        }
        for (int q = 1; q < sums.length; q++) {
            sums[q] /= sums[0];
        }
        return sums;
    }

    /** Nodes x = b sinh(t) with t equally spaced, b a tenth of the box where it is large; returns their weights. */
    private static double[] nodes(final double from, final double to, final double[] x) {
        final double b = Math.max(1, (to - from) / 60);
        final double first = asinh(from / b);
        final double step = (asinh(to / b) - first) / x.length;
        final var weights = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            final double t = first + (i + 0.5) * step;
            x[i] = b * Math.sinh(t);
            weights[i] = b * Math.cosh(t) * step;
        }
        return weights;
    }

    private static double asinh(final double x) {
        return Math.signum(x) * Math.log(Math.abs(x) + Math.sqrt(x * x + 1));
    }

    @Override
    public String toString() {
        return name;
    }
}
