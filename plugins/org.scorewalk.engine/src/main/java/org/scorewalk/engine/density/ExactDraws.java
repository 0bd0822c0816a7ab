// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import org.scorewalk.engine.random.RandomStream;

/** Makes independent draws from a density; immutable and safe for use by several threads. */
@FunctionalInterface
public interface ExactDraws {

    /**
     * Fills a block with independent draws. Nothing is allocated.
     *
     * @param x receives the draws, {@code double[d][at least n]}
     * @param n how many draws
     * @param random the block's stream
     */
    void draw(double[][] x, int n, RandomStream random);
}
