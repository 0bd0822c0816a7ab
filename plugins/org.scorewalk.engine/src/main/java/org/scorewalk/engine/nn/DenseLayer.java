// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import static org.scorewalk.engine.InputException.check;

import java.util.ArrayList;
import java.util.List;

/**
 * The shape of one fully connected layer.
 *
 * @param inputs how many numbers go in
 * @param outputs how many come out
 * @param activation what is done to the weighted sums
 * @param slope the slope left of zero of {@link Activation#LEAKY_RELU}; 0 for all others
 */
public record DenseLayer(int inputs, int outputs, Activation activation, float slope) {

    /** The widest layer. */
    public static final int MAX_WIDTH = 1 << 18;

    /** The most weights and biases of one layer (1 GiB of numbers with the optimiser's memory). */
    public static final int MAX_PARAMETERS = 1 << 26;

    /** Checks the sizes. */
    public DenseLayer {
        check(inputs >= 1 && inputs <= MAX_WIDTH && outputs >= 1 && outputs <= MAX_WIDTH,
            "A layer from %d to %d numbers is not possible: a layer has between 1 and %d.", inputs, outputs, MAX_WIDTH);
        check((inputs + 1L) * outputs <= MAX_PARAMETERS,
            "A layer from %d to %d numbers has more than %d weights. Choose smaller layers or smaller images.", inputs,
            outputs, MAX_PARAMETERS);
        check(Float.isFinite(slope) && slope >= 0 && slope < 1,
            "The slope of a leaky ReLU must lie between 0 and 1, but it is %s.", slope);
    }

    /**
     * @return the number of weights and biases
     */
    public int parameters() {
        return (inputs + 1) * outputs;
    }

    /**
     * A stack of layers with one activation inside and another at the end.
     *
     * @param widths the numbers that go in, the widths of the hidden layers, the numbers that come out
     * @param hidden the activation of all layers but the last
     * @param slope the slope left of zero where that is a leaky ReLU
     * @param last the activation of the last layer
     * @return the layers
     */
    public static List<DenseLayer> stack(final int[] widths, final Activation hidden, final double slope,
        final Activation last) {
        final List<DenseLayer> layers = new ArrayList<>();
        for (int l = 0; l + 1 < widths.length; l++) {
            final Activation activation = l + 2 == widths.length ? last : hidden;
            layers.add(new DenseLayer(widths[l], widths[l + 1], activation,
                activation == Activation.LEAKY_RELU ? (float)slope : 0f));
        }
        return layers;
    }
}
