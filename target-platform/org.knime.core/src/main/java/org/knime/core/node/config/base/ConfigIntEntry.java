// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** A leaf that holds a {@code int}. */
public final class ConfigIntEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final int m_value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigIntEntry(final String key, final int value) {
        super(ConfigEntries.xint, key);
        m_value = value;
    }

    /**
     * @param key the key
     * @param value the value in its written form
     */
    public ConfigIntEntry(final String key, final String value) {
        this(key, Integer.parseInt(value));
    }

    /** @return the value */
    public int getInt() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Integer.toString(m_value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry ace) {
        return ace instanceof ConfigIntEntry e && m_value == e.m_value;
    }
}
