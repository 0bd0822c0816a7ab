// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

/**
 * Receives the recorded frames, block by block, in the order of run, step and particle, on the thread that called the
 * sampler.
 */
@FunctionalInterface
public interface FrameSink {

    /** Drops everything. */
    FrameSink NONE = (run, step, first, x, n) -> { };

    /**
     * Takes neighbouring particles of one frame.
     *
     * @param run the run's number, from 0
     * @param step the step's number; 0 is the start
     * @param first the number of the first particle, from 0
     * @param x the coordinates, {@code double[dimension][at least n]}, to be read before this method returns
     * @param n how many particles
     */
    void accept(int run, int step, int first, double[][] x, int n);
}
