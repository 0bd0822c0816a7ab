// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** A leaf that holds a {@code long}. */
public final class ConfigLongEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final long m_value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigLongEntry(final String key, final long value) {
        super(ConfigEntries.xlong, key);
        m_value = value;
    }

    /**
     * @param key the key
     * @param value the value in its written form
     */
    public ConfigLongEntry(final String key, final String value) {
        this(key, Long.parseLong(value));
    }

    /** @return the value */
    public long getLong() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Long.toString(m_value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry ace) {
        return ace instanceof ConfigLongEntry e && m_value == e.m_value;
    }
}
