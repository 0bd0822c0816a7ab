// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

/**
 * Evaluates log-densities and scores for blocks of particles at once, which costs less than both one by one; it may own
 * scratch memory, so only one thread uses it at a time.
 */
@FunctionalInterface
public interface BlockEvaluation {

    /**
     * The log-densities and scores of a block.
     *
     * @param x the particles, {@code double[d][at least n]}
     * @param n how many particles
     * @param logDensity receives the log-densities up to a constant, one a particle
     * @param score receives the scores, {@code double[d][at least n]}, no array of {@code x}
     */
    void evaluate(double[][] x, int n, double[] logDensity, double[][] score);
}
