// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.InputException;

class DenseNetworkTest {

    @Test
    void aRowsResultDoesNotDependOnItsNeighbours() {
        final DenseNetwork network = Networks.of(1, Activation.SILU, Activation.TANH, 5, 30, 7);
        final float[] x = Networks.numbers(2, 5 * 200);

        final float[] all = network.apply(x, 200);

        for (int r = 0; r < 200; r += 37) {
            assertThat(network.apply(Arrays.copyOfRange(x, 5 * r, 5 * r + 5), 1))
                .containsExactly(Arrays.copyOfRange(all, 7 * r, 7 * r + 7));
        }
    }

    @Test
    void weightsAndBiasesStartUniformWithinTheBoundOfTheFanIn() {
        final DenseNetwork network = Networks.of(1, Activation.RELU, Activation.TANH, 100, 400, 50);
        for (int l = 0; l < 2; l++) {
            final double bound = 1 / Math.sqrt(network.layers().get(l).inputs());
            double square = 0;
            float greatest = 0;
            final float[] p = network.parameters(l);
            for (final float v : p) {
                square += v * v;
                greatest = Math.max(greatest, Math.abs(v));
            }
            assertThat((double)greatest).isBetween(0.99 * bound, bound * (1 + 1e-6));
            // the variance of a uniform number is bound²/3; 20,000 numbers, six standard errors
            assertThat(square / p.length).isBetween(bound * bound / 3 * 0.96, bound * bound / 3 * 1.04);
        }
    }

    @Test
    void whatIsHandedOutIsACopy() {
        final DenseNetwork network = Networks.of(1, Activation.RELU, Activation.TANH, 2, 3);
        network.parameters(0)[0] = 99f;
        assertThat(network.parameters(0)[0]).isNotEqualTo(99f);
    }

    @Test
    void layersThatDoNotFitAreRefused() {
        final List<DenseLayer> layers =
            List.of(new DenseLayer(2, 3, Activation.RELU, 0f), new DenseLayer(4, 1, Activation.TANH, 0f));
        assertThatThrownBy(() -> new DenseNetwork(layers, new float[][]{new float[9], new float[5]}))
            .isInstanceOf(InputException.class).hasMessageContaining("Layer 2");
        assertThatThrownBy(() -> new DenseLayer(0, 1, Activation.RELU, 0f)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new DenseLayer(1 << 18, 1 << 18, Activation.RELU, 0f))
            .isInstanceOf(InputException.class).hasMessageContaining("weights");
        assertThatThrownBy(() -> Networks.of(1, Activation.RELU, Activation.TANH, 2, 3).apply(new float[3], 2))
            .isInstanceOf(InputException.class);
    }
}
