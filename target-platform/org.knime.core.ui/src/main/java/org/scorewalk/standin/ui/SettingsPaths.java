// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.util.Map;
import java.util.stream.Collectors;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.Config;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigEntries;

/**
 * Changes one setting by its path, such as {@code seed} or {@code runs/1/steps}: the keys with slashes between them.
 * The value has to fit the entry that is there.
 */
public final class SettingsPaths {

    private static final String SIZE = "array-size";

    private SettingsPaths() {
    }

    /**
     * Changes one setting. An array of numbers or texts is given as a whole, its elements separated by commas; what may
     * be switched off is switched on by giving it a value and switched off by {@code none}.
     *
     * @param settings the node's parameters
     * @param path keys with slashes between them
     * @param value the new value as text
     * @throws InvalidSettingsException if there is no such setting or the value does not fit it
     */
    public static void set(final NodeSettings settings, final String path, final String value)
        throws InvalidSettingsException {
        final var keys = path.split("/", -1);
        Config at = settings;
        for (int i = 0; i < keys.length - 1; i++) {
            if (!(entry(at, keys[i], path) instanceof Config inner)) {
                throw new InvalidSettingsException(
                    "The setting '" + path + "' does not exist: '" + keys[i] + "' is a value and has no parts.");
            }
            at = inner;
        }
        final var key = keys[keys.length - 1];
        final var entry = entry(at, key, path);
        if (at.containsKey(key + ValueCodecs.PRESENT)) {
            final var present = !"none".equals(value);
            at.addBoolean(key + ValueCodecs.PRESENT, present);
            if (!present) {
                return;
            }
        }
        if (entry instanceof Config array) {
            setArray(at, array, path, value);
        } else {
            put(at, key, entry.getType(), value, path);
        }
    }

    private static AbstractConfigEntry entry(final Config config, final String key, final String path)
        throws InvalidSettingsException {
        if (!config.containsKey(key) || SIZE.equals(key)) {
            final var known = config.keySet().stream()
                .filter(name -> !SIZE.equals(name) && !name.endsWith(ValueCodecs.PRESENT))
                .collect(Collectors.joining(", "));
            throw new InvalidSettingsException("The setting '" + path + "' does not exist: there is no '" + key + "'"
                + (known.isEmpty() ? "." : " among " + known + "."));
        }
        return config.getEntry(key);
    }

    private static void setArray(final Config parent, final Config array, final String path, final String value)
        throws InvalidSettingsException {
        if (!array.containsKey(SIZE)) {
            throw new InvalidSettingsException("The setting '" + path + "' is a group. Name one of its parts: "
                + array.keySet().stream().map(key -> path + "/" + key).collect(Collectors.joining(", ")) + ".");
        }
        final var elements = value.isBlank() ? new String[0] : value.split(",", -1);
        final var type = elementType(array, path);
        final var changed = parent.addConfig(array.getKey());
        changed.addInt(SIZE, elements.length);
        for (int i = 0; i < elements.length; i++) {
            put(changed, Integer.toString(i), type, elements[i].strip(), path);
        }
    }

    private static ConfigEntries elementType(final Config array, final String path) throws InvalidSettingsException {
        if (!array.containsKey("0")) {
            throw new InvalidSettingsException(
                "The setting '" + path + "' is empty, so that the kind of its elements is not known.");
        }
        return array.getEntry("0").getType();
    }

    private static void put(final Config config, final String key, final ConfigEntries type, final String value,
        final String path) throws InvalidSettingsException {
        try {
            switch (type) {
                case xint -> config.addInt(key, Integer.parseInt(value));
                case xlong -> config.addLong(key, Long.parseLong(value));
                case xdouble -> config.addDouble(key, Double.parseDouble(value));
                case xfloat -> config.addFloat(key, Float.parseFloat(value));
                case xboolean -> config.addBoolean(key, parseBoolean(value));
                case xstring -> config.addString(key, value);
                default -> throw new InvalidSettingsException("The setting '" + path + "' cannot be changed this way.");
            }
        } catch (final NumberFormatException e) {
            throw new InvalidSettingsException(
                "The setting '" + path + "' needs " + NAMES.get(type) + ", but the value is '" + value + "'.", e);
        }
    }

    private static boolean parseBoolean(final String value) {
        if (!"true".equals(value) && !"false".equals(value)) {
            throw new NumberFormatException(value);
        }
        return "true".equals(value);
    }

    private static final Map<ConfigEntries, String> NAMES = Map.of(ConfigEntries.xint,
        "an integer between -2147483648 and 2147483647", ConfigEntries.xlong, "an integer", ConfigEntries.xdouble,
        "a number", ConfigEntries.xfloat, "a number", ConfigEntries.xboolean, "true or false");
}
