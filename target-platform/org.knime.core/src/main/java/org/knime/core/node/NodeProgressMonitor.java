// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.List;
import java.util.function.Supplier;
import org.knime.core.node.workflow.NodeProgressListener;

/** Skeleton. */
public interface NodeProgressMonitor {
    void checkCanceled() throws CanceledExecutionException;
    void setProgress(double progress);
    Double getProgress();
    void setProgress(double progress, String message);
    default void setProgress(double progress, Supplier<String> message) { throw new UnsupportedOperationException(); }
    void setMessage(String message);
    default void setMessage(Supplier<String> message) { throw new UnsupportedOperationException(); }
    void setProgress(String message);
    String getMessage();
    default List<String> getMessages() { throw new UnsupportedOperationException(); }
    void setExecuteCanceled();
    void reset();
    void addProgressListener(NodeProgressListener l);
    void removeProgressListener(NodeProgressListener l);
    void removeAllProgressListener();
}
