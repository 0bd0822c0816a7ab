// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Capability;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.density.RingDensity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

class OutlineTest {

    /** A Gaussian with standard deviations 1 and 2 that names no curves itself. */
    private static final class Bare implements Density {

        private final Set<Capability> m_capabilities;

        Bare(final Set<Capability> capabilities) {
            m_capabilities = capabilities;
        }

        @Override
        public DensityDocument document() {
            return new DensityDocument("BARE", 2, List.of(), JsonNodeFactory.instance.objectNode(), Map.of(),
                m_capabilities);
        }

        @Override
        public void score(final double[][] x, final int n, final double[][] out) {
            throw new UnsupportedOperationException("not needed here");
        }

        @Override
        public void logDensity(final double[][] x, final int n, final double[] out) {
            for (int k = 0; k < n; k++) {
                out[k] = 1234 - 0.5 * (x[0][k] * x[0][k] + x[1][k] * x[1][k] / 4);
            }
        }
    }

    @Test
    void ringIsDrawnAtRadiusOne() {
        final Outline outline = Outline.of(new RingDensity(1, 2.5, 0.5, -0.25, 0.033), 0, 1, new Viewport(-3, 3, -3, 3),
            Monitor.SILENT);

        assertThat(outline.lines()).hasSize(1);
        final double[][] line = outline.lines().get(0);
        for (int k = 0; k < line[0].length; k++) {
            assertThat(Math.hypot((line[0][k] - 0.5) / 1, (line[1][k] + 0.25) / 2.5)).isCloseTo(1, within(1e-12));
        }
        assertThat(line[0][0]).isEqualTo(line[0][line[0].length - 1]);
    }

    @Test
    void otherDensitiesAreDrawnAtTheirHighestDensityRegions() {
        final Outline outline =
            Outline.of(new Bare(Set.of(Capability.LOG_DENSITY)), 0, 1, new Viewport(-6, 6, -9, 9), Monitor.SILENT);

        assertThat(outline.lines()).hasSize(2);
        // the square of the scaled radius is chi-square with two degrees of freedom
        final double[] masses = {0.5, 0.95};
        for (int l = 0; l < 2; l++) {
            final double radius = Math.sqrt(-2 * Math.log(1 - masses[l]));
            final double[][] line = outline.lines().get(l);
            for (int k = 0; k < line[0].length; k++) {
                assertThat(Math.hypot(line[0][k], line[1][k] / 2)).isCloseTo(radius, within(0.02));
            }
        }
    }

    @Test
    void swappedAxesSwapTheOutline() {
        final Outline outline =
            Outline.of(new Bare(Set.of(Capability.LOG_DENSITY)), 1, 0, new Viewport(-9, 9, -6, 6), Monitor.SILENT);

        final double[][] line = outline.lines().get(1);
        for (int k = 0; k < line[0].length; k++) {
            assertThat(Math.hypot(line[0][k] / 2, line[1][k])).isCloseTo(Math.sqrt(-2 * Math.log(0.05)), within(0.02));
        }
    }

    @Test
    void densitiesWithoutLogDensityHaveNoOutline() {
        assertThat(Outline.of(new Bare(Set.of()), 0, 1, new Viewport(-1, 1, -1, 1), Monitor.SILENT).isEmpty()).isTrue();
    }

    @Test
    void contoursAreClosedLinesOnTheLevel() {
        final Viewport viewport = new Viewport(-2, 2, -2, 2);
        final double[][] values = new double[81][81];
        for (int j = 0; j < 81; j++) {
            for (int i = 0; i < 81; i++) {
                values[j][i] = -Math.hypot(-2 + i * 0.05, -2 + j * 0.05);
            }
        }

        final List<double[][]> lines = Contours.lines(viewport, values, -1.02);

        assertThat(lines).hasSize(1);
        final double[][] line = lines.get(0);
        final int n = line[0].length;
        assertThat(n).isGreaterThan(100);
        assertThat(line[0][0]).isEqualTo(line[0][n - 1]);
        double length = 0;
        for (int k = 1; k < n; k++) {
            assertThat(Math.hypot(line[0][k], line[1][k])).isCloseTo(1.02, within(1e-3));
            length += Math.hypot(line[0][k] - line[0][k - 1], line[1][k] - line[1][k - 1]);
        }
        assertThat(length).isCloseTo(2 * Math.PI * 1.02, within(0.01));
    }

    @Test
    void contoursThatLeaveTheGridAreOpenLines() {
        final double[][] values = {{0, 1, 2, 3}, {0, 1, 2, 3}, {0, 1, 2, 3}};

        final List<double[][]> lines = Contours.lines(new Viewport(0, 3, 0, 2), values, 1.25);

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)[0]).containsOnly(1.25);
        assertThat(lines.get(0)[1]).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void saddlesAreSplitByTheMeanOfTheCorners() {
        final double[][] low = {{1, 0}, {0, 1}};
        final double[][] high = {{1, 0.8}, {0.8, 1}};

        final List<double[][]> apart = Contours.lines(new Viewport(0, 1, 0, 1), low, 0.6);
        final List<double[][]> joined = Contours.lines(new Viewport(0, 1, 0, 1), high, 0.85);

        assertThat(apart).hasSize(2);
        // the corners (0, 0) and (1, 1) are cut off: each line joins neighbouring edges around one of them
        assertThat(apart).allSatisfy(l -> assertThat(Math.abs(l[0][0] + l[1][0] - l[0][1] - l[1][1]))
            .isLessThan(1e-12));
        assertThat(joined).hasSize(2);
        assertThat(joined).allSatisfy(l -> assertThat(Math.abs(l[0][0] - l[1][0] - l[0][1] + l[1][1]))
            .isLessThan(1e-12));
    }
}
