// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.particleplot;

import java.util.Locale;
import java.util.Map;

import org.scorewalk.engine.InputException;

/** Colours as people type them. */
final class Rgb {

    private static final Map<String, Integer> NAMES = Map.ofEntries(Map.entry("black", 0x000000),
        Map.entry("blue", 0x0000FF), Map.entry("brown", 0xA52A2A), Map.entry("cyan", 0x00FFFF),
        Map.entry("gray", 0x808080), Map.entry("green", 0x008000), Map.entry("grey", 0x808080),
        Map.entry("magenta", 0xFF00FF), Map.entry("navy", 0x000080), Map.entry("orange", 0xFFA500),
        Map.entry("purple", 0x800080), Map.entry("red", 0xFF0000), Map.entry("teal", 0x008080),
        Map.entry("white", 0xFFFFFF), Map.entry("yellow", 0xFFFF00));

    private Rgb() {
    }

    /**
     * @param option the option's title, for the message
     * @param text a name, or {@code #RRGGBB}
     * @return 0xRRGGBB
     * @throws InputException where the text is neither
     */
    static int read(final String option, final String text) {
        final String colour = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (colour.matches("#[0-9a-f]{6}")) {
            return Integer.parseInt(colour.substring(1), 16);
        }
        final Integer named = NAMES.get(colour);
        InputException.check(named != null, "'%s' in the option '%s' is no colour. Give six hexadecimal digits, for"
            + " example '#0000FF', or a name such as 'blue', 'red' or 'black'.", text, option);
        return named;
    }
}
