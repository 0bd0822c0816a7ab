// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.progress;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import me.tongfei.progressbar.InteractiveConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;

/** One moving line a node, for terminals. */
public final class BarProgress implements Progress {

    private static final int STEPS = 1000;

    private static final int BAR = 20;

    private static final int INTERVAL_MILLIS = 200;

    private final PrintStream m_out;

    private final int m_width;

    private final int m_nameWidth;

    private final Map<String, ProgressBar> m_bars = new LinkedHashMap<>();

    private final List<String> m_lines = new ArrayList<>();

    /**
     * @param out the terminal
     * @param width its columns
     * @param nameWidth length of the longest label, so that the bars stand below each other
     */
    public BarProgress(final PrintStream out, final int width, final int nameWidth) {
        m_out = out;
        m_width = width;
        m_nameWidth = Math.min(nameWidth, width / 2);
    }

    @Override
    public synchronized void started(final String node) {
        m_bars.put(node, new ProgressBarBuilder().setTaskName(node).setInitialMax(STEPS)
            .setUpdateIntervalMillis(INTERVAL_MILLIS)
            .setConsumer(new InteractiveConsoleProgressBarConsumer(m_out, m_width)).setRenderer(this::render).build());
    }

    @Override
    public synchronized void at(final String node, final Double fraction, final String message) {
        final ProgressBar bar = m_bars.get(node);
        if (bar != null) {
            if (fraction != null) {
                bar.stepTo(Math.round(fraction * STEPS));
            }
            bar.setExtraMessage(Progress.describe(fraction, message, bar.getTotalElapsed().toMillis() / 1e3));
        }
    }

    @Override
    public synchronized void finished(final String node, final boolean executed, final String message) {
        final ProgressBar bar = m_bars.remove(node);
        if (bar == null) {
            line(node + ": " + message);
            return;
        }
        if (executed) {
            bar.stepTo(STEPS);
        }
        bar.setExtraMessage(message);
        bar.close();
    }

    @Override
    public synchronized void line(final String text) {
        if (m_bars.isEmpty()) {
            m_out.println(text);
        } else {
            m_lines.add(text); // a line between moving bars would tear them apart
        }
    }

    @Override
    public synchronized void close() {
        m_bars.values().forEach(ProgressBar::close);
        m_bars.clear();
        m_lines.forEach(m_out::println);
        m_lines.clear();
        m_out.flush();
    }

    private String render(final ProgressState state, final int maxLength) {
        final String name = state.getTaskName();
        final int done = (int)Math.round(BAR * state.getNormalizedProgress());
        final String text = (name.length() > m_nameWidth ? name.substring(0, m_nameWidth - 1) + "…"
            : name + " ".repeat(m_nameWidth - name.length())) + " [" + "=".repeat(done) + " ".repeat(BAR - done) + "] "
            + (state.getExtraMessage() == null ? "" : state.getExtraMessage());
        final int space = Math.max(1, Math.min(maxLength, m_width) - 1);
        // blanks cover what a longer text left on the line
        return text.length() <= space ? text + " ".repeat(space - text.length()) : text.substring(0, space - 1) + "…";
    }
}
