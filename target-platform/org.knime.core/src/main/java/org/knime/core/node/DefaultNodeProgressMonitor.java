// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.knime.core.node.workflow.NodeID;
import org.knime.core.node.workflow.NodeProgress;
import org.knime.core.node.workflow.NodeProgressEvent;
import org.knime.core.node.workflow.NodeProgressListener;

/**
 * The progress of a node. Listeners hear at most every 50 ms, on the thread that reports; texts given as suppliers are
 * asked only then or when someone reads them.
 */
public class DefaultNodeProgressMonitor implements NodeProgressMonitor {

    private static final long PACE_NANOS = 50_000_000;

    private static final NodeID NO_NODE = new NodeID(0);

    private final List<NodeProgressListener> m_listeners = new CopyOnWriteArrayList<>();

    private final AtomicLong m_lastNotified = new AtomicLong(System.nanoTime() - PACE_NANOS);

    private volatile boolean m_canceled;

    private Double m_progress;

    private final ProgressTexts m_texts = new ProgressTexts();

    /** No progress yet. */
    public DefaultNodeProgressMonitor() {
        // nothing is known
    }

    /** @param l hears of progress and messages */
    public DefaultNodeProgressMonitor(final NodeProgressListener l) {
        addProgressListener(l);
    }

    @Override
    public void reset() {
        m_canceled = false;
        synchronized (this) {
            m_progress = null;
            m_texts.clear();
        }
        notifyListeners(true);
    }

    /** @return whether the node shall stop */
    protected boolean isCanceled() {
        return m_canceled;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (m_canceled || Thread.currentThread().isInterrupted()) {
            throw new CanceledExecutionException("Execution canceled");
        }
    }

    @Override
    public void setExecuteCanceled() {
        m_canceled = true;
    }

    @Override
    public void setProgress(final double progress) {
        synchronized (this) {
            put(progress);
        }
        notifyListeners(false);
    }

    @Override
    public void setProgress(final double progress, final String message) {
        setProgress(progress, () -> message);
    }

    @Override
    public void setProgress(final double progress, final Supplier<String> message) {
        synchronized (this) {
            put(progress);
            m_texts.setMessage(message);
        }
        notifyListeners(false);
    }

    private void put(final double progress) {
        if (progress >= 0 && progress <= 1) {
            m_progress = progress;
        }
    }

    @Override
    public void setMessage(final String message) {
        setMessage(() -> message);
    }

    @Override
    public void setMessage(final Supplier<String> message) {
        m_texts.setMessage(message);
        notifyListeners(false);
    }

    @Override
    public void setProgress(final String message) {
        setMessage(message);
    }

    @Override
    public synchronized Double getProgress() {
        return m_progress;
    }

    @Override
    public String getMessage() {
        return m_texts.message();
    }

    @Override
    public List<String> getMessages() {
        return m_texts.all();
    }

    /**
     * Takes what a part did.
     *
     * @param before progress of the part before
     * @param now progress of the part
     * @param share of the part in the whole
     * @param messages of the part; null if it has nothing to say
     */
    synchronized void addPart(final double before, final double now, final double share,
        final Supplier<List<String>> messages) {
        final double sum = (m_progress == null ? 0 : m_progress) + (now - before) * share;
        put(sum > 1 && sum < 1 + 1e-9 ? 1 : sum); // rounding errors of many steps
        if (messages != null) {
            m_texts.setParts(messages);
        }
    }

    /** Tells the listeners if it is time, or in any case. */
    void notifyListeners(final boolean always) {
        if (m_listeners.isEmpty()) {
            return;
        }
        final long now = System.nanoTime();
        final long last = m_lastNotified.get();
        if (always || now - last >= PACE_NANOS && m_lastNotified.compareAndSet(last, now)) {
            final NodeProgressEvent event =
                new NodeProgressEvent(NO_NODE, new NodeProgress(getProgress(), String.join(" - ", getMessages())));
            m_listeners.forEach(l -> l.progressChanged(event));
        }
    }

    @Override
    public void addProgressListener(final NodeProgressListener l) {
        if (l != null) {
            m_listeners.add(l);
        }
    }

    @Override
    public void removeProgressListener(final NodeProgressListener l) {
        m_listeners.remove(l);
    }

    @Override
    public void removeAllProgressListener() {
        m_listeners.clear();
    }
}
