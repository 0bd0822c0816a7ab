// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import org.scorewalk.engine.kernel.ParticleBlock;

/** A block of particles and what is known of its way. It belongs to one thread at a time. */
final class Track {

    private final int m_number;

    private final ParticleBlock m_block;

    private final Moments m_moments;

    private double m_largestStart;

    private double m_largest;

    private int m_brokenBy;

    /**
     * @param number which of the run's blocks it is, from 0
     * @param block the block
     * @param full true for all covariances, false for the variances only
     */
    Track(final int number, final ParticleBlock block, final boolean full) {
        m_number = number;
        m_block = block;
        m_moments = new Moments(block.x().length, full);
    }

    int number() {
        return m_number;
    }

    ParticleBlock block() {
        return m_block;
    }

    /** The moments of the present window's frames. */
    Moments moments() {
        return m_moments;
    }

    /** The largest size of a coordinate at the start. */
    double largestStart() {
        return m_largestStart;
    }

    /** The largest size of a coordinate so far; NaN or infinity after such a coordinate. */
    double largest() {
        return m_largest;
    }

    /** The step by which coordinates were too large to be reckoned with, or 0. */
    int brokenBy() {
        return m_brokenBy;
    }

    boolean isBroken() {
        return m_brokenBy > 0;
    }

    /** The particles have been put at their starting points. */
    void start() {
        m_largestStart = m_block.largest();
        m_largest = m_largestStart;
    }

    /** The largest size of a coordinate at a step. */
    void see(final double largest, final int step) {
        m_largest = Math.max(m_largest, largest); // NaN stays
        if (!(largest <= Run.BROKEN)) {
            m_brokenBy = step;
        }
    }
}
