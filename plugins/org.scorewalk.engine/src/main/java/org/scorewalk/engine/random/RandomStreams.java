// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.random;

import org.apache.commons.rng.JumpableUniformRandomProvider;
import org.apache.commons.rng.LongJumpableUniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Derives independent streams from one seed: run r starts at the r-th long jump (2<sup>96</sup> numbers) of
 * xoroshiro128++ (Blackman and Vigna 2021), block b of the run at the b-th jump (2<sup>64</sup> numbers) from there.
 * So every (seed, run, block) has its own numbers, whoever computes them and when.
 */
public final class RandomStreams {

    private final LongJumpableUniformRandomProvider m_source;

    /**
     * @param seed any number; equal seeds give equal streams
     */
    public RandomStreams(final long seed) {
        m_source = (LongJumpableUniformRandomProvider)RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    }

    /**
     * The streams of the next run, one a block.
     *
     * @param blocks how many blocks the run has
     * @return one stream a block, in their order; asking for more blocks leaves the first ones as they are
     */
    public RandomStream[] nextRun(final int blocks) {
        final var run = (JumpableUniformRandomProvider)m_source.longJump();
        final var streams = new RandomStream[blocks];
        for (int b = 0; b < blocks; b++) {
            streams[b] = new RandomStream(run.jump());
        }
        return streams;
    }
}
