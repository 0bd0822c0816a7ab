// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

/**
 * A Markov transition that moves a block of particles. A kernel belongs to one thread at a time and may own scratch
 * memory, but it carries nothing from one step to the next: what a step leads to depends on the block alone, its
 * particles and its stream.
 */
public interface Kernel {

    /**
     * Prepares a block whose particles have just been put at their starting points.
     *
     * @param block the block
     */
    default void init(final ParticleBlock block) {
        // most kernels need no preparation
    }

    /**
     * Moves the block's particles by one step, allocating nothing.
     *
     * @param block the block
     */
    void step(ParticleBlock block);

    /**
     * Moves the block's particles by some steps.
     *
     * @param block the block
     * @param steps how many
     */
    default void steps(final ParticleBlock block, final int steps) {
        for (int t = 0; t < steps; t++) {
            step(block);
        }
    }

    /**
     * Whether {@link #record} works: whether the kernel writes down every step itself faster than a caller could who
     * copies it.
     *
     * @return true if so
     */
    default boolean records() {
        return false;
    }

    /**
     * Moves the block's particles by some steps and writes each down. Numbers may run out of range on the way.
     *
     * @param block the block
     * @param steps how many
     * @param rows receives the particles after each step, one step after the other, {@code double[dimension][]}
     * @param from the index in each row at which the first step's particles begin
     */
    default void record(final ParticleBlock block, final int steps, final double[][] rows, final int from) {
        throw new UnsupportedOperationException();
    }
}
