// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.InputException;

class BlockNetworkTest {

    @ParameterizedTest
    @EnumSource(Activation.class)
    void eachActivationGivesWhatDoublePrecisionGives(final Activation activation) {
        compare(Networks.of(1, activation, Activation.LINEAR, 7, 33, 20, 5), 0, 50);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, BlockNetwork.TILE})
    void anyNumberOfParticlesUpToATileIsComputed(final int particles) {
        compare(Networks.of(2, Activation.SILU, Activation.LINEAR, 3, 16, 16, 2), 0, particles);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void constantsAreInputsOfAllParticles(final int constants) {
        compare(Networks.of(3, Activation.SILU, Activation.LINEAR, 3, 9, 2), constants, 11);
    }

    private static void compare(final DenseNetwork network, final int constants, final int particles) {
        final int d = network.inputs() - constants;
        final BlockNetwork block = new BlockNetwork(network, constants);
        final ReferenceNetwork reference = new ReferenceNetwork(network);
        for (int repeat = 0; repeat < 2; repeat++) { // the second time everything has been used before
            final float[] fixed = Networks.numbers(70 + repeat, constants);
            final float[] x = Networks.numbers(80 + repeat, particles * d);
            block.setConstants(fixed);
            for (int k = 0; k < particles; k++) {
                for (int i = 0; i < d; i++) {
                    block.inputs()[i][k] = x[k * d + i];
                }
            }
            final float[][] y = block.apply(particles);
            for (int k = 0; k < particles; k++) {
                final double[] input = new double[network.inputs()];
                for (int i = 0; i < input.length; i++) {
                    input[i] = i < d ? x[k * d + i] : fixed[i - d];
                }
                final double[] exact = reference.apply(input);
                for (int j = 0; j < exact.length; j++) {
                    assertThat((double)y[j][k]).as("particle %d, output %d", k, j).isCloseTo(exact[j], within(3e-6));
                }
            }
        }
    }

    @Test
    void aNetworkOfConstantsAloneIsRefused() {
        final DenseNetwork network = Networks.of(1, Activation.SILU, Activation.LINEAR, 2, 4, 1);
        assertThatThrownBy(() -> new BlockNetwork(network, 2)).isInstanceOf(InputException.class);
    }
}
