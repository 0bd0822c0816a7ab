// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a check found, each with the versions of KNIME that it is about. */
final class Problems {

    private final Map<String, List<String>> m_versions = new TreeMap<>();

    void add(final ApiList list, final String text) {
        final var versions = m_versions.computeIfAbsent(text, key -> new ArrayList<>());
        if (!versions.contains(list.version())) {
            versions.add(list.version());
        }
    }

    List<String> texts() {
        return m_versions.entrySet().stream()
            .map(problem -> problem.getKey() + " (KNIME " + String.join(", ", problem.getValue()) + ")").toList();
    }
}
