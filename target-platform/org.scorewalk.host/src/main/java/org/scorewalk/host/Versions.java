// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import java.util.Map;
import java.util.TreeMap;

import org.scorewalk.standin.core.Extensions;

/** What a result was computed with. */
final class Versions {

    private Versions() {
    }

    /** @return name to version of the bundles with nodes, of Java and of the operating system */
    static Map<String, String> get() {
        final var versions = new TreeMap<String, String>();
        Extensions.get().nodes().forEach(n -> versions.put(n.bundle().symbolicName(), n.bundle().version()));
        versions.put("java", System.getProperty("java.version"));
        versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
            + System.getProperty("os.arch"));
        return versions;
    }
}
