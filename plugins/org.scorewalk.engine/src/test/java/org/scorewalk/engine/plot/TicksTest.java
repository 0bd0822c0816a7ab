// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.InputException;

class TicksTest {

    @Test
    void stepsAreRound() {
        assertThat(Ticks.step(6, 6)).isEqualTo(1);
        assertThat(Ticks.step(0.7, 7)).isEqualTo(0.1);
        assertThat(Ticks.step(100_000, 6)).isEqualTo(20_000);
        assertThat(Ticks.step(1e-12, 4)).isEqualTo(2.5e-13);
    }

    @Test
    void standardNormalDataGetLimitsOfThree() {
        final Random random = new Random(2);
        final Spread spread = new Spread();
        for (int i = 0; i < 10_000; i++) {
            spread.add(random.nextGaussian(), random.nextGaussian());
        }

        assertThat(Limits.around(java.util.List.of(spread), Outline.NONE)).isEqualTo(new Viewport(-3, 3, -3, 3));
    }

    @Test
    void rangesHoldTheDataAndEndOnRoundNumbers() {
        final Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            final double size = Math.pow(10, random.nextInt(20) - 10);
            final double a = random.nextGaussian() * size;
            final double b = a + random.nextDouble() * size * 3;

            final double[] range = Ticks.roundRange(a, b);

            assertThat(range[0]).isLessThan(a);
            assertThat(range[1]).isGreaterThan(b);
            assertThat(range[1] - range[0]).isLessThan(Math.max(2.5 * (b - a), 3 * Math.abs(a)));
        }
        assertThat(Ticks.roundRange(0, 0)).containsExactly(-0.6, 0.6);
    }

    @Test
    void emptyAndInfiniteRangesAreRefused() {
        assertThatThrownBy(() -> new Viewport(3, 3, 0, 1)).isInstanceOf(InputException.class)
            .hasMessageContaining("x axis");
        assertThatThrownBy(() -> new Viewport(0, 1, 2, 1)).isInstanceOf(InputException.class)
            .hasMessageContaining("y axis");
        assertThatThrownBy(() -> new Viewport(0, Double.NaN, 2, 1)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new Viewport(-1e308, 1e308, 0, 1)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new Viewport(1e16, 1e16 + 2, 0, 1)).isInstanceOf(InputException.class);
    }

    @Test
    void samplesOfLongStreamsKeepTheRange() {
        final Spread spread = new Spread();
        for (int i = 0; i < 1_000_000; i++) {
            spread.add(i, -i);
        }

        final double[] range = spread.range(0.005);

        assertThat(range[0]).isBetween(4_000.0, 6_000.0);
        assertThat(range[1]).isBetween(994_000.0, 996_000.0);
        assertThat(range[3]).isBetween(-6_000.0, -4_000.0);
    }
}
