// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.Monitor;

class ChainsTest {

    private static final double[][] X = {{11, 21, 12, 22, 13, 23}};

    private static final int[] RUN = {1, 1, 1, 1, 1, 1};

    @Test
    void eachParticleIsAChainInTheOrderOfItsSteps() {
        final var runs = Chains.of(RUN, new int[]{2, 1, 1, 2, 3, 3}, new int[]{1, 2, 1, 2, 1, 2}, X, 0, Monitor.SILENT);
        assertThat(runs).hasSize(1);
        assertThat(runs.get(0).x()[0]).isDeepEqualTo(new double[][]{{12, 11, 13}, {21, 22, 23}});
    }

    @Test
    void particlesWithASingleDrawAreOneChainOfIndependentDraws() {
        final var last = Chains.of(RUN, new int[]{1, 1, 2, 2, 3, 3}, new int[]{1, 2, 1, 2, 1, 2}, X, 3,
            Monitor.SILENT).get(0);
        assertThat(last.x()[0]).isDeepEqualTo(new double[][]{{13, 23}});
        final var many = Chains.of(RUN, new int[]{7, 7, 7, 7, 7, 7}, new int[]{1, 2, 3, 4, 5, 6}, X, 0,
            Monitor.SILENT).get(0);
        assertThat(many.chains()).isEqualTo(1);
        assertThat(many.draws()).isEqualTo(6);
    }
}
