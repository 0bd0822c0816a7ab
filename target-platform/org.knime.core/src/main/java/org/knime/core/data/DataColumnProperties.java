// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Texts by key that a column carries. */
public final class DataColumnProperties implements Cloneable {

    private final Map<String, String> m_content;

    /** No texts. */
    public DataColumnProperties() {
        this(Map.of());
    }

    /** @param content texts by key, is copied */
    public DataColumnProperties(final Map<String, String> content) {
        m_content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
    }

    /**
     * @param key a key
     * @return its text, null if there is none
     */
    public String getProperty(final String key) {
        return m_content.get(key);
    }

    /** @return the keys */
    public Enumeration<String> properties() {
        return Collections.enumeration(m_content.keySet());
    }

    /**
     * Writes the texts under their keys.
     *
     * @param config takes them
     */
    public void save(final ConfigWO config) {
        m_content.forEach(config::addString);
    }

    /**
     * @param config what {@link #save(ConfigWO)} wrote
     * @return the properties
     * @throws InvalidSettingsException if an entry is no text
     */
    public static DataColumnProperties load(final ConfigRO config) throws InvalidSettingsException {
        final Map<String, String> content = new LinkedHashMap<>();
        for (final String key : config) {
            content.put(key, config.getString(key));
        }
        return new DataColumnProperties(content);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DataColumnProperties p && m_content.equals(p.m_content);
    }

    @Override
    public int hashCode() {
        return m_content.hashCode();
    }

    @Override
    public String toString() {
        return m_content.toString();
    }
}
