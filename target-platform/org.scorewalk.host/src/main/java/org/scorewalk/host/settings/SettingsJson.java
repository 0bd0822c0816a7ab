// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.settings;

import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Settings as JSON, for people and scripts: lists as arrays, groups as objects. */
public final class SettingsJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final String PRESENT = "_is_present";

    private SettingsJson() {
    }

    /**
     * @param settings a settings tree
     * @return the same in a readable form; an option that is switched off is null
     */
    public static ObjectNode of(final ConfigBase settings) {
        final ObjectNode object = JSON.objectNode();
        for (final String key : settings.keySet()) {
            if (key.endsWith(PRESENT) && settings.containsKey(key.substring(0, key.length() - PRESENT.length()))) {
                continue;
            }
            object.set(key, settings.getBoolean(key + PRESENT, true) ? value(settings.getEntry(key)) : JSON.nullNode());
        }
        return object;
    }

    private static JsonNode value(final AbstractConfigEntry entry) {
        if (entry instanceof ConfigBase config) {
            return container(config);
        }
        final String text = entry.toStringValue();
        if (text == null) {
            return JSON.nullNode();
        }
        return switch (entry.getType()) {
            case xint, xlong, xshort, xbyte -> JSON.numberNode(Long.parseLong(text));
            case xdouble, xfloat -> number(Double.parseDouble(text));
            case xboolean -> JSON.booleanNode(Boolean.parseBoolean(text));
            case xpassword -> JSON.textNode("(password)");
            default -> JSON.textNode(text);
        };
    }

    /** JSON knows no NaN and no infinities. */
    private static JsonNode number(final double value) {
        return Double.isFinite(value) ? JSON.numberNode(value) : JSON.textNode(Double.toString(value));
    }

    private static JsonNode container(final ConfigBase config) {
        final int size = config.getInt("array-size", -1);
        final boolean groups = !config.keySet().isEmpty() && config.keySet().stream().allMatch(k -> k.matches("\\d+"));
        if (size < 0 && !groups) {
            return of(config);
        }
        final ArrayNode array = JSON.arrayNode();
        for (int i = 0; config.containsKey(Integer.toString(i)); i++) {
            array.add(value(config.getEntry(Integer.toString(i))));
        }
        return array;
    }
}
