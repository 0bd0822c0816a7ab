// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import java.util.Arrays;

import org.scorewalk.engine.InputException;

/**
 * A text that the user typed, with the name of its option; it words the errors that point at a character.
 *
 * @param name what the user knows the text by, such as "expression"
 * @param text the text
 */
record Source(String name, String text) {

    private static final int MAX_SHOWN = 200;

    private static final int EXCERPT_BEFORE = 40;

    private static final int EXCERPT_AFTER = 20;

    /**
     * An error at a character.
     *
     * @param position the character's index, from 0 to the text's length
     * @param format a full sentence that says what is wrong and what to do
     * @param arguments the format's arguments
     * @return the exception to throw; its message holds the line around the character with a caret below it
     */
    InputException error(final int position, final String format, final Object... arguments) {
        final var at = Math.min(position, text.length());
        final var lineStart = text.lastIndexOf('\n', at - 1) + 1;
        final var newline = text.indexOf('\n', at);
        final var lineEnd = newline < 0 ? text.length() : newline;
        final var from = Math.max(lineStart, at - EXCERPT_BEFORE);
        final var to = Math.min(lineEnd, at + EXCERPT_AFTER);
        final var line = text.substring(0, lineStart).chars().filter(c -> c == '\n').count() + 1;
        final var before = (from > lineStart ? "..." : "") + text.substring(from, at);
        final var after = text.substring(at, Math.max(to, at)) + (to < lineEnd ? "..." : "");
        final var excerpt = (before + after).replaceAll("\\p{Cntrl}", " ");
        final var where = line > 1 || newline >= 0
            ? "line %d, character %d".formatted(line, at - lineStart + 1) : "character %d".formatted(at + 1);
        return new InputException("The %s cannot be used, at %s: %s\n    %s\n    %s^".formatted(name, where,
            message(format, arguments), excerpt, " ".repeat(before.length())));
    }

    private static String message(final String format, final Object... arguments) {
        return arguments.length == 0 ? format
            : format.formatted(Arrays.stream(arguments).map(a -> a instanceof String s ? shortened(s) : a).toArray());
    }

    /**
     * A text that may come from the user, short enough for a message and on one line.
     *
     * @param text the text
     * @return the text or its beginning, line breaks and the like replaced by spaces
     */
    static String shortened(final String text) {
        final String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() > MAX_SHOWN ? line.substring(0, MAX_SHOWN) + "..." : line;
    }
}
