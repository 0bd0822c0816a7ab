// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.lang.reflect.Array;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints the value of an option. */
final class OptionText {

    private OptionText() {
    }

    /** Groups, filters and what is absent are empty. */
    static String of(final Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(OptionText::of).orElse("");
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof String || value instanceof Number || value instanceof Boolean
            || value instanceof Character) {
            return value.toString();
        }
        if (value != null && value.getClass().isArray()
            && (value.getClass().componentType().isPrimitive() || value instanceof String[])) {
            return IntStream.range(0, Array.getLength(value)).mapToObj(i -> of(Array.get(value, i)))
                .collect(Collectors.joining(", "));
        }
        return "";
    }
}
