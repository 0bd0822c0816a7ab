// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.function.Supplier;

/** What long work reports to and asks whether to go on. */
public class ExecutionMonitor {

    private final NodeProgressMonitor m_progress;

    /** Reports to no one and is never canceled (but minds the thread's interrupt flag). */
    public ExecutionMonitor() {
        this(new DefaultNodeProgressMonitor());
    }

    /** @param progress takes the progress */
    public ExecutionMonitor(final NodeProgressMonitor progress) {
        if (progress == null) {
            throw new NullPointerException("Argument must not be null!");
        }
        m_progress = progress;
    }

    /** @return what takes the progress */
    public final NodeProgressMonitor getProgressMonitor() {
        return m_progress;
    }

    /** @throws CanceledExecutionException if canceled, or if the thread's interrupt flag is set (which stays set) */
    public void checkCanceled() throws CanceledExecutionException {
        m_progress.checkCanceled();
    }

    /** @param progress from 0 to 1; others are ignored */
    public void setProgress(final double progress) {
        m_progress.setProgress(progress);
    }

    /**
     * @param progress from 0 to 1; others are ignored
     * @param message may be null
     */
    public void setProgress(final double progress, final String message) {
        m_progress.setProgress(progress, message);
    }

    /**
     * @param progress from 0 to 1; others are ignored
     * @param messageSupplier is asked for the text when it is needed
     */
    public void setProgress(final double progress, final Supplier<String> messageSupplier) {
        m_progress.setProgress(progress, messageSupplier);
    }

    /** @param message may be null */
    public void setMessage(final String message) {
        m_progress.setMessage(message);
    }

    /** @param messageSupplier is asked for the text when it is needed */
    public void setMessage(final Supplier<String> messageSupplier) {
        m_progress.setMessage(messageSupplier);
    }

    /** @param message may be null */
    public void setProgress(final String message) {
        m_progress.setMessage(message);
    }

    /**
     * @param maxProg share of the part in the whole, from 0 to 1
     * @return takes the progress of a part, from 0 to 1
     */
    public ExecutionMonitor createSubProgress(final double maxProg) {
        return new ExecutionMonitor(part(maxProg, false));
    }

    /**
     * @param maxProg share of the part in the whole, from 0 to 1
     * @return takes the progress of a part, from 0 to 1, and drops its messages
     */
    public ExecutionMonitor createSilentSubProgress(final double maxProg) {
        return new ExecutionMonitor(part(maxProg, true));
    }

    /** @return takes progress, but never says that it is canceled */
    public ExecutionMonitor createNonCancelableSubProgress() {
        return new ExecutionMonitor(new PartProgressMonitor(m_progress, 1, false, false));
    }

    final NodeProgressMonitor part(final double maxProg, final boolean silent) {
        return new PartProgressMonitor(m_progress, maxProg, silent, true);
    }
}
