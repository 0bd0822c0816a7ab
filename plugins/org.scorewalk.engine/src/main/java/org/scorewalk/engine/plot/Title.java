// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with placeholders in braces, such as {@code Langevin Sampler at t={step}}. */
final class Title {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)\\}");

    private Title() {
    }

    /**
     * @param template the text
     * @param values what stands for a name; names are compared without regard to case
     * @return the text with all known placeholders replaced; an unknown one stays as it is, so that the user sees it
     */
    static String fill(final String template, final Map<String, String> values) {
        final StringBuilder text = new StringBuilder();
        final Matcher matcher = PLACEHOLDER.matcher(template);
        while (matcher.find()) {
            final String name = matcher.group(1).strip();
            final String value = values.entrySet().stream().filter(e -> e.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue).findFirst().orElse(matcher.group());
            matcher.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        matcher.appendTail(text);
        return text.toString();
    }
}
