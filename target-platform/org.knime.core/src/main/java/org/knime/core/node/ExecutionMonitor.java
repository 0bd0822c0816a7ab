// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.function.Supplier;

/** Skeleton. */
public class ExecutionMonitor {
    public ExecutionMonitor() { throw new UnsupportedOperationException(); }
    public ExecutionMonitor(NodeProgressMonitor progress) { throw new UnsupportedOperationException(); }
    public final NodeProgressMonitor getProgressMonitor() { throw new UnsupportedOperationException(); }
    public void checkCanceled() throws CanceledExecutionException { throw new UnsupportedOperationException(); }
    public void setProgress(double progress) { throw new UnsupportedOperationException(); }
    public void setProgress(double progress, String message) { throw new UnsupportedOperationException(); }
    public void setProgress(double progress, Supplier<String> messageSupplier) { throw new UnsupportedOperationException(); }
    public void setMessage(String message) { throw new UnsupportedOperationException(); }
    public void setMessage(Supplier<String> messageSupplier) { throw new UnsupportedOperationException(); }
    public void setProgress(String message) { throw new UnsupportedOperationException(); }
    public ExecutionMonitor createSubProgress(double maxProg) { throw new UnsupportedOperationException(); }
    public ExecutionMonitor createSilentSubProgress(double maxProg) { throw new UnsupportedOperationException(); }
    public ExecutionMonitor createNonCancelableSubProgress() { throw new UnsupportedOperationException(); }
}
