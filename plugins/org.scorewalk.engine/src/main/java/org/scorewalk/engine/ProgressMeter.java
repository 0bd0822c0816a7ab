// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Counts work that is done, and reports it to a {@link Monitor} about twice a second, with its rate and the remaining
 * time once some work is done. {@link #add(long)} may be called by all threads, {@link #report(Supplier)} by the one
 * that leads.
 */
public final class ProgressMeter {

    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Monitor m_monitor;

    private final double m_total;

    private final String m_unit;

    private final AtomicLong m_done = new AtomicLong();

    private final long m_start = System.nanoTime();

    private long m_last = m_start;

    /**
     * @param monitor receives the reports
     * @param total how many units of work there are; may exceed the range of integers
     * @param unit the unit's name in the plural, such as "particle-steps"
     */
    public ProgressMeter(final Monitor monitor, final double total, final String unit) {
        m_monitor = monitor;
        m_total = Math.max(total, 1);
        m_unit = unit;
    }

    /**
     * Counts work.
     *
     * @param units how much was done
     */
    public void add(final long units) {
        m_done.addAndGet(units);
    }

    /**
     * Reports, unless the last report is less than half a second old.
     *
     * @param what makes the beginning of the message, which says what is being done
     */
    public void report(final Supplier<String> what) {
        final long now = System.nanoTime();
        if (now - m_last < INTERVAL_NANOS) {
            return;
        }
        m_last = now;
        final double done = m_done.get();
        final double rate = done / ((now - m_start) * 1e-9);
        final double fraction = Math.min(1, done / m_total);
        m_monitor.report(fraction, () -> rate > 0 ? "%s: %s %s/s, %s left".formatted(what.get(), quantity(rate), m_unit,
            duration((m_total - done) / rate)) : what.get());
    }

    /**
     * A number for people, with three digits and a unit prefix.
     *
     * @param value a number that is not negative
     * @return such as "12.3 M"
     */
    public static String quantity(final double value) {
        if (value >= 1e9) {
            return String.format(Locale.ROOT, "%.2f G", value / 1e9);
        }
        if (value >= 1e6) {
            return String.format(Locale.ROOT, "%.1f M", value / 1e6);
        }
        if (value >= 1e3) {
            return String.format(Locale.ROOT, "%.1f k", value / 1e3);
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.0f" : "%.1f", value);
    }

    /**
     * A duration for people.
     *
     * @param seconds the number of seconds
     * @return such as "45 s", "3 min 20 s" or "2 h 5 min"
     */
    public static String duration(final double seconds) {
        final long whole = Math.max(0, Math.round(seconds));
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return whole / 60 + " min " + whole % 60 + " s";
        }
        return whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}
