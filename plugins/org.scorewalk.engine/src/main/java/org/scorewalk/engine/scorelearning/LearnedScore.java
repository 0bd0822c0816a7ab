// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.scorelearning;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.BlockNoiseScore;
import org.scorewalk.engine.density.NoiseLevels;
import org.scorewalk.engine.nn.BlockNetwork;
import org.scorewalk.engine.nn.DenseNetwork;

/** Evaluates a learned score for one thread, in the units of the coordinates. */
final class LearnedScore implements BlockNoiseScore {

    private final BlockNetwork m_network;

    private final NoiseScaling m_scaling;

    private final double[] m_mean;

    private final double[] m_deviation;

    private final float[] m_features = new float[NoiseScaling.FEATURES];

    private double m_sigma = Double.NaN;

    private final Monitor m_monitor;

    LearnedScore(final DenseNetwork network, final NoiseLevels levels, final double[] mean, final double[] deviation,
        final Monitor monitor) {
        m_network = new BlockNetwork(network, NoiseScaling.FEATURES);
        m_scaling = new NoiseScaling(levels);
        m_mean = mean;
        m_deviation = deviation;
        m_monitor = monitor;
    }

    @Override
    public void score(final double[][] x, final int n, final double sigma, final double[][] out) {
        if (sigma != m_sigma) {
            m_sigma = sigma;
            m_scaling.features(m_scaling.position(sigma), m_features, 0);
            m_network.setConstants(m_features);
        }
        final double root = NoiseScaling.root(sigma);
        final float[][] inputs = m_network.inputs();
        for (int from = 0; from < n; from += BlockNetwork.TILE) {
            m_monitor.check();
            final int count = Math.min(BlockNetwork.TILE, n - from);
            for (int i = 0; i < inputs.length; i++) {
                standardize(x[i], from, count, m_mean[i], 1 / (m_deviation[i] * root), inputs[i]);
            }
            final float[][] outputs = m_network.apply(count);
            for (int i = 0; i < outputs.length; i++) {
                combine(x[i], outputs[i], from, count, m_mean[i], -1 / (m_deviation[i] * m_deviation[i] * root * root),
                    1 / (sigma * root * m_deviation[i]), out[i]);
            }
        }
    }

    private static void standardize(final double[] x, final int from, final int n, final double mean,
        final double factor, final float[] to) {
        for (int k = 0; k < n; k++) {
            to[k] = (float)((x[from + k] - mean) * factor);
        }
    }

    private static void combine(final double[] x, final float[] network, final int from, final int n,
        final double mean, final double gaussian, final double factor, final double[] to) {
        for (int k = 0; k < n; k++) {
            to[from + k] = gaussian * (x[from + k] - mean) + factor * network[k];
        }
    }
}
