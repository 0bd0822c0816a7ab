// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** A leaf that holds a {@code float}. */
public final class ConfigFloatEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final float m_value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigFloatEntry(final String key, final float value) {
        super(ConfigEntries.xfloat, key);
        m_value = value;
    }

    /**
     * @param key the key
     * @param value the value in its written form
     */
    public ConfigFloatEntry(final String key, final String value) {
        this(key, Float.parseFloat(value));
    }

    /** @return the value */
    public float getFloat() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Float.toString(m_value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry ace) {
        return ace instanceof ConfigFloatEntry e && Float.compare(m_value, e.m_value) == 0;
    }
}
