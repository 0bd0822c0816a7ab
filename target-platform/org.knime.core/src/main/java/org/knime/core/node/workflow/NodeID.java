// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.io.Serializable;
import java.util.Objects;

/** The address of a node: its number within its workflow and the address of the workflow. */
public class NodeID implements Serializable, Comparable<NodeID> {

    /** The workflow that holds all others. */
    public static final NodeID ROOTID = new NodeID(0);

    private static final long serialVersionUID = 1L;

    private final NodeID m_prefix;

    private final int m_index;

    /** @param i number of a workflow at the top */
    public NodeID(final int i) {
        m_prefix = null;
        m_index = i;
    }

    /**
     * @param prefix the workflow
     * @param ix the number in it, not negative
     */
    public NodeID(final NodeID prefix, final int ix) {
        if (ix < 0) {
            throw new IllegalArgumentException("Node index must not be negative: " + ix);
        }
        m_prefix = Objects.requireNonNull(prefix);
        m_index = ix;
    }

    @Override
    public int compareTo(final NodeID o) {
        final int byPrefix;
        if (m_prefix == null || o.m_prefix == null) {
            byPrefix = m_prefix == o.m_prefix ? 0 : m_prefix == null ? -1 : 1;
        } else {
            byPrefix = m_prefix.compareTo(o.m_prefix);
        }
        return byPrefix != 0 ? byPrefix : Integer.compare(m_index, o.m_index);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof NodeID other && m_index == other.m_index && Objects.equals(m_prefix, other.m_prefix);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_prefix, m_index);
    }

    @Override
    public String toString() {
        return m_prefix == null ? Integer.toString(m_index) : m_prefix + ":" + m_index;
    }
}
