// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.io.Serializable;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Objects;

import javax.swing.tree.TreeNode;

/** One entry of a configuration: a typed leaf or a nested configuration. */
public abstract class AbstractConfigEntry implements Serializable, TreeNode {

    private static final long serialVersionUID = 1L;

    private final ConfigEntries m_type;

    private final String m_key;

    private AbstractConfigEntry m_parent;

    AbstractConfigEntry(final ConfigEntries type, final String key) {
        if (key == null) {
            throw new IllegalArgumentException("Config entry key must not be null.");
        }
        m_type = type;
        m_key = key;
    }

    /** @return the kind of entry */
    public final ConfigEntries getType() {
        return m_type;
    }

    /** @return the key */
    public final String getKey() {
        return m_key;
    }

    /** @return the value in its written form, null for a null text and for nested configurations */
    public abstract String toStringValue();

    /**
     * @param ace an entry of the same key and kind
     * @return whether its value is the same
     */
    abstract boolean hasIdenticalValue(AbstractConfigEntry ace);

    /**
     * @param ace another entry
     * @return whether key, kind and value are the same
     */
    public final boolean isIdentical(final AbstractConfigEntry ace) {
        return this == ace
            || ace != null && m_type == ace.m_type && m_key.equals(ace.m_key) && hasIdenticalValue(ace);
    }

    @Override
    public boolean equals(final Object o) {
        return o instanceof AbstractConfigEntry e && isIdentical(e);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_key, m_type);
    }

    @Override
    public String toString() {
        return m_key + "=" + toStringValue();
    }

    /** @param parent the configuration that holds this entry */
    public final void setParent(final AbstractConfigEntry parent) {
        m_parent = parent;
    }

    @Override
    public final TreeNode getParent() {
        return m_parent;
    }

    @Override
    public final boolean getAllowsChildren() {
        return !isLeaf();
    }

    @Override
    public boolean isLeaf() {
        return true;
    }

    @Override
    public TreeNode getChildAt(final int childIndex) {
        return null;
    }

    @Override
    public int getChildCount() {
        return 0;
    }

    @Override
    public int getIndex(final TreeNode node) {
        return -1;
    }

    @Override
    public Enumeration<TreeNode> children() {
        return Collections.emptyEnumeration();
    }
}
