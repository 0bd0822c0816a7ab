// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WeightTileTest {

    @ParameterizedTest
    @CsvSource({"100, 256, 128", "785, 512, 128", "512, 784, 112", "128, 128, 64", "257, 1, 1", "3, 33, 17",
        "16384, 512, 31", "262144, 200, 8"})
    void tilesAreAlikeAndNeitherThinNorHuge(final int inputs, final int outputs, final int each) {
        assertThat(WeightTile.outputs(new DenseLayer(inputs, outputs, Activation.RELU, 0f))).isEqualTo(each);
    }

    @Test
    void aLayerIsTheSumOfItsTiles() {
        final DenseNetwork network = Networks.of(5, Activation.RELU, Activation.LINEAR, 3, 70, 2);
        final AdamState state = new AdamState(1, new float[][]{Networks.numbers(1, 280), Networks.numbers(2, 142)},
            new float[][]{Networks.numbers(3, 280), Networks.numbers(4, 142)});
        final int each = WeightTile.outputs(network.layers().get(0));
        assertThat(each).isLessThan(70);
        final float[] weights = new float[280];
        final float[] means = new float[280];
        final float[] squares = new float[280];
        final float[] averages = new float[280];
        for (int first = 0; first < 70; first += each) {
            final WeightTile tile = new WeightTile(0, network, state, first, Math.min(each, 70 - first), true);
            tile.put(tile.m_w, weights);
            tile.put(tile.m_m, means);
            tile.put(tile.m_v, squares);
            tile.put(tile.m_average, averages);
        }
        assertThat(weights).isEqualTo(network.parameters(0));
        assertThat(means).isEqualTo(state.means()[0]);
        assertThat(squares).isEqualTo(state.squares()[0]);
        assertThat(averages).isEqualTo(network.parameters(0));
    }

    @Test
    void anOutputsBiasStandsBehindItsWeights() {
        final DenseNetwork network = Networks.of(6, Activation.RELU, Activation.LINEAR, 3, 2);
        final float[] p = network.parameters(0);
        final WeightTile tile = new WeightTile(0, network, AdamState.initial(network), 1, 1, false);
        assertThat(tile.m_w).containsExactly(p[1], p[3], p[5], p[7]);
        assertThat(tile.m_average).isNull();
    }
}
