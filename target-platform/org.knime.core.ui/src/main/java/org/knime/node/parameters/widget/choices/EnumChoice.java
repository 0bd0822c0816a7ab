// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices;

import org.scorewalk.standin.ui.EnumLabels;

/** An enumeration constant with the title under which the dialog shows it. */
public record EnumChoice<E extends Enum<E>>(E id, String text) {

    public static <E extends Enum<E>> EnumChoice<E> fromEnumConst(final E enumConst) {
        return new EnumChoice<>(enumConst, EnumLabels.title(enumConst));
    }
}
