// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine;

/**
 * Thrown when what the user gave cannot be worked with. The message is meant for the user: one or two full sentences
 * that say what is wrong, naming the option or column, and what to do about it. It never carries a stack trace to the
 * user; the nodes turn it into the message of the node.
 */
public final class InputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message one or two full sentences for the user
     */
    public InputException(final String message) {
        super(message);
    }

    /**
     * @param message one or two full sentences for the user
     * @param cause what led to it
     */
    public InputException(final String message, final Throwable cause) {
        super(message, cause);
    }

    /**
     * Throws unless the condition holds.
     *
     * @param condition what must be true of the input
     * @param format one or two full sentences for the user, as {@link String#formatted(Object...)} takes them
     * @param arguments the format's arguments
     */
    public static void check(final boolean condition, final String format, final Object... arguments) {
        if (!condition) {
            throw new InputException(format.formatted(arguments));
        }
    }
}
