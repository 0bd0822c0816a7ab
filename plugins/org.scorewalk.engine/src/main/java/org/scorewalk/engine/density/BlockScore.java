// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

/** Evaluates scores for blocks of particles; it may own scratch memory, so only one thread uses it at a time. */
@FunctionalInterface
public interface BlockScore {

    /**
     * The scores of a block.
     *
     * @param x the particles, {@code double[d][at least n]}
     * @param n how many particles
     * @param out receives the scores, {@code double[d][at least n]}, no array of {@code x}
     */
    void score(double[][] x, int n, double[][] out);
}
