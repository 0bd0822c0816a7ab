// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** A leaf that holds a {@code char}. */
public final class ConfigCharEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final char m_value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigCharEntry(final String key, final char value) {
        super(ConfigEntries.xchar, key);
        m_value = value;
    }

    /**
     * @param key the key
     * @param value the value in its written form
     */
    public ConfigCharEntry(final String key, final String value) {
        this(key, toChar(value));
    }

    private static char toChar(final String value) {
        if (value.length() != 1) {
            throw new IllegalArgumentException("Not a single character: \"" + value + "\"");
        }
        return value.charAt(0);
    }

    /** @return the value */
    public char getChar() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Character.toString(m_value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry ace) {
        return ace instanceof ConfigCharEntry e && m_value == e.m_value;
    }
}
