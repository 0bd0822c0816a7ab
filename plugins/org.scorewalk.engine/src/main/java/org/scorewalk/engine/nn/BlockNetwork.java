// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import static org.scorewalk.engine.InputException.check;

import java.util.Arrays;
import java.util.List;

/**
 * A dense network applied to a block of particles as samplers hold them, structure of arrays, by one thread at a time:
 * plain Java like {@link DenseNetwork#apply}, so that it gives the same on every machine, but without allocation and
 * with loops over particles that do eight multiplications for six numbers fetched. The last inputs may be constants
 * of the whole block, such as a noise level; they cost nothing a particle.
 */
public final class BlockNetwork {

    /** Particles that are computed together: two layers of 128 numbers each then fit into a second-level cache. */
    public static final int TILE = 128;

    private final List<DenseLayer> m_layers;

    /** By layer, output and input. */
    private final float[][][] m_weights;

    /** By layer and output; those of the first layer hold the constants' part. */
    private final float[][] m_biases;

    private final float[] m_ownBiases;

    /** By layer (0: the inputs), number and particle. */
    private final float[][][] m_values;

    private final float[] m_slopes = new float[TILE];

    private final int m_variables;

    /**
     * @param network the network
     * @param constants how many of its last inputs are the same for all particles
     */
    public BlockNetwork(final DenseNetwork network, final int constants) {
        m_layers = network.layers();
        m_variables = network.inputs() - constants;
        check(constants >= 0 && m_variables >= 1, "Of %d inputs of a network %d cannot be constant.",
            network.inputs(), constants);
        final int count = m_layers.size();
        m_weights = new float[count][][];
        m_biases = new float[count][];
        m_values = new float[count + 1][][];
        m_values[0] = new float[m_variables][TILE];
        for (int l = 0; l < count; l++) {
            final DenseLayer layer = m_layers.get(l);
            final float[] p = network.rawParameters(l);
            m_weights[l] = new float[layer.outputs()][layer.inputs()];
            for (int j = 0; j < layer.outputs(); j++) {
                for (int i = 0; i < layer.inputs(); i++) {
                    m_weights[l][j][i] = p[i * layer.outputs() + j];
                }
            }
            m_biases[l] = Arrays.copyOfRange(p, layer.inputs() * layer.outputs(), p.length);
            m_values[l + 1] = new float[layer.outputs()][TILE];
        }
        m_ownBiases = m_biases[0].clone();
    }

    /**
     * Sets the constants.
     *
     * @param values one a constant
     */
    public void setConstants(final float... values) {
        for (int j = 0; j < m_ownBiases.length; j++) {
            float sum = m_ownBiases[j];
            for (int c = 0; c < values.length; c++) {
                sum += values[c] * m_weights[0][j][m_variables + c];
            }
            m_biases[0][j] = sum;
        }
    }

    /**
     * The inputs, to be filled before {@link #apply}.
     *
     * @return by input and particle; up to {@value #TILE} particles
     */
    public float[][] inputs() {
        return m_values[0];
    }

    /**
     * Computes the network.
     *
     * @param n how many particles the inputs hold, at most {@value #TILE}
     * @return the outputs by output and particle, overwritten by the next call
     */
    public float[][] apply(final int n) {
        for (int l = 0; l < m_layers.size(); l++) {
            layer(l, n);
        }
        return m_values[m_layers.size()];
    }

    private void layer(final int l, final int n) {
        final float[][] x = m_values[l];
        final float[][] y = m_values[l + 1];
        final float[][] w = m_weights[l];
        for (int j = 0; j < y.length; j++) {
            Arrays.fill(y[j], 0, n, m_biases[l][j]);
        }
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            int j = 0;
            for (; j + 1 < y.length; j += 2) {
                final float[] a = w[j];
                final float[] b = w[j + 1];
                Kernels.addFour(n, x[i], x[i + 1], x[i + 2], x[i + 3], y[j], a[i], a[i + 1], a[i + 2], a[i + 3],
                    y[j + 1], b[i], b[i + 1], b[i + 2], b[i + 3]);
            }
            for (; j < y.length; j++) {
                for (int more = 0; more < 4; more++) {
                    Kernels.add(n, x[i + more], y[j], w[j][i + more]);
                }
            }
        }
        for (; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                Kernels.add(n, x[i], y[j], w[j][i]);
            }
        }
        final DenseLayer layer = m_layers.get(l);
        for (final float[] row : y) {
            layer.activation().apply(row, n, layer.slope(), m_slopes);
        }
    }
}
