// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.list;

import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.node.config.base.ConfigBase;
import org.scorewalk.host.settings.SettingsJson;

import com.fasterxml.jackson.databind.JsonNode;

/** Settings as lines of path and value, in the form that {@code --set} takes. */
final class SettingsPrinter {

    private SettingsPrinter() {
    }

    /**
     * @param settings a settings tree
     * @return path to value
     */
    static Map<String, String> lines(final ConfigBase settings) {
        final var lines = new LinkedHashMap<String, String>();
        add("", SettingsJson.of(settings), lines);
        return lines;
    }

    private static void add(final String path, final JsonNode value, final Map<String, String> lines) {
        final boolean groups = value.isArray() && !value.isEmpty() && value.get(0).isObject();
        if (value.isObject()) {
            value.fields().forEachRemaining(e -> add(path.isEmpty() ? e.getKey() : path + "/" + e.getKey(),
                e.getValue(), lines));
        } else if (groups) {
            for (int i = 0; i < value.size(); i++) {
                add(path + "/" + i, value.get(i), lines);
            }
        } else {
            lines.put(path, value.isTextual() ? value.textValue() : value.isNull() ? "none" : value.toString());
        }
    }
}
