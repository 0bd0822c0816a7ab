// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.knime.node.parameters.widget.choices.EnumChoice;

/** Choices of dialogs that show the engine's own names. */
public final class Choices {

    private Choices() {
    }

    /**
     * All constants of an enumeration of the engine, so that a new one needs no change in the nodes.
     *
     * @param <E> the enumeration
     * @param type its class
     * @param label the name of a constant for people
     * @return one choice a constant
     */
    public static <E extends Enum<E>> List<EnumChoice<E>> of(final Class<E> type, final Function<E, String> label) {
        return Arrays.stream(type.getEnumConstants()).map(e -> new EnumChoice<>(e, label.apply(e))).toList();
    }
}
