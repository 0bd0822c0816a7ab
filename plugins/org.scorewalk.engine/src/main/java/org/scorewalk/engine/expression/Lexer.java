// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into tokens: numbers ({@code 2}, {@code .5}, {@code 1e-3}), names (letters, digits, underscores), columns
 * ({@code $height$}) and signs. Blanks and line breaks separate; {@code #} starts a comment that ends with its line.
 */
final class Lexer {

    private static final String[] SIGNS = {"<=", ">=", "==", "!=", "&&", "||", "**", "+", "-", "*", "/", "^", "(", ")",
        "[", "]", ",", ";", "=", "<", ">", "!", "|"};

    private final Source m_source;

    private final String m_text;

    private int m_at;

    private Lexer(final Source source) {
        m_source = source;
        m_text = source.text();
    }

    /**
     * The tokens of a text.
     *
     * @param source the text
     * @return its tokens, the last of which is of kind END
     * @throws org.scorewalk.engine.InputException at a character that fits nowhere
     */
    static List<Token> tokens(final Source source) {
        return new Lexer(source).tokens();
    }

    private List<Token> tokens() {
        final var tokens = new ArrayList<Token>();
        while (true) {
            skip();
            if (m_at == m_text.length()) {
                tokens.add(new Token(Token.Kind.END, "the end", 0, m_at));
                return tokens;
            }
            tokens.add(next());
        }
    }

    private void skip() {
        while (m_at < m_text.length()) {
            final var c = m_text.charAt(m_at);
            if (c == '#') {
                final var end = m_text.indexOf('\n', m_at);
                m_at = end < 0 ? m_text.length() : end;
            } else if (Character.isWhitespace(c) || c == '\u00a0') {
                m_at++;
            } else {
                return;
            }
        }
    }

    private Token next() {
        final var start = m_at;
        final var c = m_text.charAt(start);
        if (isDigit(c) || c == '.' && start + 1 < m_text.length() && isDigit(m_text.charAt(start + 1))) {
            return number(start);
        }
        if (Character.isLetter(c) || c == '_') {
            while (m_at < m_text.length()
                && (Character.isLetterOrDigit(m_text.charAt(m_at)) || m_text.charAt(m_at) == '_')) {
                m_at++;
            }
            return new Token(Token.Kind.NAME, m_text.substring(start, m_at), 0, start);
        }
        if (c == '$') {
            final var end = m_text.indexOf('$', start + 1);
            if (end < 0) {
                throw m_source.error(start, "The column name that starts here has no closing dollar sign. "
                    + "Write a column as $name$.");
            }
            m_at = end + 1;
            return new Token(Token.Kind.COLUMN, m_text.substring(start + 1, end), 0, start);
        }
        for (final var sign : SIGNS) {
            if (m_text.startsWith(sign, start)) {
                m_at += sign.length();
                return new Token(Token.Kind.SIGN, sign, 0, start);
            }
        }
        throw m_source.error(start, "The character '%s' has no meaning in an expression. Remove it.",
            Character.toString(m_text.codePointAt(start)));
    }

    private Token number(final int start) {
        digits();
        if (m_at < m_text.length() && m_text.charAt(m_at) == '.') {
            m_at++;
            digits();
        }
        if (m_at < m_text.length() && (m_text.charAt(m_at) == 'e' || m_text.charAt(m_at) == 'E')) {
            var exponent = m_at + 1;
            if (exponent < m_text.length() && "+-".indexOf(m_text.charAt(exponent)) >= 0) {
                exponent++;
            }
            if (exponent < m_text.length() && isDigit(m_text.charAt(exponent))) {
                m_at = exponent;
                digits();
            }
        }
        final var text = m_text.substring(start, m_at);
        final var value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw m_source.error(start, "This number is too large. The largest is about 1.8e308.");
        }
        return new Token(Token.Kind.NUMBER, text, value, start);
    }

    private void digits() {
        while (m_at < m_text.length() && isDigit(m_text.charAt(m_at))) {
            m_at++;
        }
    }

    private static boolean isDigit(final char c) {
        return c >= '0' && c <= '9';
    }
}
