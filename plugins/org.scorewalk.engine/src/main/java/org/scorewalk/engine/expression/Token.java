// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

/**
 * A token of an expression.
 *
 * @param kind what it is
 * @param text its characters, of a column without the dollar signs
 * @param value its value if it is a number
 * @param position the index of its first character
 */
record Token(Token.Kind kind, String text, double value, int position) {

    /** The kinds of tokens. */
    enum Kind {
        /** A number, never negative. */
        NUMBER,
        /** A name of a parameter, a constant, a definition or a function, or a keyword. */
        NAME,
        /** A column of the data table, written between dollar signs. */
        COLUMN,
        /** An operator, a bracket or another sign. */
        SIGN,
        /** What follows the last character. */
        END
    }

    /**
     * Whether this is the given sign or keyword.
     *
     * @param wanted the sign or keyword
     * @return true if so
     */
    boolean is(final String wanted) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(wanted);
    }
}
