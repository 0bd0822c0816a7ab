// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.density.BlockScore;
import org.scorewalk.engine.density.RingDensity;

/** What the ring costs as an expression; {@link ExpressionBenchmark} measures more, and more precisely. */
class ExpressionSpeedTest {

    private static final int BLOCK = 1024;

    private static final int ROUNDS = 400;

    private static double seconds(final BlockScore score, final double[][] x, final double[][] out) {
        final var threads = ManagementFactory.getThreadMXBean();
        final var start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < 1000; i++) {
            score.score(x, BLOCK, out);
        }
        return (threads.getCurrentThreadCpuTime() - start) * 1e-9;
    }

    /**
     * The bar is a factor of 2, the usual value 1.0. Processor time and the fastest of many rounds, so that a busy
     * machine and a JIT compiler that is late do no harm; stops as soon as the bar is met.
     */
    @Test
    void theScoreOfTheRingCostsLittleMoreThanTheHandWrittenOne() {
        final var random = new Random(1);
        final var x = new double[2][BLOCK];
        for (final var row : x) {
            Arrays.setAll(row, i -> 2 * random.nextGaussian());
        }
        final var out = new double[2][BLOCK];
        final var hand = new RingDensity(1.5, 2.5, 0, 0, 0.033).blockScore(BLOCK);
        final var typed = new ExpressionDensity(new ExpressionModel("-(sqrt((x/rx)^2+(y/ry)^2)-1)^2/0.033",
            List.of(Parameter.real("x"), Parameter.real("y")), Map.of("rx", 1.5, "ry", 2.5))).blockScore(BLOCK);
        double byHand = Double.MAX_VALUE;
        double byExpression = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS && (round < 50 || byExpression > 2 * byHand); round++) {
            byHand = Math.min(byHand, seconds(hand, x, out));
            byExpression = Math.min(byExpression, seconds(typed, x, out));
        }
        assertThat(byExpression / byHand).isLessThan(2);
    }
}
