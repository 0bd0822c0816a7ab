// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.scorewalk.apicheck.References.AnnotationValue;
import org.scorewalk.apicheck.References.Lambda;
import org.scorewalk.apicheck.References.Use;

/**
 * Everything of KNIME that the nodes' class files refer to has to be in both lists, and nothing that a list asks of an
 * implementation may be missing: this is what a Java machine checks when it links the nodes to a real KNIME.
 *
 * <ul>
 * <li>classes and members, inherited ones looked for in the listed super types;</li>
 * <li>static members used as such, interfaces as interfaces;</li>
 * <li>lambdas: the interface has that one abstract method;</li>
 * <li>members of annotations with the type of the value they get;</li>
 * <li>super classes are not final, nor are overridden methods;</li>
 * <li>a class that is not abstract has all methods that its super types ask for.</li>
 * </ul>
 *
 * The stand-ins' own packages may not be used.
 */
final class NodeCheck {

    private static final String KNIME = "org/knime/";

    private static final String OWN_OF_STAND_INS = "org/scorewalk/standin/";

    private final List<ApiList> m_lists;

    private final Map<String, Declaration> m_own = new TreeMap<>();

    private final Problems m_problems = new Problems();

    private NodeCheck(final List<ApiList> lists) {
        m_lists = lists;
    }

    static List<String> problems(final List<ApiList> lists, final Map<String, byte[]> classes) {
        final var check = new NodeCheck(lists);
        classes.forEach((name, bytes) -> check.m_own.put(name, Declaration.read(bytes)));
        for (final var list : lists) {
            classes.forEach((name, bytes) -> check.check(list, name, References.of(bytes)));
            check.m_own.values().forEach(own -> check.checkInheritance(list, own));
        }
        return check.m_problems.texts();
    }

    private void problem(final ApiList list, final String where, final String text) {
        m_problems.add(list, text + ", used in " + where);
    }

    private void check(final ApiList list, final String where, final References references) {
        for (final var type : references.types()) {
            if (type.startsWith(OWN_OF_STAND_INS)) {
                problem(list, where, type + " is the stand-ins' own");
            } else if (type.startsWith(KNIME) && list.get(type).isEmpty() && !list.mentions(type)) {
                problem(list, where, type + " does not exist");
            }
        }
        for (final var type : references.created()) {
            if (type.startsWith(KNIME) && list.get(type).filter(c -> !c.is('a')).isEmpty()) {
                problem(list, where, type + " cannot be made");
            }
        }
        references.uses().forEach(use -> checkUse(list, use));
        references.lambdas().stream().filter(lambda -> lambda.type().startsWith(KNIME))
            .forEach(lambda -> checkLambda(list, lambda));
        references.values().stream().filter(value -> value.type().startsWith(KNIME))
            .forEach(value -> checkValue(list, value));
    }

    private void checkUse(final ApiList list, final Use use) {
        final var owners = use.owner().startsWith(KNIME) ? List.of(use.owner()) : inherited(use);
        if (owners.isEmpty()) {
            return;
        }
        final var flags = owners.stream().flatMap(owner -> list.member(owner, use.key()).stream()).findFirst();
        if (flags.isEmpty()) {
            problem(list, use.where(), owners.get(0) + " has no " + use.key());
        } else if (flags.get().contains("s") != use.isStatic()) {
            problem(list, use.where(), owners.get(0) + ": " + use.key() + " has the flags " + flags.get());
        }
        final var listed = list.get(use.owner());
        if (listed.isPresent() && use.isInterface() != null && use.isInterface() != listed.get().is('I')) {
            problem(list, use.where(), use.owner() + " has the flags " + listed.get().flags());
        }
    }

    /** KNIME's classes that a member may come from which the use names as one of an own class. */
    private List<String> inherited(final Use use) {
        final var knime = new ArrayList<String>();
        final var open = new ArrayDeque<>(List.of(use.owner()));
        boolean foreign = false;
        while (!open.isEmpty()) {
            final var next = open.poll();
            final var own = m_own.get(next);
            if (own != null) {
                if (own.members().containsKey(use.key())) {
                    return List.of();
                }
                open.add(own.parent());
                open.addAll(own.interfaces());
            } else if (next.startsWith(KNIME)) {
                knime.add(next);
            } else {
                foreign |= next.startsWith("java") && Jdk.member(next, use.key()).findAny().isPresent();
            }
        }
        return foreign ? List.of() : knime;
    }

    private void checkLambda(final ApiList list, final Lambda lambda) {
        final var methods = abstractMethods(list, lambda.type());
        if (!methods.equals(Set.of(lambda.key()))) {
            problem(list, lambda.where(),
                "the lambda for " + lambda.type() + " implements " + lambda.key() + " instead of " + methods);
        }
    }

    private void checkValue(final ApiList list, final AnnotationValue value) {
        final var members = list.get(value.type()).map(c -> c.members().keySet()).orElse(Set.of());
        final var known = members.stream().anyMatch(key -> value.descriptor() == null
            ? key.startsWith("M " + value.name() + "()[")
            : key.equals(ApiClass.method(value.name(), "()" + value.descriptor())));
        if (!known) {
            problem(list, value.where(),
                value.type() + " has no member " + value.name() + " of type " + value.descriptor());
        }
    }

    private void checkInheritance(final ApiList list, final Declaration own) {
        if (own.parent().startsWith(KNIME) && list.get(own.parent()).filter(c -> !c.is('f')).isEmpty()) {
            problem(list, own.name(), own.parent() + " cannot be extended");
        }
        final var implemented = new HashSet<String>();
        final var parents = new LinkedHashSet<String>();
        collect(own, implemented, parents);
        for (final var parent : parents) {
            for (final var listed : list.withParents(parent)) {
                listed.members().forEach((key, flags) -> {
                    if (flags.contains("f") && key.startsWith("M ") && own.members().containsKey(key)) {
                        problem(list, own.name(), listed.name() + ": " + key + " is final");
                    }
                });
            }
            if (!Flags.of(own.access()).contains("a")) {
                for (final var key : abstractMethods(list, parent)) {
                    if (!implemented.contains(key) && !implementedByKnime(list, parents, key)) {
                        problem(list, own.name(), parent + " asks for " + key);
                    }
                }
            }
        }
    }

    /** What a class and its own super types implement, and the super types that are KNIME's. */
    private void collect(final Declaration own, final Set<String> implemented, final Set<String> parents) {
        own.members().forEach((key, access) -> {
            if (!Flags.of(access).contains("a")) {
                implemented.add(key);
            }
        });
        Stream.concat(Stream.of(own.parent()), own.interfaces().stream()).forEach(parent -> {
            if (m_own.containsKey(parent)) {
                collect(m_own.get(parent), implemented, parents);
            } else if (parent.startsWith(KNIME)) {
                parents.add(parent);
            }
        });
    }

    private static boolean implementedByKnime(final ApiList list, final Set<String> parents, final String key) {
        return parents.stream().flatMap(parent -> list.withParents(parent).stream())
            .anyMatch(c -> c.members().containsKey(key) && !c.members().get(key).contains("a"));
    }

    /** The abstract methods of a class and its super types that none of them implements. */
    private static Set<String> abstractMethods(final ApiList list, final String type) {
        final var methods = new TreeSet<String>();
        final var classes = list.withParents(type);
        classes.forEach(c -> c.members().forEach((key, flags) -> {
            if (key.startsWith("M ") && flags.contains("a")) {
                methods.add(key);
            }
        }));
        // a list holds KNIME's classes only: what these take over from an interface of the JDK comes from there
        classes.stream().flatMap(ApiClass::parents).filter(parent -> parent.startsWith("java/"))
            .flatMap(Jdk::abstractMethods).forEach(methods::add);
        methods.removeIf(key -> implementedByKnime(list, Set.of(type), key)
            || Jdk.member("java/lang/Object", key).findAny().isPresent());
        return methods;
    }
}
