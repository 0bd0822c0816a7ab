// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import java.nio.file.Path;

import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.workflow.NodeProgressListener;

/**
 * One execution of a node: its progress, its cancellation and everything that it makes on the way. Closing it closes
 * open containers and deletes every table and temporary file of the execution that no node holds as a result; it may be
 * closed at any time and more than once.
 */
public final class NodeExecution implements AutoCloseable {

    private NodeExecution() {
    }

    /**
     * @param tempDirectory existing directory for what does not fit into memory
     * @param listener hears of the progress, on the threads that report it; may be null
     * @return a new execution
     */
    public static NodeExecution open(final Path tempDirectory, final NodeProgressListener listener) {
        throw new UnsupportedOperationException();
    }

    /** @return what the node gets */
    public ExecutionContext context() {
        throw new UnsupportedOperationException();
    }

    /** @return the progress of the whole node */
    public NodeProgressMonitor progress() {
        throw new UnsupportedOperationException();
    }

    /** Makes every check for cancellation fail and interrupts the thread that executes the node, from any thread. */
    public void cancel() {
        throw new UnsupportedOperationException();
    }

    /** @return whether {@link #cancel()} was called */
    public boolean isCanceled() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
