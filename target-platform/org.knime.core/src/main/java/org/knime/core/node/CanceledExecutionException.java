// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.message.Message;

/** Skeleton. */
public class CanceledExecutionException extends Exception {
    public CanceledExecutionException() { throw new UnsupportedOperationException(); }
    public CanceledExecutionException(String s) { throw new UnsupportedOperationException(); }
    public CanceledExecutionException(Message message) { throw new UnsupportedOperationException(); }
    public Message getKNIMEMessage() { throw new UnsupportedOperationException(); }
    @FunctionalInterface public interface CancelChecker {
        void checkCanceled() throws CanceledExecutionException;
        public static CancelChecker checkCanceledPeriodically(ExecutionContext exec) { throw new UnsupportedOperationException(); }
        public static CancelChecker checkCanceledPeriodically(ExecutionContext exec, long skipEveryNInvocations) { throw new UnsupportedOperationException(); }
        public static CancelChecker checkCanceledPeriodicallyWithProgress(ExecutionContext exec, long executeEveryNthInvocation, long targetInvocations) { throw new UnsupportedOperationException(); }
    }
}
