// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NoiseWalkTest {

    @Test
    void anArcTurnsEvenlyAndItsLengthGoesEvenlyFromOneToTheOther() {
        final float[] walk = NoiseWalk.between(new float[]{3, 0, 0, 5}, 2, 3, true);

        assertThat(walk).hasSize(10);
        for (int k = 0; k <= 4; k++) {
            final double x = walk[2 * k];
            final double y = walk[2 * k + 1];
            assertThat(Math.hypot(x, y)).isCloseTo(3 + 0.5 * k, within(1e-5));
            assertThat(Math.atan2(y, x)).isCloseTo(k * Math.PI / 8, within(1e-5));
        }
    }

    @Test
    void oppositeEqualAndZeroRowsAreJoinedStraight() {
        assertThat(NoiseWalk.between(new float[]{1, -1}, 1, 1, true)).containsExactly(1, 0, -1);
        assertThat(NoiseWalk.between(new float[]{2, 2}, 1, 1, true)).containsExactly(2, 2, 2);
        assertThat(NoiseWalk.between(new float[]{0, 0, 2, 2}, 2, 1, true)).containsExactly(0, 0, 1, 1, 2, 2);
    }

    @Test
    void withoutStepsOrNeighboursNothingIsAdded() {
        assertThat(NoiseWalk.between(new float[]{1, 2, 3, 4}, 2, 0, true)).containsExactly(1, 2, 3, 4);
        assertThat(NoiseWalk.between(new float[]{1, 2}, 2, 5, false)).containsExactly(1, 2);
    }
}
