// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.random;

import java.util.Arrays;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The random numbers of one block of particles: standard normals by the modified ziggurat method (McFarland 2016) and
 * uniform numbers, from one generator. Not for use by several threads at once.
 */
public final class RandomStream {

    private final UniformRandomProvider m_generator;

    private final ContinuousSampler m_normal;

    /**
     * @param generator the source of bits, owned by this stream from now on
     */
    public RandomStream(final UniformRandomProvider generator) {
        m_generator = generator;
        m_normal = ZigguratSampler.NormalizedGaussian.of(generator);
    }

    /**
     * Fills the first entries of a buffer with independent standard normals.
     *
     * @param buffer receives them
     * @param n how many
     */
    public void fillNormal(final double[] buffer, final int n) {
        final var normal = m_normal;
        for (int i = 0; i < n; i++) {
            buffer[i] = normal.sample();
        }
    }

    /**
     * Fills the first entries of a buffer with independent numbers, uniform in [0, 1).
     *
     * @param buffer receives them
     * @param n how many
     */
    public void fillUniform(final double[] buffer, final int n) {
        final var generator = m_generator;
        for (int i = 0; i < n; i++) {
            buffer[i] = generator.nextDouble();
        }
    }

    /**
     * One uniform number.
     *
     * @return a number in [0, 1)
     */
    public double nextUniform() {
        return m_generator.nextDouble();
    }

    /**
     * One standard normal.
     *
     * @return a normal with mean 0 and variance 1
     */
    public double nextNormal() {
        return m_normal.sample();
    }

    /**
     * Some standard normals in a new array.
     *
     * @param n how many
     * @return the normals
     */
    public double[] normals(final int n) {
        final var buffer = new double[n];
        Arrays.setAll(buffer, i -> m_normal.sample());
        return buffer;
    }
}
