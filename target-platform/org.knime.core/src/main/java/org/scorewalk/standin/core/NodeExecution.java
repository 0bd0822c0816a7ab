// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.workflow.NodeProgressListener;
import org.knime.core.util.FileUtil;

/**
 * One execution of a node: its progress, its cancellation and everything that it makes on the way. Closing it closes
 * open containers and deletes every table and temporary file of the execution that no node holds as a result; it may be
 * closed at any time and more than once.
 */
public final class NodeExecution implements AutoCloseable {

    private final DefaultNodeProgressMonitor m_progress;

    private final ExecutionScope m_scope;

    private final ExecutionContext m_context;

    private Thread m_thread;

    private Path m_files;

    private boolean m_canceled;

    private boolean m_closed;

    private NodeExecution(final Path tempDirectory, final NodeProgressListener listener) {
        m_progress = new DefaultNodeProgressMonitor(listener);
        m_scope = new ExecutionScope(tempDirectory);
        m_context = NodeAccess.get().newContext(m_progress, m_scope);
    }

    /**
     * @param tempDirectory existing directory for what does not fit into memory
     * @param listener hears of the progress at most every 50 ms, on the threads that report it; may be null
     * @return a new execution
     */
    public static NodeExecution open(final Path tempDirectory, final NodeProgressListener listener) {
        return new NodeExecution(tempDirectory, listener);
    }

    /** @return what the node gets */
    public ExecutionContext context() {
        return m_context;
    }

    /** @return the progress of the whole node */
    public NodeProgressMonitor progress() {
        return m_progress;
    }

    /** Makes every check for cancellation fail and interrupts the thread that executes the node, from any thread. */
    public synchronized void cancel() {
        m_canceled = true;
        m_progress.setExecuteCanceled();
        if (m_thread != null) {
            m_thread.interrupt();
        }
    }

    /** @return whether {@link #cancel()} was called */
    public synchronized boolean isCanceled() {
        return m_canceled;
    }

    /** From now on this thread executes. */
    synchronized void begin() {
        if (m_closed) {
            throw new IllegalStateException("The execution is closed.");
        }
        m_thread = Thread.currentThread();
    }

    /** This thread executes no more; an interrupt by {@link #cancel()} has done its work. */
    void end() {
        synchronized (this) {
            m_thread = null;
            if (m_canceled) {
                Thread.interrupted(); // NOSONAR it was meant for the node
            }
        }
        NodeAccess.get().tellListeners(m_progress);
    }

    synchronized Path files() throws IOException {
        if (m_closed) {
            throw new IOException("The execution has ended.");
        }
        if (m_files == null) {
            m_files = Files.createTempDirectory(m_scope.tempDirectory(), "files");
        }
        return m_files;
    }

    @Override
    public void close() {
        final Path files;
        synchronized (this) {
            m_closed = true;
            files = m_files;
            m_files = null;
        }
        m_scope.close();
        if (files != null) {
            FileUtil.deleteRecursively(files.toFile());
        }
    }
}
