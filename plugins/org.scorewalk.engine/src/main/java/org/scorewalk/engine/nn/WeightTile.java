// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

/**
 * The weights and biases of some outputs of one layer with the optimiser's memory of them: what one thread updates at
 * a time. They are held output by output, the bias behind the weights, as {@link NativeMatrix} takes them, while
 * {@link DenseNetwork#parameters(int)} holds them input by input.
 */
final class WeightTile {

    /** Outputs of a tile: products with fewer are slower ... */
    private static final int OUTPUTS = 128;

    /** ... so even a layer that has to be shared by two threads is not cut into less ... */
    private static final int FEW_OUTPUTS = 32;

    /** ... except where a tile would have more numbers than these ... */
    private static final int NUMBERS = 1 << 19;

    /** ... and even then not into less than this. */
    private static final int FEWEST_OUTPUTS = 8;

    /** The number of the layer, from 0. */
    final int m_layer;

    /** The first output. */
    final int m_first;

    final int m_outputs;

    final float[] m_w;

    final float[] m_m;

    final float[] m_v;

    /** The running mean of the weights; null where none is kept. */
    final float[] m_average;

    /** Numbers an output. */
    private final int m_inputs;

    private final int m_stride;

    /**
     * @param number the number of the layer, from 0
     * @param network its network
     * @param state the optimiser's memory
     * @param first the first output
     * @param outputs how many
     * @param averaged whether a running mean is kept
     */
    WeightTile(final int number, final DenseNetwork network, final AdamState state, final int first, final int outputs,
        final boolean averaged) {
        m_layer = number;
        m_first = first;
        m_outputs = outputs;
        m_inputs = network.layers().get(number).inputs() + 1;
        m_stride = network.layers().get(number).outputs();
        m_w = part(network.rawParameters(number));
        m_m = part(state.means()[number]);
        m_v = part(state.squares()[number]);
        m_average = averaged ? m_w.clone() : null;
    }

    /**
     * @param layer a layer
     * @return how many outputs its tiles have; the last one may have less
     */
    static int outputs(final DenseLayer layer) {
        final int wanted = Math.max(FEW_OUTPUTS, Math.min(OUTPUTS, (layer.outputs() + 1) / 2));
        final int most = Math.max(FEWEST_OUTPUTS, NUMBERS / (layer.inputs() + 1));
        final int tiles = (layer.outputs() - 1) / Math.min(wanted, most) + 1;
        return (layer.outputs() - 1) / tiles + 1;
    }

    private float[] part(final float[] layer) {
        final float[] part = new float[m_outputs * m_inputs];
        for (int i = 0; i < m_inputs; i++) {
            for (int j = 0; j < m_outputs; j++) {
                part[j * m_inputs + i] = layer[i * m_stride + m_first + j];
            }
        }
        return part;
    }

    /**
     * Puts numbers to their places among those of the layer.
     *
     * @param part numbers held as this tile's weights are
     * @param layer numbers laid out as {@link DenseNetwork#parameters(int)}
     */
    void put(final float[] part, final float[] layer) {
        for (int i = 0; i < m_inputs; i++) {
            for (int j = 0; j < m_outputs; j++) {
                layer[i * m_stride + m_first + j] = part[j * m_inputs + i];
            }
        }
    }
}
