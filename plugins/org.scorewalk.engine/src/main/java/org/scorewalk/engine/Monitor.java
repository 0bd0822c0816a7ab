// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * How long work talks to whoever started it: progress goes out, a wish to cancel comes in.
 * <p>
 * Work calls {@link #check()} at least every 50 ms in every thread it uses, so that a cancel takes effect within 200
 * ms, and {@link #report(double, Supplier)} about once a second, with a rate and the remaining time in the message.
 * Implementations are safe for use by several threads at once.
 */
public interface Monitor {

    /** Reports nothing and is never canceled. */
    Monitor SILENT = new Monitor() {
        @Override
        public void report(final double fraction, final Supplier<String> message) {
            // nobody listens
        }

        @Override
        public void check() {
            // nobody cancels
        }
    };

    /**
     * Reports progress.
     *
     * @param fraction the part of the work that is done, between 0 and 1
     * @param message a short text for the user, made only when it is shown
     */
    void report(double fraction, Supplier<String> message);

    /**
     * Returns normally unless the work should stop.
     *
     * @throws CancellationException if the user canceled
     */
    void check();

    /**
     * A monitor that maps the progress of one part of the work into its slice of the whole.
     *
     * @param from where the slice starts, between 0 and 1
     * @param to where the slice ends, not below {@code from}, at most 1
     * @return a monitor for that part; it is canceled when this one is
     */
    default Monitor slice(final double from, final double to) {
        final var whole = this;
        return new Monitor() {
            @Override
            public void report(final double fraction, final Supplier<String> message) {
                whole.report(from + (to - from) * fraction, message);
            }

            @Override
            public void check() {
                whole.check();
            }
        };
    }
}
