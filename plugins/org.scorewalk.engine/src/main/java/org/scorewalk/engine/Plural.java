// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine;

/** Numbers of things in sentences: 1 row, 2 rows. */
public final class Plural {

    private Plural() {
    }

    /**
     * A number of things whose plural ends in s.
     *
     * @param count how many
     * @param singular what one is called, such as "row"
     * @return such as "1 row", "0 rows"
     */
    public static String of(final long count, final String singular) {
        return of(count, singular, singular + "s");
    }

    /**
     * A number of things.
     *
     * @param count how many
     * @param singular what one is called, such as "entry"
     * @param plural what several are called, such as "entries"
     * @return such as "1 entry", "0 entries"
     */
    public static String of(final long count, final String singular, final String plural) {
        return count + " " + (count == 1 ? singular : plural);
    }
}
