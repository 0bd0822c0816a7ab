// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import java.util.concurrent.TimeUnit;

/**
 * Tells one thread how many steps to do until it looks for a cancel and reports, whatever a step costs: about a
 * millisecond of them. The clock is read once for all of these.
 */
final class Pace {

    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(1);

    private static final long LONG = TimeUnit.MILLISECONDS.toNanos(5);

    private final int m_most;

    private int m_steps = 1;

    private int m_left = 1;

    private long m_done;

    private long m_then = System.nanoTime();

    /**
     * @param most the largest number of steps
     */
    Pace(final int most) {
        m_most = most;
    }

    /** How many steps may be done now, at least 1. */
    int left() {
        return m_left;
    }

    /** Counts steps; true if it is time to look up. */
    boolean isDueAfter(final int steps) {
        m_left -= steps;
        m_done += steps;
        if (m_left > 0) {
            return false;
        }
        final long now = System.nanoTime();
        if (now - m_then < SHORT) {
            m_steps = (int)Math.min(m_most, 2L * m_steps);
        } else if (now - m_then > LONG) {
            m_steps = Math.max(1, m_steps / 2);
        }
        m_then = now;
        m_left = m_steps;
        return true;
    }

    /** The steps done since this was last asked. */
    long takeSteps() {
        final long done = m_done;
        m_done = 0;
        return done;
    }
}
