// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.message.Message;

/** Skeleton. */
public final class KNIMEException extends Exception {
    public KNIMEException(String message, Throwable cause) { throw new UnsupportedOperationException(); }
    public KNIMEException(String message) { throw new UnsupportedOperationException(); }
    public Message getKNIMEMessage() { throw new UnsupportedOperationException(); }
    public static KNIMEException of(Message message) { throw new UnsupportedOperationException(); }
    public static KNIMEException of(Message message, Throwable cause) { throw new UnsupportedOperationException(); }
    public KNIMERuntimeException toUnchecked() { throw new UnsupportedOperationException(); }
    public final class KNIMERuntimeException extends RuntimeException {
        public KNIMEException getCause() { throw new UnsupportedOperationException(); }
        public Message getKNIMEMessage() { throw new UnsupportedOperationException(); }
    }
}
