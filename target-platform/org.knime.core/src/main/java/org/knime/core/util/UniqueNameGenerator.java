// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.knime.core.data.DataTableSpec;

/** Gives names that were not given before: "x", "x (#1)", "x (#2)", ... */
public final class UniqueNameGenerator {

    private static final Pattern NUMBERED = Pattern.compile("(.*) \\(#(\\d{1,9})\\)", Pattern.DOTALL);

    private final Set<String> m_names;

    /** @param spec its column names are taken; null for none */
    public UniqueNameGenerator(final DataTableSpec spec) {
        this(spec == null ? Set.of() : new HashSet<>(Arrays.asList(spec.getColumnNames())));
    }

    /** @param names are taken; null for none */
    public UniqueNameGenerator(final Set<String> names) {
        m_names = names == null ? new HashSet<>() : new HashSet<>(names);
    }

    /**
     * @param suggested a name, is trimmed
     * @return the name, or the name with the next free number
     */
    public String newName(final String suggested) {
        String name = suggested.trim();
        if (!m_names.add(name)) {
            final Matcher m = NUMBERED.matcher(name);
            final String base = m.matches() ? m.group(1) : name;
            int n = m.matches() ? Integer.parseInt(m.group(2)) : 0;
            do {
                n++;
                name = base + " (#" + n + ")";
            } while (!m_names.add(name));
        }
        return name;
    }
}
