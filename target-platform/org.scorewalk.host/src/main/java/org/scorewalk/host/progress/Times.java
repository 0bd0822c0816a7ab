// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.progress;

import java.util.Locale;

/** Durations for people. */
public final class Times {

    private Times() {
    }

    /**
     * @param seconds a duration
     * @return e.g. "520 ms", "1.25 s", "12 s", "3 min 05 s", "2 h 07 min"
     */
    public static String text(final double seconds) {
        if (seconds < 1) {
            return Math.round(seconds * 1000) + " ms";
        }
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        if (seconds < 100) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        }
        final long whole = Math.round(seconds);
        if (whole < 3600) {
            return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
        }
        return String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
    }
}
