// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.engine.expression.ExpressionModel;
import org.scorewalk.engine.expression.Parameter;
import org.scorewalk.engine.transform.Interval;

class DensitySliceTest {

    private static final Density GAUSSIAN = new GaussianDensity(new double[]{1, 2, 3},
        new double[][]{{1, 0.5, 0}, {0.5, 1, 0}, {0, 0, 4}}, List.of());

    private static final double HALF = 0.5;

    private static Density expression(final String text, final Parameter... parameters) {
        return new ExpressionDensity(
            new ExpressionModel(text, "", List.of(parameters), Map.of(), List.of(), List.of()));
    }

    @Test
    void aPlaneHoldsTheDensityAtTheMiddlesOfCells() {
        final double[] point = {1, 2, 5};

        final var slice =
            DensitySlice.plane(GAUSSIAN, 0, 2, point, new Viewport(-1, 3, 0, 8), 4, 2, Monitor.SILENT);

        // cell 1 across and 2 up: x = -1 + 4 (1.5 / 4), z = 8 (2.5 / 4)
        assertThat(slice.logDensity()[2 * 4 + 1]).isEqualTo(GAUSSIAN.logDensity(HALF, 2, 5));
        final double[] score = GAUSSIAN.score(2, 2, 6);
        assertThat(new double[]{slice.scores()[0][3], slice.scores()[1][3]}).containsExactly(score[0], score[2]);
    }

    @Test
    void profilesShowDensityAndScoreWithinTheBounds() {
        // density x exp(-x) of x > 0, score 1 / x - 1
        final Density gamma =
            expression("gamma(x | 2, 1)", new Parameter("x", 0, new Interval(0, Double.POSITIVE_INFINITY)));

        final var slice = DensitySlice.profile(gamma, 0, new double[]{1}, 0, 8, 16, Monitor.SILENT);

        final double shift = slice.logDensity()[0] - (Math.log(0.25) - 0.25);
        for (int k = 0; k < 16; k++) {
            final double x = (k + HALF) * HALF;
            assertThat(slice.logDensity()[k] - shift).isCloseTo(Math.log(x) - x, within(1e-12));
            assertThat(slice.scores()[0][k]).isCloseTo(1 / x - 1, within(1e-12));
        }
    }

    @Test
    void anUpperBoundTurnsTheLineButNotTheScore() {
        // density exp(x) of x < 0: score 1
        final Density mirrored = expression("x", new Parameter("x", 0, new Interval(Double.NEGATIVE_INFINITY, 0)));

        final var slice = DensitySlice.profile(mirrored, 0, new double[]{-1}, -4, 0, 8, Monitor.SILENT);

        assertThat(slice.scores()[0]).containsExactly(new double[]{1, 1, 1, 1, 1, 1, 1, 1}, within(1e-12));
        assertThat(slice.logDensity()[7] - slice.logDensity()[0]).isCloseTo(3.5, within(1e-12));
    }

    @Test
    void outsideTheBoundsThereIsNothing() {
        final Density unit = expression("0", new Parameter("x", 0, new Interval(0, 1)));

        final var slice = DensitySlice.profile(unit, 0, new double[]{HALF}, -1, 2, 3, Monitor.SILENT);

        assertThat(slice.logDensity()[0]).isNaN();
        assertThat(slice.logDensity()[1]).isFinite();
        assertThat(slice.scores()[0][2]).isNaN();
    }

    @Test
    void outlinesOfBoundedCoordinatesAreThoseOfTheDensityThatPeopleSee() {
        final Density density = expression("gamma(x | 4, 1) + normal(y | 0, 1)",
            new Parameter("x", 0, new Interval(0, Double.POSITIVE_INFINITY)), new Parameter("y", 0, Interval.LINE));

        final var outline = Outline.of(density, 0, 1, new Viewport(-1, 15, -4, 4), Monitor.SILENT);

        assertThat(outline.lines()).hasSize(2);
        for (final double[][] line : outline.lines()) {
            final var levels = new double[line[0].length];
            Arrays.setAll(levels, k -> 3 * Math.log(line[0][k]) - line[0][k] - HALF * line[1][k] * line[1][k]);
            assertThat(Arrays.stream(levels).max().orElseThrow() - Arrays.stream(levels).min().orElseThrow())
                .isLessThan(0.02);
        }
    }

    @Test
    void aRingHasItsOwnOutlineAndOthersTheBordersOfTheirMass() {
        final var view = new Viewport(-4, 4, -4, 4);
        final var ring = DensitySlice.plane(new RingDensity(1.5, 1.5, 0, 0, 0.033), 0, 1, new double[]{1.5, 0}, view,
            40, 4, Monitor.SILENT);
        final var normal = DensitySlice.plane(
            expression("std_normal(x) + std_normal(y)", new Parameter("x", 0, Interval.LINE),
                new Parameter("y", 0, Interval.LINE)),
            0, 1, new double[2], view, 160, 4, Monitor.SILENT);

        assertThat(Arrays.stream(radii(ring.outline().get(0)))).allMatch(r -> Math.abs(r - 1.5) < 1e-9);
        assertThat(normal.outline()).hasSize(2);
        // half of a normal's mass lies within r = sqrt(2 log 2), 95 % within sqrt(2 log 20)
        assertThat(Arrays.stream(radii(normal.outline().get(0))))
            .allMatch(r -> Math.abs(r - Math.sqrt(2 * Math.log(2))) < 0.03);
        assertThat(Arrays.stream(radii(normal.outline().get(1))))
            .allMatch(r -> Math.abs(r - Math.sqrt(2 * Math.log(20))) < 0.03);
    }

    private static double[] radii(final double[][] line) {
        final double[] radii = new double[line[0].length];
        Arrays.setAll(radii, k -> Math.hypot(line[0][k], line[1][k]));
        return radii;
    }
}
