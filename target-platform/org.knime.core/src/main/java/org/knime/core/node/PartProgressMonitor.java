// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.List;
import java.util.function.Supplier;

import org.knime.core.node.workflow.NodeProgressListener;

/** The progress of a part of the work: what it gains is added to the whole by its share. */
final class PartProgressMonitor implements NodeProgressMonitor {

    private final NodeProgressMonitor m_parent;

    private final double m_share;

    private final boolean m_silent;

    private final boolean m_cancelable;

    private final ProgressTexts m_texts = new ProgressTexts();

    private double m_progress;

    PartProgressMonitor(final NodeProgressMonitor parent, final double share, final boolean silent,
        final boolean cancelable) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("Invalid sub progress size: " + share);
        }
        m_parent = parent;
        m_share = share;
        m_silent = silent;
        m_cancelable = cancelable;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (m_cancelable) {
            m_parent.checkCanceled();
        }
    }

    @Override
    public void setExecuteCanceled() {
        m_parent.setExecuteCanceled();
    }

    @Override
    public void setProgress(final double progress) {
        gain(progress, null);
    }

    @Override
    public void setProgress(final double progress, final String message) {
        gain(progress, () -> message);
    }

    @Override
    public void setProgress(final double progress, final Supplier<String> message) {
        gain(progress, message);
    }

    @Override
    public void setMessage(final String message) {
        setMessage(() -> message);
    }

    @Override
    public void setMessage(final Supplier<String> message) {
        gain(Double.NaN, message);
    }

    @Override
    public void setProgress(final String message) {
        setMessage(message);
    }

    private void gain(final double progress, final Supplier<String> message) {
        final double before;
        final double now;
        synchronized (this) {
            before = m_progress;
            now = progress >= 0 && progress <= 1 ? progress : before;
            m_progress = now;
            if (message != null) {
                m_texts.setMessage(message);
            }
        }
        tell(before, now, message != null);
    }

    private void tell(final double before, final double now, final boolean hasMessage) {
        final Supplier<List<String>> messages = hasMessage && !m_silent ? this::getMessages : null;
        if (m_parent instanceof DefaultNodeProgressMonitor root) {
            root.addPart(before, now, m_share, messages);
            root.notifyListeners(false);
        } else if (m_parent instanceof PartProgressMonitor part) {
            part.addPart(before, now, m_share, messages);
        } else {
            final Double whole = m_parent.getProgress();
            m_parent.setProgress((whole == null ? 0 : whole) + (now - before) * m_share);
        }
    }

    private void addPart(final double partBefore, final double partNow, final double share,
        final Supplier<List<String>> messages) {
        final double before;
        final double now;
        synchronized (this) {
            before = m_progress;
            final double sum = before + (partNow - partBefore) * share;
            now = sum >= 0 && sum <= 1 ? sum : sum > 1 && sum < 1 + 1e-9 ? 1 : before;
            m_progress = now;
            if (messages != null) {
                m_texts.setParts(messages);
            }
        }
        tell(before, now, messages != null);
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

    @Override
    public void reset() {
        gain(0, () -> null);
    }

    @Override
    public void addProgressListener(final NodeProgressListener l) {
        throw new UnsupportedOperationException("Listen to the progress of the whole.");
    }

    @Override
    public void removeProgressListener(final NodeProgressListener l) {
        // none can be there
    }

    @Override
    public void removeAllProgressListener() {
        // none can be there
    }
}
