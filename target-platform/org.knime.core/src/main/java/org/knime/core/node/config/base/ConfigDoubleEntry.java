// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** A leaf that holds a {@code double}. */
public final class ConfigDoubleEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final double m_value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigDoubleEntry(final String key, final double value) {
        super(ConfigEntries.xdouble, key);
        m_value = value;
    }

    /**
     * @param key the key
     * @param value the value in its written form
     */
    public ConfigDoubleEntry(final String key, final String value) {
        this(key, Double.parseDouble(value));
    }

    /** @return the value */
    public double getDouble() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Double.toString(m_value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry ace) {
        return ace instanceof ConfigDoubleEntry e && Double.compare(m_value, e.m_value) == 0;
    }
}
