// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import java.util.ArrayList;
import java.util.List;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.scorewalk.engine.InputException;

/**
 * The way to and from DL4J: a network of ours as a DL4J {@code MultiLayerNetwork} of dense layers, and back. Needs
 * ND4J's native library.
 */
public final class Dl4j {

    private Dl4j() {
    }

    /**
     * @param network a network
     * @return the same as a DL4J network, in single precision, without an optimiser
     */
    public static MultiLayerNetwork toMultiLayerNetwork(final DenseNetwork network) {
        Natives.loadNd4j();
        return Natives.translate(() -> {
            final NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder() //
                .dataType(DataType.FLOAT) //
                .updater(new NoOp()) //
                .trainingWorkspaceMode(WorkspaceMode.NONE) //
                .inferenceWorkspaceMode(WorkspaceMode.NONE) //
                .list();
            for (final DenseLayer layer : network.layers()) {
                list.layer(new org.deeplearning4j.nn.conf.layers.DenseLayer.Builder() //
                    .nIn(layer.inputs()).nOut(layer.outputs()).activation(activation(layer)).build());
            }
            final MultiLayerNetwork result = new MultiLayerNetwork(list.build());
            result.init();
            for (int l = 0; l < network.layers().size(); l++) {
                final DenseLayer layer = network.layers().get(l);
                final int weights = layer.inputs() * layer.outputs();
                final float[] p = network.rawParameters(l);
                final float[] w = new float[weights];
                final float[] b = new float[layer.outputs()];
                System.arraycopy(p, 0, w, 0, weights);
                System.arraycopy(p, weights, b, 0, b.length);
                try (INDArray from = Nd4j.createFromArray(w); INDArray biases = Nd4j.createFromArray(b)) {
                    result.getParam(l + "_W").assign(from.reshape('c', layer.inputs(), layer.outputs()));
                    result.getParam(l + "_b").assign(biases.reshape('c', 1, layer.outputs()));
                }
            }
            return result;
        });
    }

    /**
     * @param network a DL4J network of dense layers
     * @return the same as a network of ours
     * @throws InputException if it has a layer or an activation that we do not have
     */
    public static DenseNetwork fromMultiLayerNetwork(final MultiLayerNetwork network) {
        Natives.loadNd4j();
        return Natives.translate(() -> {
            final List<DenseLayer> layers = new ArrayList<>();
            final float[][] parameters = new float[network.getnLayers()][];
            for (int l = 0; l < parameters.length; l++) {
                final org.deeplearning4j.nn.conf.layers.Layer conf = network.getLayer(l).conf().getLayer();
                if (!(conf instanceof BaseLayer base) || !(conf instanceof FeedForwardLayer)
                    || network.getParam(l + "_W") == null || network.getParam(l + "_W").rank() != 2
                    || network.getParam(l + "_b") == null) {
                    throw new InputException("Layer " + (l + 1) + " of the DL4J network ("
                        + conf.getClass().getSimpleName() + ") is not a dense layer with biases.");
                }
                final INDArray w = network.getParam(l + "_W");
                final IActivation activation = base.getActivationFn();
                final DenseLayer layer = layer((int)w.size(0), (int)w.size(1), activation, l);
                final float[] p = new float[layer.parameters()];
                try (INDArray copy = w.castTo(DataType.FLOAT).dup('c');
                        INDArray biases = network.getParam(l + "_b").castTo(DataType.FLOAT).dup('c')) {
                    final float[] weights = copy.data().asFloat();
                    System.arraycopy(weights, 0, p, 0, layer.inputs() * layer.outputs());
                    System.arraycopy(biases.data().asFloat(), 0, p, layer.inputs() * layer.outputs(), layer.outputs());
                }
                layers.add(layer);
                parameters[l] = p;
            }
            return new DenseNetwork(layers, parameters);
        });
    }

    private static IActivation activation(final DenseLayer layer) {
        return switch (layer.activation()) {
            case LINEAR -> new ActivationIdentity();
            case RELU -> new ActivationReLU();
            case LEAKY_RELU -> new ActivationLReLU(layer.slope());
            case TANH -> new ActivationTanH();
            case SIGMOID -> new ActivationSigmoid();
            case SILU -> new ActivationSwish();
        };
    }

    private static DenseLayer layer(final int in, final int out, final IActivation activation, final int index) {
        if (activation instanceof ActivationLReLU leaky) {
            return new DenseLayer(in, out, Activation.LEAKY_RELU, (float)leaky.getAlpha());
        }
        final Activation ours;
        if (activation instanceof ActivationIdentity) {
            ours = Activation.LINEAR;
        } else if (activation instanceof ActivationReLU) {
            ours = Activation.RELU;
        } else if (activation instanceof ActivationTanH) {
            ours = Activation.TANH;
        } else if (activation instanceof ActivationSigmoid) {
            ours = Activation.SIGMOID;
        } else if (activation instanceof ActivationSwish) {
            ours = Activation.SILU;
        } else {
            throw new InputException("Layer " + (index + 1) + " of the DL4J network has the activation '" + activation
                + "', which is not supported.");
        }
        return new DenseLayer(in, out, ours, 0f);
    }
}
