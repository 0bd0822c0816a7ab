// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.scorewalk.engine.nn.DenseNetwork;
import org.scorewalk.engine.nn.KeyedRandom;

/**
 * How far generated rows are from real ones: the sliced Wasserstein distance (Rabin et al. 2012), the mean over random
 * directions of the distance between the sorted projections. Losses of a GAN do not say whether it gets better; this
 * does, so it is what patience looks at. Rows, noise and directions are the same each time.
 */
final class SlicedDistance {

    private static final int ROWS = 512;

    private static final int DIRECTIONS = 64;

    private final float[][] m_directions;

    private final float[][] m_real;

    private final float[] m_noise;

    private final int m_rows;

    SlicedDistance(final GanData data, final int noiseDimension, final long seed) {
        final int columns = data.shape().columns();
        m_rows = Math.min(ROWS, data.rows());
        final ContinuousSampler normals = KeyedRandom.normals(seed, GanModel.DISTANCE, 1);
        m_directions = new float[DIRECTIONS][columns];
        for (final float[] direction : m_directions) {
            double square = 0;
            for (int j = 0; j < columns; j++) {
                direction[j] = (float)normals.sample();
                square += (double)direction[j] * direction[j];
            }
            for (int j = 0; j < columns; j++) {
                direction[j] /= (float)Math.sqrt(square);
            }
        }
        final int[] order =
            new PermutationSampler(KeyedRandom.generator(seed, GanModel.DISTANCE, 2), data.rows(), m_rows).sample();
        final float[] x = new float[m_rows * columns];
        IntStream.range(0, m_rows).forEach(r -> data.read(order[r], x, r * columns));
        m_real = project(x);
        m_noise = GanModel.noise(seed, GanModel.DISTANCE, m_rows, noiseDimension);
    }

    double of(final DenseNetwork generator) {
        final float[][] generated = project(generator.apply(m_noise, m_rows));
        double sum = 0;
        for (int k = 0; k < DIRECTIONS; k++) {
            for (int r = 0; r < m_rows; r++) {
                sum += Math.abs(generated[k][r] - m_real[k][r]);
            }
        }
        return sum / DIRECTIONS / m_rows;
    }

    private float[][] project(final float[] x) {
        final int columns = m_directions[0].length;
        final float[][] projections = new float[DIRECTIONS][m_rows];
        for (int k = 0; k < DIRECTIONS; k++) {
            for (int r = 0; r < m_rows; r++) {
                float sum = 0;
                for (int j = 0; j < columns; j++) {
                    sum += m_directions[k][j] * x[r * columns + j];
                }
                projections[k][r] = sum;
            }
            Arrays.sort(projections[k]);
        }
        return projections;
    }
}
