// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.List;
import java.util.function.Supplier;
import org.knime.core.node.workflow.NodeProgressListener;

/** Skeleton. */
public class DefaultNodeProgressMonitor implements NodeProgressMonitor {
    public DefaultNodeProgressMonitor() { throw new UnsupportedOperationException(); }
    public DefaultNodeProgressMonitor(NodeProgressListener l) { throw new UnsupportedOperationException(); }
    public void reset() { throw new UnsupportedOperationException(); }
    protected boolean isCanceled() { throw new UnsupportedOperationException(); }
    public void checkCanceled() throws CanceledExecutionException { throw new UnsupportedOperationException(); }
    public void setExecuteCanceled() { throw new UnsupportedOperationException(); }
    public void setProgress(double progress, String message) { throw new UnsupportedOperationException(); }
    public void setProgress(double progress, Supplier<String> message) { throw new UnsupportedOperationException(); }
    public void setProgress(double progress) { throw new UnsupportedOperationException(); }
    public void setMessage(String message) { throw new UnsupportedOperationException(); }
    public void setMessage(Supplier<String> message) { throw new UnsupportedOperationException(); }
    public void setProgress(String message) { throw new UnsupportedOperationException(); }
    public Double getProgress() { throw new UnsupportedOperationException(); }
    public String getMessage() { throw new UnsupportedOperationException(); }
    public List<String> getMessages() { throw new UnsupportedOperationException(); }
    public void addProgressListener(NodeProgressListener l) { throw new UnsupportedOperationException(); }
    public void removeProgressListener(NodeProgressListener l) { throw new UnsupportedOperationException(); }
    public void removeAllProgressListener() { throw new UnsupportedOperationException(); }
}
