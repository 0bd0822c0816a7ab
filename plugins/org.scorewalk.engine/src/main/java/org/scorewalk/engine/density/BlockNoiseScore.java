// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

/**
 * Evaluates scores of a density that is smoothed by noise, for blocks of particles; it may own scratch memory, so only
 * one thread uses it at a time.
 */
@FunctionalInterface
public interface BlockNoiseScore {

    /**
     * The scores of a block.
     *
     * @param x the particles, {@code double[d][at least n]}
     * @param n how many particles
     * @param sigma the noise level, in units of {@link NoiseConditionalScore#scale()}
     * @param out receives the scores in the units of the coordinates, {@code double[d][at least n]}, no array of
     *            {@code x}
     */
    void score(double[][] x, int n, double sigma, double[][] out);
}
