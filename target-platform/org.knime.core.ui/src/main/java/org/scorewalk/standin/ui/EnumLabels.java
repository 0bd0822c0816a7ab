// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.util.Locale;
import java.util.Optional;

import org.knime.node.parameters.widget.choices.Label;

/** Titles of enumeration constants. */
public final class EnumLabels {

    private EnumLabels() {
    }

    /**
     * The text of the constant's {@link Label}; without one the name in words: {@code EXACT_DRAWS} is "Exact draws".
     */
    public static String title(final Enum<?> constant) {
        final var label = label(constant);
        if (label.isPresent()) {
            return label.get().value();
        }
        final var words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The description of the constant's {@link Label}, empty if there is none. */
    public static String description(final Enum<?> constant) {
        return label(constant).map(Label::description).orElse("");
    }

    private static Optional<Label> label(final Enum<?> constant) {
        try {
            return Optional
                .ofNullable(constant.getDeclaringClass().getField(constant.name()).getAnnotation(Label.class));
        } catch (final NoSuchFieldException e) {
            throw new IllegalStateException("Every enumeration constant has a field.", e);
        }
    }
}
