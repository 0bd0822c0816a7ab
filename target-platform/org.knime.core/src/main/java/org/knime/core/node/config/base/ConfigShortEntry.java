// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** A leaf that holds a {@code short}. */
public final class ConfigShortEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final short m_value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigShortEntry(final String key, final short value) {
        super(ConfigEntries.xshort, key);
        m_value = value;
    }

    /**
     * @param key the key
     * @param value the value in its written form
     */
    public ConfigShortEntry(final String key, final String value) {
        this(key, Short.parseShort(value));
    }

    /** @return the value */
    public short getShort() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Short.toString(m_value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry ace) {
        return ace instanceof ConfigShortEntry e && m_value == e.m_value;
    }
}
