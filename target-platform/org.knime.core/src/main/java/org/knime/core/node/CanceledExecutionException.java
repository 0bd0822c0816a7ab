// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.message.Message;

/** Ends the execution of a node that was canceled. */
public class CanceledExecutionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message m_message;

    /** Without text. */
    public CanceledExecutionException() {
        m_message = Message.fromSummary("Execution canceled");
    }

    /** @param s the text */
    public CanceledExecutionException(final String s) {
        super(s);
        m_message = Message.fromSummary(s);
    }

    /** @param message the text */
    public CanceledExecutionException(final Message message) {
        super(message.getSummary());
        m_message = message;
    }

    /** @return the text for the user */
    public Message getKNIMEMessage() {
        return m_message;
    }

    /** Asks whether the execution is canceled. */
    @FunctionalInterface
    public interface CancelChecker {

        /** @throws CanceledExecutionException if the execution is canceled */
        void checkCanceled() throws CanceledExecutionException;

        /**
         * @param exec is asked
         * @param skipEveryNInvocations every n-th time
         * @return a cheap check
         */
        static CancelChecker checkCanceledPeriodically(final ExecutionContext exec,
            final long skipEveryNInvocations) {
            final java.util.concurrent.atomic.AtomicLong count = new java.util.concurrent.atomic.AtomicLong();
            return () -> {
                if (count.incrementAndGet() % skipEveryNInvocations == 0) {
                    exec.checkCanceled();
                }
            };
        }
    }
}
