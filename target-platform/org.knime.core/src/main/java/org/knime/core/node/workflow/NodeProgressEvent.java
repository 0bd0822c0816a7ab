// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.EventObject;

/** Tells that the progress of a node changed. */
public class NodeProgressEvent extends EventObject {

    private static final long serialVersionUID = 1L;

    private final transient NodeProgress m_progress;

    /**
     * @param src the node
     * @param progress its progress
     */
    public NodeProgressEvent(final NodeID src, final NodeProgress progress) {
        super(src);
        m_progress = progress;
    }

    @Override
    public NodeID getSource() {
        return (NodeID)super.getSource();
    }

    /** @return the state when the event was made */
    public NodeProgress getNodeProgress() {
        return m_progress;
    }
}
