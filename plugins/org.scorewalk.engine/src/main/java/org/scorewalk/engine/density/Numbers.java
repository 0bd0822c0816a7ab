// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.scorewalk.engine.InputException.check;

/** Checks of the numbers that densities are made of. */
final class Numbers {

    private static final double LARGEST = 1e100;

    private static final double SMALLEST = 1e-100;

    private Numbers() {
    }

    /**
     * Refuses what is not positive.
     *
     * @param what what the number is, at the beginning of the message, such as "The width of the ring"
     * @param value the number
     * @return the number
     */
    static double positive(final String what, final double value) {
        check(value >= SMALLEST && value <= LARGEST, "%s is %s, but it must be a positive number.", what, value);
        return value;
    }

    static double finite(final String what, final double value) {
        check(Math.abs(value) <= LARGEST, "%s is %s, but it must be a finite number.", what, value);
        return value;
    }

    static double between(final String what, final double value, final double least, final double most) {
        check(value >= least && value <= most, "%s is %s, but it must lie between %s and %s.", what, value,
            text(least), text(most));
        return value;
    }

    private static String text(final double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9 ? Long.toString((long)value)
            : Double.toString(value);
    }
}
