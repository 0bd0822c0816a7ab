// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

/** Tells that a node cannot be configured or executed. The message is what KNIME shows at the node. */
public final class NodeFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean m_expected;

    NodeFailure(final String message, final Throwable cause, final boolean expected) {
        super(message, cause);
        m_expected = expected;
    }

    /**
     * @return true if the node itself refused with a text for the user; false if something broke, so that the cause is
     *         worth logging with its stack trace
     */
    public boolean isExpected() {
        return m_expected;
    }
}
