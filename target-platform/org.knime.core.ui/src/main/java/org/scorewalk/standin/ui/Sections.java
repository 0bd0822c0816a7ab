// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Inside;
import org.knime.node.parameters.layout.Section;

/** The sections of a dialog. */
final class Sections {

    private Sections() {
    }

    /** The nearest class outwards that is a section, null if there is none. */
    static Class<?> enclosing(final Class<?> layout) {
        for (var at = layout; at != null; at = outer(at)) {
            if (at.isAnnotationPresent(Section.class)) {
                return at;
            }
        }
        return null;
    }

    private static Class<?> outer(final Class<?> layout) {
        final var inside = layout.getAnnotation(Inside.class);
        return inside != null ? inside.value() : layout.getEnclosingClass();
    }

    /** Each once, as they first appear, moved where {@link After} and {@link Before} ask for it. Null is no section. */
    static List<Class<?>> order(final List<Class<?>> sections) {
        final var order = new ArrayList<Class<?>>(new LinkedHashSet<>(sections));
        boolean moved = true;
        for (int round = 0; moved && round < order.size(); round++) {
            moved = false;
            for (final var section : List.copyOf(order.stream().filter(Objects::nonNull).toList())) {
                final var after = section.getAnnotation(After.class);
                final var before = section.getAnnotation(Before.class);
                moved |= after != null && place(order, after.value(), section, section);
                moved |= before != null && place(order, section, before.value(), section);
            }
        }
        return order;
    }

    /** Puts one of two sections, if they are there in the wrong order, directly behind or before the other. */
    private static boolean place(final List<Class<?>> order, final Class<?> first, final Class<?> second,
        final Class<?> toMove) {
        final var i = order.indexOf(first);
        final var j = order.indexOf(second);
        if (i < 0 || j < 0 || i < j) {
            return false;
        }
        order.remove(toMove);
        order.add(toMove == second ? order.indexOf(first) + 1 : order.indexOf(second), toMove);
        return true;
    }
}
