// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import static org.scorewalk.engine.InputException.check;

import java.util.Arrays;
import java.util.List;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * A stack of fully connected layers with its weights: an immutable value. Applying it is plain Java, so that a trained
 * network computes where no native library exists, and computes the same on every machine and with any number of
 * threads.
 * <p>
 * The parameters of a layer are one array of (inputs + 1) rows and {@code outputs} columns, row by row: row i holds the
 * weights from input i, the last row the biases.
 */
public final class DenseNetwork {

    /** How many layers a network has at most. */
    public static final int MAX_LAYERS = 64;

    /** Rows that are computed together, so that each row of weights is fetched once for all of them. */
    private static final int BLOCK = 64;

    private final List<DenseLayer> m_layers;

    private final float[][] m_parameters;

    /**
     * @param layers the layers, each taking as many numbers as the one before gives
     * @param parameters one array a layer; copied
     */
    public DenseNetwork(final List<DenseLayer> layers, final float[][] parameters) {
        this(layers, parameters, true);
    }

    private DenseNetwork(final List<DenseLayer> layers, final float[][] parameters, final boolean copy) {
        checkLayers(layers);
        check(parameters.length == layers.size(), "The network has %d layers, but weights for %d.", layers.size(),
            parameters.length);
        m_layers = List.copyOf(layers);
        m_parameters = new float[parameters.length][];
        for (int l = 0; l < parameters.length; l++) {
            check(parameters[l].length == layers.get(l).parameters(),
                "Layer %d of the network needs %d weights, but there are %d.", l + 1, layers.get(l).parameters(),
                parameters[l].length);
            m_parameters[l] = copy ? parameters[l].clone() : parameters[l];
        }
    }

    /**
     * @param layers the layers
     * @param parameters one array a layer, which nobody else changes from now on
     * @return the network, which holds the arrays themselves
     */
    static DenseNetwork owning(final List<DenseLayer> layers, final float[][] parameters) {
        return new DenseNetwork(layers, parameters, false);
    }

    /**
     * @param layers layers that shall form a network
     */
    public static void checkLayers(final List<DenseLayer> layers) {
        check(!layers.isEmpty() && layers.size() <= MAX_LAYERS, "A network has between 1 and %d layers, not %d.",
            MAX_LAYERS, layers.size());
        for (int l = 1; l < layers.size(); l++) {
            check(layers.get(l).inputs() == layers.get(l - 1).outputs(),
                "Layer %d of the network takes %d numbers, but the layer before gives %d.", l + 1,
                layers.get(l).inputs(), layers.get(l - 1).outputs());
        }
    }

    /**
     * A network with weights and biases uniform in ±1/sqrt(inputs), as PyTorch's {@code Linear} begins.
     *
     * @param layers the layers
     * @param random where the numbers come from, layer by layer
     * @return the network
     */
    public static DenseNetwork uniform(final List<DenseLayer> layers, final UniformRandomProvider random) {
        final float[][] parameters = new float[layers.size()][];
        for (int l = 0; l < parameters.length; l++) {
            final double bound = 1 / Math.sqrt(layers.get(l).inputs());
            final float[] p = new float[layers.get(l).parameters()];
            for (int i = 0; i < p.length; i++) {
                p[i] = (float)((2 * random.nextDouble() - 1) * bound);
            }
            parameters[l] = p;
        }
        return owning(layers, parameters);
    }

    /**
     * @return the layers' shapes
     */
    public List<DenseLayer> layers() {
        return m_layers;
    }

    /**
     * @return how many numbers go in
     */
    public int inputs() {
        return m_layers.get(0).inputs();
    }

    /**
     * @return how many numbers come out
     */
    public int outputs() {
        return m_layers.get(m_layers.size() - 1).outputs();
    }

    /**
     * @param layer the number of a layer, from 0
     * @return a copy of its weights and biases
     */
    public float[] parameters(final int layer) {
        return m_parameters[layer].clone();
    }

    /**
     * @return the number of weights and biases of all layers
     */
    public long parameterCount() {
        return m_layers.stream().mapToLong(DenseLayer::parameters).sum();
    }

    float[] rawParameters(final int layer) {
        return m_parameters[layer];
    }

    /**
     * Computes the network. Each row's result depends on that row alone, bit by bit.
     *
     * @param x the inputs, row by row
     * @param rows how many rows
     * @return the outputs, row by row
     */
    public float[] apply(final float[] x, final int rows) {
        check(x.length == (long)rows * inputs(), "The network takes %d numbers a row, but got %d for %d rows.",
            inputs(),
            x.length, rows);
        final int out = outputs();
        final float[] result = new float[Math.multiplyExact(rows, out)];
        final float[][] buffers = new float[BLOCK][];
        for (int from = 0; from < rows; from += BLOCK) {
            final int n = Math.min(BLOCK, rows - from);
            for (int r = 0; r < n; r++) {
                buffers[r] = Arrays.copyOfRange(x, (from + r) * inputs(), (from + r + 1) * inputs());
            }
            for (int l = 0; l < m_layers.size(); l++) {
                layer(l, buffers, n);
            }
            for (int r = 0; r < n; r++) {
                System.arraycopy(buffers[r], 0, result, (from + r) * out, out);
            }
        }
        return result;
    }

    /** Replaces n rows of inputs of one layer by its outputs. */
    private void layer(final int l, final float[][] rows, final int n) {
        final DenseLayer layer = m_layers.get(l);
        final float[] p = m_parameters[l];
        final int out = layer.outputs();
        final float[][] y = new float[n][];
        for (int r = 0; r < n; r++) {
            y[r] = Arrays.copyOfRange(p, layer.inputs() * out, (layer.inputs() + 1) * out);
        }
        final float[] weights = new float[out];
        for (int i = 0; i < layer.inputs(); i++) {
            System.arraycopy(p, i * out, weights, 0, out);
            for (int r = 0; r < n; r++) {
                Kernels.axpy(y[r], weights, rows[r][i]);
            }
        }
        final float[] slopes = layer.activation().needsSlopes() ? new float[out] : null;
        for (int r = 0; r < n; r++) {
            layer.activation().apply(y[r], out, layer.slope(), slopes);
            rows[r] = y[r];
        }
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DenseNetwork n && m_layers.equals(n.m_layers)
            && Arrays.deepEquals(m_parameters, n.m_parameters);
    }

    @Override
    public int hashCode() {
        return 31 * m_layers.hashCode() + Arrays.deepHashCode(m_parameters);
    }

    @Override
    public String toString() {
        final StringBuilder text = new StringBuilder().append(inputs());
        m_layers.forEach(l -> text.append('-').append(l.outputs()));
        return text.toString();
    }
}
