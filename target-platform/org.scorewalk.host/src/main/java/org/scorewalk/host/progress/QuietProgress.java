// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.progress;

import java.io.PrintStream;

/** Shows nothing but lines. */
public final class QuietProgress implements Progress {

    private final PrintStream m_out;

    /** @param out where the lines go */
    public QuietProgress(final PrintStream out) {
        m_out = out;
    }

    @Override
    public void started(final String node) {
        // nothing is shown
    }

    @Override
    public void at(final String node, final Double fraction, final String message) {
        // nothing is shown
    }

    @Override
    public void finished(final String node, final boolean executed, final String message) {
        // nothing is shown
    }

    @Override
    public void line(final String text) {
        m_out.println(text);
    }

    @Override
    public void close() {
        m_out.flush();
    }
}
