// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The public and protected classes and members of one version of KNIME, as facts: no code, no text. A line a class,
 * {@code C <flags> <internal name> <super> <interfaces,>}, then a line a member,
 * {@code  F|M <flags> <name><descriptor> [throws ...]}; a field has a blank between name and descriptor.
 */
final class ApiList {

    private static final Pattern NAME = Pattern.compile("org/knime/[\\w/$]+");

    private final String m_version;

    private final Map<String, ApiClass> m_classes = new HashMap<>();

    private final Set<String> m_mentioned = new HashSet<>();

    private ApiList(final String version) {
        m_version = version;
    }

    static ApiList parse(final String version, final Stream<String> lines) {
        final var list = new ApiList(version);
        final var current = new ApiClass[1];
        lines.forEach(line -> {
            final var words = line.strip().split(" ");
            if (line.startsWith("C ")) {
                final var interfaces = words[4].equals("-") ? List.<String> of() : List.of(words[4].split(","));
                current[0] = new ApiClass(words[2], words[1], words[3], interfaces, new HashMap<>());
                list.m_classes.put(words[2], current[0]);
            } else if (!line.isBlank()) {
                final var key = words[0].equals("F") ? ApiClass.field(words[2], words[3]) : "M " + words[2];
                current[0].members().put(key, words[1]);
            }
            final var names = NAME.matcher(line);
            while (names.find()) {
                list.m_mentioned.add(names.group());
            }
        });
        return list;
    }

    String version() {
        return m_version;
    }

    Optional<ApiClass> get(final String name) {
        return Optional.ofNullable(m_classes.get(name));
    }

    /** Whether the list names the class at all, be it as the type of a member of another class only. */
    boolean mentions(final String name) {
        return m_mentioned.contains(name);
    }

    /** A class and all its listed super types, the class first. */
    List<ApiClass> withParents(final String name) {
        final var found = new LinkedHashMap<String, ApiClass>();
        final var open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            final var next = open.poll();
            if (!found.containsKey(next) && m_classes.containsKey(next)) {
                found.put(next, m_classes.get(next));
                m_classes.get(next).parents().forEach(open::add);
            }
        }
        return List.copyOf(found.values());
    }

    /** The flags of a member, looked for in the class, then in its super types, those of the JDK, too. */
    Optional<String> member(final String owner, final String key) {
        final var classes = withParents(owner);
        return classes.stream().map(c -> c.members().get(key)).filter(Objects::nonNull).findFirst()
            .or(() -> Stream.concat(Stream.of("java/lang/Object"), classes.stream().flatMap(ApiClass::parents))
                .filter(parent -> parent.startsWith("java")).distinct().flatMap(parent -> Jdk.member(parent, key))
                .findFirst());
    }
}
