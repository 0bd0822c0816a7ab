// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.message.Message;

/** Ends the execution of a node with a text for the user. */
public final class KNIMEException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message m_message;

    /** @param message the text */
    public KNIMEException(final String message) {
        this(message, null);
    }

    /**
     * @param message the text
     * @param cause the reason
     */
    public KNIMEException(final String message, final Throwable cause) {
        super(message, cause);
        m_message = Message.fromSummary(message == null ? "unknown reason" : message);
    }

    private KNIMEException(final Message message, final Throwable cause) {
        super(message.getSummary(), cause);
        m_message = message;
    }

    /**
     * @param message the text
     * @return the exception
     */
    public static KNIMEException of(final Message message) {
        return of(message, null);
    }

    /**
     * @param message the text
     * @param cause the reason
     * @return the exception
     */
    public static KNIMEException of(final Message message, final Throwable cause) {
        return new KNIMEException(message, cause);
    }

    /** @return the text for the user */
    public Message getKNIMEMessage() {
        return m_message;
    }

    /** @return an exception that need not be declared */
    public KNIMERuntimeException toUnchecked() {
        return new KNIMERuntimeException();
    }

    /** The enclosing exception where none can be declared. */
    public final class KNIMERuntimeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private KNIMERuntimeException() {
            super(KNIMEException.this.getMessage(), KNIMEException.this);
        }

        @Override
        public synchronized KNIMEException getCause() {
            return KNIMEException.this;
        }

        /** @return the text for the user */
        public Message getKNIMEMessage() {
            return m_message;
        }
    }
}
