// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.List;
import java.util.function.Supplier;

import org.knime.core.node.workflow.NodeProgressListener;

/** How far a node got, and whether it shall stop. */
public interface NodeProgressMonitor {

    /** @throws CanceledExecutionException if the node shall stop */
    void checkCanceled() throws CanceledExecutionException;

    /** @param progress from 0 to 1; others are ignored */
    void setProgress(double progress);

    /** @return from 0 to 1, null if not known */
    Double getProgress();

    /**
     * @param progress from 0 to 1; others are ignored
     * @param message may be null
     */
    void setProgress(double progress, String message);

    /**
     * @param progress from 0 to 1; others are ignored
     * @param message is asked for the text when it is needed
     */
    default void setProgress(final double progress, final Supplier<String> message) {
        setProgress(progress, message.get());
    }

    /** @param message may be null */
    void setMessage(String message);

    /** @param message is asked for the text when it is needed */
    default void setMessage(final Supplier<String> message) {
        setMessage(message.get());
    }

    /** @param message may be null */
    void setProgress(String message);

    /** @return the text, may be null */
    String getMessage();

    /** @return the text and those of the parts that are being worked on */
    default List<String> getMessages() {
        final String message = getMessage();
        return message == null ? List.of() : List.of(message);
    }

    /** Makes the node stop at its next check. */
    void setExecuteCanceled();

    /** Forgets progress, message and that the node shall stop. */
    void reset();

    /** @param l hears of progress and messages */
    void addProgressListener(NodeProgressListener l);

    /** @param l hears no more */
    void removeProgressListener(NodeProgressListener l);

    /** No one hears any more. */
    void removeAllProgressListener();
}
