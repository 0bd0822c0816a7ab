// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.scorelearning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.nn.DenseNetwork;
import org.scorewalk.engine.nn.KeyedRandom;

class ValidationLossTest {

    private static final DenseNetwork NETWORK =
        DenseNetwork.uniform(LearnedDensity.layers(1, 4), KeyedRandom.generator(1, ScoreTrainer.WEIGHTS, 0));

    private static double loss(final float[] rows) {
        final int[] order = new int[rows.length];
        Arrays.setAll(order, i -> i);
        return new ValidationLoss(ScoreSettings.DEFAULT, rows, 1, order, 0).of(NETWORK, Monitor.SILENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 389, 512, 778, 1024})
    void everyHeldRowCounts(final int count) {
        final float[] rows = new float[count];
        final double before = loss(rows);

        for (int row = 0; row < count; row += Math.max(1, count / 7)) {
            final float[] changed = rows.clone();
            changed[row] = 3;
            assertThat(loss(changed)).as("after a change of row %d of %d", row, count).isNotEqualTo(before);
        }
    }
}
