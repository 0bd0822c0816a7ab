// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.Monitor;

class ComparisonTest {

    private static final int CHAINS = 50;

    /** Each chain stands still at a place of its own, so that it is worth one draw. */
    private static Comparison ofStillChains(final int draws) {
        final var random = new Random(1);
        final var chains = new double[CHAINS][draws];
        Arrays.setAll(chains, c -> {
            final var chain = new double[draws];
            Arrays.fill(chain, random.nextGaussian());
            return chain;
        });
        final var reference = new double[1][2000];
        Arrays.setAll(reference[0], k -> random.nextGaussian());
        return Comparison.of(new double[][]{Statistics.flat(chains)},
            List.of(CoordinateReport.of("x", chains, Monitor.SILENT)), reference, 1, Monitor.SILENT);
    }

    @Test
    void drawsOfChainsTooShortToJudgeGetDistancesButNoChance() {
        final var comparison = ofStillChains(3);

        assertThat(comparison.coordinates().get(0).distance()).isBetween(0.01, 0.5);
        assertThat(comparison.coordinates().get(0).pValue()).isNaN();
        assertThat(comparison.energy().pValue()).isNaN();
        assertThat(comparison.tested()).isZero();
        assertThat(comparison.wasserstein()).isPositive();
    }

    @Test
    void dependentDrawsCountAsManyAsTheyAreWorth() {
        final var comparison = ofStillChains(400);

        assertThat(comparison.coordinates().get(0).pValue()).as("20,000 draws that are worth some 50")
            .isGreaterThan(1e-4);
        assertThat(comparison.tested()).isBetween(20, 200);
    }
}
