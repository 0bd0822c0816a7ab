// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a user may have meant by a name that does not exist. */
final class Names {

    private static final int LONGEST = 60;

    private Names() {
    }

    /**
     * The name nearest to a given one.
     *
     * @param name the name that does not exist
     * @param known the names that exist
     * @return a name at most two edits (of case: any number) away, if there is one
     */
    static Optional<String> similar(final String name, final Collection<String> known) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream().filter(k -> k.length() <= LONGEST)
            .filter(k -> distance(name, k) <= Math.min(2, Math.max(1, name.length() / 3)) || k.equalsIgnoreCase(name))
            .min(Comparator.comparingInt(k -> distance(name, k)));
    }

    /** Levenshtein's distance. */
    private static int distance(final String a, final String b) {
        var last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            final var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                final var replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(row[j - 1], last[j]) + 1);
            }
            last = row;
        }
        return last[b.length()];
    }
}
