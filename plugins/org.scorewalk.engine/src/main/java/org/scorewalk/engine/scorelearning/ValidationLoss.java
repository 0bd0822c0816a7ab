// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.scorelearning;

import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.nn.DenseNetwork;
import org.scorewalk.engine.nn.KeyedRandom;

/** The denoising loss on rows that are not learned from, always with the same noise, so that its course is smooth. */
final class ValidationLoss {

    private static final int PAIRS = 1024;

    private static final int PIECE = 64;

    /** The golden ratio's fraction: its multiples, without their whole part, fill (0, 1) evenly in any number. */
    private static final double GOLDEN = 0.6180339887498949;

    private final int m_columns;

    private final float[] m_inputs;

    /** What the network would have to give, with the factor by which its error counts. */
    private final double[] m_target;

    private final double[] m_weight;

    ValidationLoss(final ScoreSettings settings, final float[] rows, final int columns, final int[] order,
        final int first) {
        m_columns = columns;
        final int width = columns + NoiseScaling.FEATURES;
        m_inputs = new float[PAIRS * width];
        m_target = new double[PAIRS * columns];
        m_weight = new double[PAIRS];
        final NoiseScaling scaling = new NoiseScaling(settings.levels());
        final ContinuousSampler normals = KeyedRandom.normals(settings.seed(), ScoreTrainer.VALIDATION, 0);
        for (int p = 0; p < PAIRS; p++) {
            final double part = (p + 0.5) / PAIRS;
            final double sigma = settings.levels().at(part);
            final double root = NoiseScaling.root(sigma);
            // neighbouring noise levels get rows far apart; all rows come equally often, however many there are
            final int row = order[first + (int)(p * GOLDEN % 1 * (order.length - first))];
            for (int i = 0; i < columns; i++) {
                final double noise = normals.sample();
                final double x = (rows[row * columns + i] + sigma * noise) / root;
                m_inputs[p * width + i] = (float)x;
                m_target[p * columns + i] = sigma * x - root * noise;
            }
            scaling.features(1 - 2 * part, m_inputs, p * width + columns);
            m_weight[p] = 1 / (root * root);
        }
    }

    double of(final DenseNetwork network, final Monitor monitor) {
        final int width = network.inputs();
        double sum = 0;
        for (int from = 0; from < PAIRS; from += PIECE) {
            monitor.check();
            final float[] x = new float[PIECE * width];
            System.arraycopy(m_inputs, from * width, x, 0, x.length);
            final float[] f = network.apply(x, PIECE);
            for (int i = 0; i < f.length; i++) {
                final double rest = f[i] - m_target[from * m_columns + i];
                sum += rest * rest * m_weight[from + i / m_columns];
            }
        }
        return sum / PAIRS / m_columns;
    }
}
