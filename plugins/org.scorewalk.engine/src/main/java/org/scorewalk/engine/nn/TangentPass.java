// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import static org.scorewalk.engine.InputException.check;

/**
 * Exact gradients of losses that hold a derivative of the network: with F the network and F' = dF/dx v its derivative
 * at x along v, the gradient of l(F, F') with respect to the weights. Points and directions pass forward side by side
 * (y = f(a), y' = f'(a) a'), then the gradients with respect to both go back:
 * <p>
 * dl/da = f'(a) dl/dy + f''(a) a' dl/dy', dl/da' = f'(a) dl/dy'.
 * <p>
 * The weights' gradient is the sum of that of both tapes, which {@link TrainableNetwork#update} takes together. For
 * layers with {@link Activation#SILU} or without activation.
 */
public final class TangentPass {

    private TangentPass() {
    }

    /**
     * Computes outputs and their derivatives.
     *
     * @param network the network
     * @param points a tape whose inputs hold points
     * @param directions a tape whose inputs hold one direction a point
     * @param block the number of the block
     */
    public static void forward(final TrainableNetwork network, final Tape points, final Tape directions,
        final int block) {
        points.store(block, 0);
        directions.storeWithoutBias(block, 0);
        final int rows = points.rows(block);
        final int last = points.m_layers.size();
        for (int l = 1; l <= last; l++) {
            final DenseLayer layer = points.m_layers.get(l - 1);
            check(layer.activation() == Activation.SILU || layer.activation() == Activation.LINEAR,
                "The derivative of a network with the activation '%s' cannot be learned.", layer.activation());
            network.goOn(rows, layer);
            final int n = points.numbers(block, l);
            final float[] y = points.output(block, l);
            final float[] t = directions.output(block, l);
            points.nativeOutput(block, l).product(network.weights(l - 1), points.nativeOutput(block, l - 1),
                layer.inputs() + 1, layer.outputs());
            points.nativeOutput(block, l).get(layer.outputs(), y);
            network.goOn(rows, layer);
            directions.nativeOutput(block, l).product(network.weights(l - 1), directions.nativeOutput(block, l - 1),
                layer.inputs(), layer.outputs());
            directions.nativeOutput(block, l).get(layer.outputs(), t);
            if (layer.activation() == Activation.SILU) {
                Kernels.siluCurvature(y, t, directions.slopes(block, l), n);
            }
            layer.activation().apply(y, n, layer.slope(), points.slopes(block, l));
            layer.activation().multiplySlope(t, y, points.slopes(block, l), n, layer.slope());
            if (l < last) {
                points.store(block, l);
                directions.storeWithoutBias(block, l);
            }
        }
    }

    /**
     * Computes the gradients with respect to all weighted sums and their derivatives, from those with respect to
     * outputs and their derivatives, which have been filled in as output gradients of both tapes.
     *
     * @param network the network
     * @param points the tape of the points after {@link #forward}
     * @param directions the tape of the directions after {@link #forward}
     * @param block the number of the block
     */
    public static void backward(final TrainableNetwork network, final Tape points, final Tape directions,
        final int block) {
        final int last = points.m_layers.size();
        for (int l = last; l >= 1; l--) {
            final DenseLayer layer = points.m_layers.get(l - 1);
            if (l < last) {
                network.backward(points, block, l);
                network.backward(directions, block, l);
            }
            final float[] g = points.gradient(block, l);
            final float[] h = directions.gradient(block, l);
            if (layer.activation() == Activation.SILU) {
                Kernels.mix(g, h, points.slopes(block, l), directions.slopes(block, l), points.numbers(block, l));
            }
            points.storeGradient(block, l);
            directions.storeGradient(block, l);
        }
    }
}
