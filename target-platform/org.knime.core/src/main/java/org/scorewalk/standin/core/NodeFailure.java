// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Tells that a node cannot be configured or executed. The message is what KNIME shows at the node. */
public final class NodeFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private static final String CANCELED = "Execution canceled";

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

    static NodeFailure ofConfigure(final Throwable e) {
        if (e instanceof InvalidSettingsException) {
            return new NodeFailure(e.getMessage(), e, true);
        }
        return new NodeFailure("Configure failed (" + e.getClass().getSimpleName() + "): " + e.getMessage(), e, false);
    }

    /**
     * @param e what the node threw
     * @param canceled whether the execution was canceled, in which case the node may have thrown anything
     * @return the failure
     * @throws CanceledExecutionException if it is none
     */
    static NodeFailure ofExecute(final Throwable e, final boolean canceled) throws CanceledExecutionException {
        if (e instanceof CanceledExecutionException c) {
            throw c.getMessage() == null ? new CanceledExecutionException(CANCELED) : c;
        }
        if (canceled || e instanceof InterruptedException) {
            final CanceledExecutionException c = new CanceledExecutionException(CANCELED);
            c.initCause(e);
            throw c;
        }
        if (e instanceof NodeFailure f) {
            return f;
        }
        if (e instanceof KNIMEException k) {
            return new NodeFailure(k.getKNIMEMessage().getSummary(), e, true);
        }
        if (e instanceof KNIMEException.KNIMERuntimeException k) {
            return new NodeFailure(k.getKNIMEMessage().getSummary(), e, true);
        }
        if (e instanceof InvalidSettingsException) {
            return new NodeFailure(e.getMessage(), e, true);
        }
        final String text = e.getMessage() == null || e.getMessage().isEmpty()
            ? "(\"" + e.getClass().getSimpleName() + "\"): " + e.getMessage() : e.getMessage();
        return new NodeFailure("Execute failed: " + text, e, false);
    }
}
