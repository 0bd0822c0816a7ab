// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.settings;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.Config;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigEntries;
import org.scorewalk.host.settings.Option.Kind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Changes single options in a node's settings. The types stay those that the node itself stored; an option that the
 * node does not have, or a text that is no value of its type, is refused with a message that names what is possible.
 */
public final class SettingsEditor {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private static final String PRESENT = "_is_present";

    private final List<Option> m_options;

    private final Function<Class<?>, NodeSettings> m_defaults;

    /**
     * @param options the node's options
     * @param defaults gives the settings that a fresh instance of a parameters class has
     */
    public SettingsEditor(final List<Option> options, final Function<Class<?>, NodeSettings> defaults) {
        m_options = options;
        m_defaults = defaults;
    }

    /**
     * Sets an option from the command line.
     *
     * @param settings the node's settings, changed by this call
     * @param path keys separated by "/"
     * @param text the value: a plain value, values separated by commas for a list, or JSON for lists and groups
     * @throws InvalidSettingsException with a message for the user
     */
    public void setText(final NodeSettings settings, final String path, final String text)
        throws InvalidSettingsException {
        final Place place = find(settings, path);
        if (place.entry() instanceof Config || place.kind() == Kind.ARRAY || place.kind() == Kind.GROUPS) {
            place.set(json(place, path, text), path);
        } else {
            place.set(TextNode.valueOf(text), path);
        }
    }

    /**
     * Sets an option from a description.
     *
     * @param settings the node's settings, changed by this call
     * @param path keys separated by "/"
     * @param value the value; a group takes an object with some or all of its options, a list an array
     * @throws InvalidSettingsException with a message for the user
     */
    public void setJson(final NodeSettings settings, final String path, final JsonNode value)
        throws InvalidSettingsException {
        find(settings, path).set(value, path);
    }

    private static JsonNode json(final Place place, final String path, final String text)
        throws InvalidSettingsException {
        final String stripped = text.strip();
        if (stripped.startsWith("[") || stripped.startsWith("{") || stripped.equals("null")) {
            try {
                return MAPPER.readTree(stripped);
            } catch (final JsonProcessingException e) {
                throw new InvalidSettingsException("The value of '" + path + "' is no valid JSON: "
                    + e.getOriginalMessage() + ".", e);
            }
        }
        if (place.kind() != Kind.ARRAY) {
            throw new InvalidSettingsException("The option '" + path + "' holds further options ("
                + String.join(", ", place.childKeys())
                + "). Name one of them, as in '" + path + "/" + place.childKeys().stream().findFirst().orElse("0")
                + "', or give JSON.");
        }
        final ArrayNode array = JsonNodeFactory.instance.arrayNode();
        if (!stripped.isEmpty()) {
            for (final String part : stripped.split(",", -1)) {
                array.add(part.strip());
            }
        }
        return array;
    }

    private Place find(final NodeSettings settings, final String path) throws InvalidSettingsException {
        Config parent = settings;
        List<Option> options = m_options;
        final String[] keys = path.split("/", -1);
        for (int i = 0;; i++) {
            final String key = keys[i];
            final Option option = optionOf(options, parent, key);
            final AbstractConfigEntry entry = parent.getEntry(key);
            if (entry == null && (option == null || parent.containsKey("array-size"))) {
                throw unknown(path, String.join("/", List.of(keys).subList(0, i)), parent, options);
            }
            if (i == keys.length - 1) {
                return new Place(parent, key, entry, option);
            }
            if (!(entry instanceof Config config)) {
                throw new InvalidSettingsException("The option '" + String.join("/", List.of(keys).subList(0, i + 1))
                    + "' is a single value, so there is no '" + path + "'.");
            }
            parent = config;
            options = option == null || option.children().isEmpty() ? List.of()
                : option.kind() == Kind.GROUPS ? List.of(element(option)) : option.children();
        }
    }

    /** The option behind a key; the elements of a list of groups share one. */
    private static Option optionOf(final List<Option> options, final Config parent, final String key) {
        if (options.size() == 1 && options.get(0).key().isEmpty()) {
            return parent.containsKey(key) ? options.get(0) : null;
        }
        return options.stream().filter(o -> o.key().equals(key)).findFirst().orElse(null);
    }

    private static Option element(final Option groups) {
        return new Option("", Kind.GROUP, groups.type(), groups.children());
    }

    private static InvalidSettingsException unknown(final String path, final String parentPath, final Config parent,
        final List<Option> options) {
        final var keys = new ArrayList<String>();
        parent.keySet().stream().filter(k -> !k.equals("array-size") && !k.endsWith(PRESENT)
            && !k.endsWith("_Internals"))
            .forEach(keys::add);
        options.stream().map(Option::key).filter(k -> !k.isEmpty() && !keys.contains(k)).forEach(keys::add);
        final String prefix = parentPath.isEmpty() ? "" : parentPath + "/";
        final String possible = keys.isEmpty() ? "there are none here" : "possible are " + String.join(", ",
            keys.stream().map(k -> prefix + k).toList());
        return new InvalidSettingsException("There is no option '" + path + "'; " + possible + ".");
    }

    /** A spot in the settings tree that takes a value. */
    private final class Place {

        private final Config m_parent;

        private final String m_key;

        private final AbstractConfigEntry m_entry;

        private final Option m_option;

        Place(final Config parent, final String key, final AbstractConfigEntry entry, final Option option) {
            m_parent = parent;
            m_key = key;
            m_entry = entry;
            m_option = option;
        }

        AbstractConfigEntry entry() {
            return m_entry;
        }

        Kind kind() {
            if (m_option != null && m_option.kind() != Kind.OTHER) {
                return m_option.kind();
            }
            return m_entry instanceof Config c ? c.containsKey("array-size") ? Kind.ARRAY : Kind.GROUP : Kind.VALUE;
        }

        List<String> childKeys() {
            if (m_entry instanceof Config c && !c.keySet().isEmpty()) {
                return c.keySet().stream().filter(k -> !k.equals("array-size")).toList();
            }
            return m_option == null ? List.of() : m_option.children().stream().map(Option::key).toList();
        }

        void set(final JsonNode value, final String path) throws InvalidSettingsException {
            switch (kind()) {
                case VALUE, OTHER -> Leaves.set(m_parent, m_key, leafType(path), value, path);
                case OPTIONAL -> setOptional(value, path);
                case ARRAY -> setArray(value, path);
                case GROUP -> setGroup(value, path);
                case GROUPS -> setGroups(value, path);
            }
        }

        private ConfigEntries leafType(final String path) throws InvalidSettingsException {
            final Optional<ConfigEntries> type = m_entry != null && !(m_entry instanceof Config)
                ? Optional.of(m_entry.getType())
                : m_option == null ? Optional.empty() : Leaves.typeOf(m_option.type());
            return type.orElseThrow(() -> new InvalidSettingsException(
                "The option '" + path + "' cannot be set here. Set it in KNIME's dialog and save the workflow."));
        }

        private void setOptional(final JsonNode value, final String path) throws InvalidSettingsException {
            final boolean absent = value.isNull() || value.isTextual()
                && (value.asText().isBlank() || value.asText().equals("none"));
            if (!absent) {
                Leaves.set(m_parent, m_key, leafType(path), value, path);
            }
            m_parent.addBoolean(m_key + PRESENT, !absent);
        }

        private void setArray(final JsonNode value, final String path) throws InvalidSettingsException {
            if (!value.isArray()) {
                throw new InvalidSettingsException("The option '" + path + "' takes a list, not '" + value + "'.");
            }
            ConfigEntries type = m_option == null ? null : Leaves.typeOf(m_option.type()).orElse(null);
            if (type == null && m_entry instanceof Config old && old.getEntry("0") != null) {
                type = old.getEntry("0").getType();
            }
            if (type == null) {
                type = ConfigEntries.xstring; // the lists of KNIME's own filters hold column names
            }
            final Config array = fresh();
            array.addInt("array-size", value.size());
            for (int i = 0; i < value.size(); i++) {
                Leaves.set(array, Integer.toString(i), type, value.get(i), path + "/" + i);
            }
        }

        private void setGroup(final JsonNode value, final String path) throws InvalidSettingsException {
            if (!value.isObject()) {
                throw new InvalidSettingsException("The option '" + path + "' takes a group of options, not '" + value
                    + "'.");
            }
            final Config group = m_entry instanceof Config c ? c : fresh();
            setAll(group, m_option == null ? List.of() : m_option.children(), value, path);
        }

        private void setGroups(final JsonNode value, final String path) throws InvalidSettingsException {
            if (!value.isArray()) {
                throw new InvalidSettingsException("The option '" + path + "' takes a list of groups, not '" + value
                    + "'.");
            }
            final Config groups = fresh();
            for (int i = 0; i < value.size(); i++) {
                final Config group = groups.addConfig(Integer.toString(i));
                m_defaults.apply(m_option.type()).copyTo(group);
                if (!value.get(i).isObject()) {
                    throw new InvalidSettingsException("Element " + i + " of the option '" + path
                        + "' is no group of options but '" + value.get(i) + "'.");
                }
                setAll(group, m_option.children(), value.get(i), path + "/" + i);
            }
        }

        private void setAll(final Config group, final List<Option> options, final JsonNode values, final String path)
            throws InvalidSettingsException {
            for (final Iterator<String> keys = values.fieldNames(); keys.hasNext();) {
                final String key = keys.next();
                final Option option = options.stream().filter(o -> o.key().equals(key)).findFirst().orElse(null);
                final AbstractConfigEntry entry = group.getEntry(key);
                if (entry == null && option == null) {
                    throw unknown(path + "/" + key, path, group, options);
                }
                new Place(group, key, entry, option).set(values.get(key), path + "/" + key);
            }
        }

        private Config fresh() {
            return m_parent.addConfig(m_key); // takes the place of the old one
        }
    }
}
