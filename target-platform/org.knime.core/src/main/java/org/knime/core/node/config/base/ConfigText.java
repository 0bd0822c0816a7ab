// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/**
 * The form of texts in the XML: a character that XML cannot hold, and a percent sign before another one, is written as
 * two percent signs and the character's code in five decimal digits.
 */
final class ConfigText {

    private static final int DIGITS = 5;

    private static final String MARK = "%%";

    private ConfigText() {
    }

    static String escape(final String text) {
        StringBuilder b = null;
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            final boolean special =
                c < ' ' || c > '\uD7FF' || c == '%' && i + 1 < text.length() && text.charAt(i + 1) == '%';
            if (special && b == null) {
                b = new StringBuilder(text.length() + 32).append(text, 0, i);
            }
            if (special) {
                final String code = Integer.toString(c);
                b.append(MARK).append("0".repeat(DIGITS - code.length())).append(code);
            } else if (b != null) {
                b.append(c);
            }
        }
        return b == null ? text : b.toString();
    }

    static String unescape(final String text) {
        int at = text.indexOf(MARK);
        if (at < 0) {
            return text;
        }
        final StringBuilder b = new StringBuilder(text.length());
        int copied = 0;
        while (at >= 0) {
            final int code = code(text, at + MARK.length());
            if (code >= 0) {
                b.append(text, copied, at).append((char)code);
                copied = at + MARK.length() + DIGITS;
                at = text.indexOf(MARK, copied);
            } else {
                at = text.indexOf(MARK, at + 1);
            }
        }
        return b.append(text, copied, text.length()).toString();
    }

    /** @return the code in the five digits at this place, -1 if there are none */
    private static int code(final String text, final int from) {
        if (from + DIGITS > text.length()) {
            return -1;
        }
        int code = 0;
        for (int i = from; i < from + DIGITS; i++) {
            final char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            code = code * 10 + c - '0';
        }
        return code <= Character.MAX_VALUE ? code : -1;
    }
}
