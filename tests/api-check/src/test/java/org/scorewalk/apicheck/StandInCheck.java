// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every public or protected class and member that a stand-in declares in KNIME's packages has to be in both lists, with
 * the same descriptor, flags and super types.
 *
 * <p>Some super types and types of members in the lists belong to packages that the lists leave out. A stand-in may
 * declare such a class, since the lists mention it, or leave out an interface of this kind; nothing can be said about
 * its members, and nodes may not use them ({@link NodeCheck}).
 */
final class StandInCheck {

    private final List<ApiList> m_lists;

    private final Map<String, byte[]> m_classes;

    private final Problems m_problems = new Problems();

    private StandInCheck(final List<ApiList> lists, final Map<String, byte[]> classes) {
        m_lists = lists;
        m_classes = classes;
    }

    static List<String> problems(final List<ApiList> lists, final Map<String, byte[]> classes) {
        final var check = new StandInCheck(lists, classes);
        classes.forEach((name, bytes) -> {
            if (name.startsWith("org/knime/")) {
                check.check(Declaration.read(bytes));
            }
        });
        return check.m_problems.texts();
    }

    /** A member of a class whose enclosing classes are visible, too, can be seen. */
    private boolean isVisible(final Declaration declaration) {
        final var visible = Flags.isVisible(declaration.access());
        final var outer = declaration.outer();
        return visible && (outer == null || !m_classes.containsKey(outer)
            || isVisible(Declaration.read(m_classes.get(outer))));
    }

    private void check(final Declaration own) {
        if (!isVisible(own)) {
            return;
        }
        for (final var list : m_lists) {
            final var listed = list.get(own.name());
            if (listed.isPresent()) {
                checkClass(list, own, listed.get());
                own.members().forEach((key, access) -> checkMember(list, own, listed.get(), key, access));
            } else if (!list.mentions(own.name())) {
                m_problems.add(list, own.name() + " does not exist");
            }
        }
    }

    private void checkClass(final ApiList list, final Declaration own, final ApiClass listed) {
        if (!Flags.of(own.access()).equals(listed.flags())) {
            m_problems.add(list,
                own.name() + " has the flags " + Flags.of(own.access()) + " instead of " + listed.flags());
        }
        if (!own.parent().equals(listed.parent())) {
            m_problems.add(list, own.name() + " extends " + own.parent() + " instead of " + listed.parent());
        }
        final var interfaces = listed.interfaces().stream()
            .filter(type -> list.get(type).isPresent() || !type.startsWith("org/knime/")
                || own.interfaces().contains(type))
            .collect(Collectors.toSet());
        if (!Set.copyOf(own.interfaces()).equals(interfaces)) {
            m_problems.add(list, own.name() + " implements " + own.interfaces() + " instead of " + interfaces);
        }
    }

    private void checkMember(final ApiList list, final Declaration own, final ApiClass listed, final String key,
        final int access) {
        if (!Flags.isVisible(access)) {
            return;
        }
        final var flags = listed.members().get(key);
        if (flags == null) {
            m_problems.add(list, own.name() + " has no " + key);
        } else if (!flags.equals(Flags.of(access))) {
            m_problems.add(list,
                own.name() + ": " + key + " has the flags " + Flags.of(access) + " instead of " + flags);
        }
    }
}
