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
}
