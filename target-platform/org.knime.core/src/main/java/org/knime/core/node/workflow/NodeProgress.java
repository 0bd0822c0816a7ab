// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

/** How far a node got, and what it says. */
public final class NodeProgress {

    private final Double m_progress;

    private final String m_message;

    /**
     * @param progress between 0 and 1, null if unknown
     * @param message the text, may be null
     */
    public NodeProgress(final Double progress, final String message) {
        m_progress = progress;
        m_message = message;
    }

    /** @return between 0 and 1, or null */
    public Double getProgress() {
        return m_progress;
    }

    /** @return the text or null */
    public String getMessage() {
        return m_message;
    }

    @Override
    public String toString() {
        return "Progress: " + m_progress + ", message: " + m_message;
    }
}
