// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import java.util.Arrays;
import java.util.List;

/** Names of coordinates as people type them. */
public final class CoordinateNames {

    private CoordinateNames() {
    }

    /**
     * Reads names that are separated by commas.
     *
     * @param text the text, may be blank
     * @return the names without blanks around them, empty for a blank text
     */
    public static List<String> read(final String text) {
        return text == null || text.isBlank() ? List.of()
            : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }
}
