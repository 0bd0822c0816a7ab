// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;

/** A text that has a type, such as a column's name, with its title. */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {

    /** The type: a key and its title. */
    public record PossibleTypeValue(String id, String text) {
    }

    public static TypedStringChoice fromColSpec(final DataColumnSpec colSpec) {
        final var type = colSpec.getType();
        return new TypedStringChoice(colSpec.getName(), colSpec.getName(),
            new PossibleTypeValue(type.getPreferredValueClass().getName(), type.getName()));
    }
}
