// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.progress;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/** One line now and then, for log files and pipes. */
public final class PlainProgress implements Progress {

    /** Short enough to see that something goes on. */
    private static final double SECONDS_AT_FIRST = 2;

    /** What takes long needs no more lines than what takes less, so that logs stay readable. */
    private static final double PART_OF_TIME = 0.1;

    private static final double SECONDS_AT_MOST = 30;

    private static final class Clock {
        private final long m_start = System.nanoTime();

        private double m_lastLine;

        double seconds() {
            return (System.nanoTime() - m_start) / 1e9;
        }

        boolean isTimeForALine() {
            final double interval = Math.max(SECONDS_AT_FIRST, Math.min(SECONDS_AT_MOST, PART_OF_TIME * seconds()));
            return seconds() - m_lastLine >= interval;
        }
    }

    private final PrintStream m_out;

    private final Map<String, Clock> m_clocks = new HashMap<>();

    /** @param out where the lines go */
    public PlainProgress(final PrintStream out) {
        m_out = out;
    }

    @Override
    public synchronized void started(final String node) {
        m_clocks.put(node, new Clock());
    }

    @Override
    public synchronized void at(final String node, final Double fraction, final String message) {
        final Clock clock = m_clocks.get(node);
        if (clock == null || !clock.isTimeForALine()) {
            return;
        }
        clock.m_lastLine = clock.seconds();
        final String text = Progress.describe(fraction, message, clock.seconds());
        if (!text.isEmpty()) {
            m_out.println(node + ": " + text);
        }
    }

    @Override
    public synchronized void finished(final String node, final boolean executed, final String message) {
        m_clocks.remove(node);
        m_out.println(node + ": " + message);
    }

    @Override
    public synchronized void line(final String text) {
        m_out.println(text);
    }

    @Override
    public synchronized void close() {
        m_out.flush();
    }
}
