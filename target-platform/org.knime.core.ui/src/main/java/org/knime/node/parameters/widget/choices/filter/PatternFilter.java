// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.filter;

import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.knime.node.parameters.persistence.Persistable;

/** A choice by a pattern that the whole name has to match. */
final class PatternFilter implements Persistable {

    String m_pattern = "";

    boolean m_isCaseSensitive;

    boolean m_isInverted;

    /** @param wildcards whether {@code *} and {@code ?} are the only special characters */
    Predicate<String> matcher(final boolean wildcards) {
        final var flags = Pattern.DOTALL | (m_isCaseSensitive ? 0 : Pattern.CASE_INSENSITIVE);
        final var pattern = Pattern.compile(wildcards ? toRegex(m_pattern) : m_pattern, flags);
        return name -> pattern.matcher(name).matches() != m_isInverted;
    }

    private static String toRegex(final String wildcards) {
        final var regex = new StringBuilder();
        for (final var c : wildcards.toCharArray()) {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
