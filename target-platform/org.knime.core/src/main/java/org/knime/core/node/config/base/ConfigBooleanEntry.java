// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** A leaf that holds a {@code boolean}. */
public final class ConfigBooleanEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final boolean m_value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigBooleanEntry(final String key, final boolean value) {
        super(ConfigEntries.xboolean, key);
        m_value = value;
    }

    /**
     * @param key the key
     * @param value the value in its written form
     */
    public ConfigBooleanEntry(final String key, final String value) {
        this(key, toBoolean(value));
    }

    private static boolean toBoolean(final String value) {
        if ("true".equalsIgnoreCase(value)) {
            return true;
        }
        if ("false".equalsIgnoreCase(value)) {
            return false;
        }
        throw new IllegalArgumentException("Neither true nor false: \"" + value + "\"");
    }

    /** @return the value */
    public boolean getBoolean() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Boolean.toString(m_value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry ace) {
        return ace instanceof ConfigBooleanEntry e && m_value == e.m_value;
    }
}
