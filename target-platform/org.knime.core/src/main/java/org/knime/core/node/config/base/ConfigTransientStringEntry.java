// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.util.Objects;

/** A leaf that holds a text that is never stored. */
public final class ConfigTransientStringEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final transient String m_value;

    /**
     * @param key the key
     * @param value the value, may be null
     */
    public ConfigTransientStringEntry(final String key, final String value) {
        super(ConfigEntries.xtransientstring, key);
        m_value = value;
    }

    /** @return the value, may be null */
    String getTransientString() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return m_value;
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry ace) {
        return ace instanceof ConfigTransientStringEntry e && Objects.equals(m_value, e.m_value);
    }
}
