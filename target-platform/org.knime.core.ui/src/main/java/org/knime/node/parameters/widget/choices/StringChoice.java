// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

/** A text with the title under which the dialog shows it. */
public record StringChoice(String id, String text) {

    public static StringChoice fromId(final String id) {
        return new StringChoice(id, id);
    }
}
