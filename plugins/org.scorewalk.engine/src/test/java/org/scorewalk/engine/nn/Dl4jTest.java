// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.scorewalk.engine.InputException;

class Dl4jTest {

    @ParameterizedTest
    @EnumSource(org.scorewalk.engine.nn.Activation.class)
    void networksGoToDl4jAndBackUnchanged(final org.scorewalk.engine.nn.Activation activation) {
        final DenseNetwork network =
            Networks.of(5, activation, org.scorewalk.engine.nn.Activation.TANH, 3, 8, 4);
        final float[] x = Networks.numbers(6, 30);

        final MultiLayerNetwork there = Dl4j.toMultiLayerNetwork(network);
        final DenseNetwork back = Dl4j.fromMultiLayerNetwork(there);

        assertThat(back).isEqualTo(network);
        final float[] theirs = there.output(Nd4j.createFromArray(x).reshape('c', 10, 3)).dup('c').data().asFloat();
        final float[] ours = network.apply(x, 10);
        for (int i = 0; i < ours.length; i++) {
            assertThat(ours[i]).isCloseTo(theirs[i], within(2e-6f));
        }
    }

    @Test
    void aNetworkMadeInDl4jIsRead() {
        Natives.loadNd4j();
        final MultiLayerNetwork theirs = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().seed(1).list()
            .layer(new org.deeplearning4j.nn.conf.layers.DenseLayer.Builder().nIn(3).nOut(5)
                .activation(Activation.SIGMOID).build())
            .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(5).nOut(2).activation(Activation.IDENTITY).build())
            .build());
        theirs.init();
        final float[] x = Networks.numbers(6, 12);

        final float[] ours = Dl4j.fromMultiLayerNetwork(theirs).apply(x, 4);

        final float[] expected = theirs.output(Nd4j.createFromArray(x).reshape('c', 4, 3)).dup('c').data().asFloat();
        for (int i = 0; i < ours.length; i++) {
            assertThat(ours[i]).isCloseTo(expected[i], within(2e-6f));
        }
    }

    @Test
    void layersAndActivationsThatWeDoNotHaveAreNamed() {
        Natives.loadNd4j();
        final MultiLayerNetwork normalised = new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder().list().layer(new BatchNormalization.Builder().nIn(3).nOut(3).build())
                .build());
        normalised.init();
        assertThatThrownBy(() -> Dl4j.fromMultiLayerNetwork(normalised)).isInstanceOf(InputException.class)
            .hasMessageContaining("Layer 1").hasMessageContaining("BatchNormalization");

        final MultiLayerNetwork cube = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().list()
            .layer(new org.deeplearning4j.nn.conf.layers.DenseLayer.Builder().nIn(3).nOut(5)
                .activation(Activation.CUBE).build())
            .build());
        cube.init();
        assertThatThrownBy(() -> Dl4j.fromMultiLayerNetwork(cube)).isInstanceOf(InputException.class)
            .hasMessageContaining("cube");
    }
}
