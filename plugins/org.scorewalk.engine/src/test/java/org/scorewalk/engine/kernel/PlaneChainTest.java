// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.random.RandomStreams;

class PlaneChainTest {

    private static final double[] STEP_SIZES = {0.05, 0.02};

    private static final GaussianDensity GAUSSIAN =
        new GaussianDensity(new double[]{3, -20}, new double[][]{{1, 0.9}, {0.9, 2}}, List.of());

    private static ParticleBlock block() {
        return new ParticleBlock(0, 1, 2, new RandomStreams(7).nextRun(1)[0]);
    }

    @Test
    void doesTheStepsOfTheDefinition() {
        final int steps = 3000;
        final var rows = new double[2][steps + 5];
        final var chain = PlaneChain.of(GAUSSIAN, STEP_SIZES).orElseThrow();
        final var block = block();
        chain.move(block, steps, rows, 5);

        final var random = new RandomStreams(7).nextRun(1)[0];
        final double[] x = {0, 0};
        for (int t = 0; t < steps; t++) {
            final double[] score = GAUSSIAN.score(x);
            for (int i = 0; i < 2; i++) {
                x[i] += STEP_SIZES[i] * score[i] + Math.sqrt(2 * STEP_SIZES[i]) * random.nextNormal();
                assertThat(rows[i][5 + t]).isCloseTo(x[i], within(1e-11));
            }
        }
        assertThat(block.x()).isDeepEqualTo(new double[][]{{rows[0][steps + 4]}, {rows[1][steps + 4]}});
    }

    @Test
    void stepsMayBeCutIntoCallsAtWill() {
        final var whole = block();
        final var parts = block();
        final var kernel = new UnadjustedLangevin(GAUSSIAN, STEP_SIZES, 1);
        kernel.steps(whole, 2000);
        kernel.step(parts);
        kernel.steps(parts, 699);
        kernel.record(parts, 1200, new double[2][1200], 0);
        kernel.steps(parts, 100);

        assertThat(parts.x()).isDeepEqualTo(whole.x());
    }

    @Test
    void largeNumbersThatCancelAreNoObstacle() {
        final var narrow = new GaussianDensity(new double[]{1e220, -1e220}, new double[][]{{1e-99, 0}, {0, 1e-99}},
            List.of());
        final var block = block();
        block.x()[0][0] = 1e220;
        block.x()[1][0] = -1e220;
        PlaneChain.of(narrow, new double[]{1e-100, 1e-100}).orElseThrow().move(block, 100, null, 0);

        assertThat(block.x()[0][0] / 1e220).isCloseTo(1, within(1e-12));
        assertThat(block.x()[1][0] / -1e220).isCloseTo(1, within(1e-12));
    }

    @Test
    void isForASingleParticleOnAGaussianInThePlaneOnly() {
        final var ring = new RingDensity(1, 1, 0, 0, 0.033);
        final var line = new GaussianDensity(new double[]{0}, new double[][]{{1}}, List.of());

        assertThat(new UnadjustedLangevin(GAUSSIAN, STEP_SIZES, 1).records()).isTrue();
        assertThat(new UnadjustedLangevin(GAUSSIAN, STEP_SIZES, 2).records()).isFalse();
        assertThat(new UnadjustedLangevin(ring, STEP_SIZES, 1).records()).isFalse();
        assertThat(new UnadjustedLangevin(line, new double[]{1}, 1).records()).isFalse();
    }
}
