// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.dialog;

import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.Config;
import org.knime.core.node.config.base.AbstractConfigEntry;

/** The single values of a settings tree. */
final class SettingsLeaves {

    private SettingsLeaves() {
    }

    /**
     * @param settings a tree
     * @return path to entry in the order of the tree; a list of texts or numbers is one entry
     */
    static Map<String, AbstractConfigEntry> of(final Config settings) {
        final var leaves = new LinkedHashMap<String, AbstractConfigEntry>();
        add("", settings, leaves);
        return leaves;
    }

    private static void add(final String prefix, final Config settings,
        final Map<String, AbstractConfigEntry> leaves) {
        for (final String key : settings.keySet()) {
            final AbstractConfigEntry entry = settings.getEntry(key);
            if (entry instanceof Config config && !config.containsKey("array-size")) {
                add(prefix + key + "/", config, leaves);
            } else {
                leaves.put(prefix + key, entry);
            }
        }
    }

    /** All values as one text, a line a value. */
    static String text(final Config settings) {
        final var text = new StringBuilder();
        of(settings).forEach((path, entry) -> {
            if (entry instanceof Config list) {
                text.append(text(list).replaceAll("(?m)^", path + "/"));
            } else {
                text.append(path).append(" = ").append(entry.toStringValue()).append('\n');
            }
        });
        return text.toString();
    }

    /** The config that holds the last key of a path. */
    static NodeSettings parent(final NodeSettings settings, final String path) throws InvalidSettingsException {
        NodeSettings at = settings;
        final String[] keys = path.split("/");
        for (int i = 0; i < keys.length - 1; i++) {
            at = at.getNodeSettings(keys[i]);
        }
        return at;
    }

    static String lastKey(final String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
