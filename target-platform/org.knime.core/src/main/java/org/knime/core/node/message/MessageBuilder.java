// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the parts of a message. */
public final class MessageBuilder {

    private static final int MAX_ISSUES = 10;

    private final List<String> m_issues = new ArrayList<>();

    private final List<String> m_resolutions = new ArrayList<>();

    private String m_summary;

    private long m_issueCount;

    MessageBuilder() {
        // made by Message
    }

    static String rowIssue(final int port, final int column, final long row, final String description) {
        return "Input " + port + ", row " + row + (column < 0 ? "" : ", column " + column) + ": " + description;
    }

    /**
     * @param summary what happened
     * @return this
     */
    public MessageBuilder withSummary(final String summary) {
        m_summary = summary;
        return this;
    }

    /**
     * @param description something that is wrong; only the first few are kept
     * @return this
     */
    public MessageBuilder addTextIssue(final String description) {
        m_issueCount++;
        if (m_issues.size() < MAX_ISSUES) {
            m_issues.add(description);
        }
        return this;
    }

    /**
     * @param portIndex index of an input
     * @param columnIndex index of a column
     * @param rowIndex index of a row
     * @param description what is wrong there
     * @return this
     */
    public MessageBuilder addRowIssue(final int portIndex, final int columnIndex, final long rowIndex,
        final String description) {
        return addTextIssue(rowIssue(portIndex, columnIndex, rowIndex, description));
    }

    /**
     * @param res what can be done
     * @return this
     */
    public MessageBuilder addResolutions(final String... res) {
        m_resolutions.addAll(List.of(res));
        return this;
    }

    /** @return the message; empty if nothing happened */
    public Optional<Message> build() {
        if (m_summary == null && m_issues.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Message(m_summary == null ? m_issues.get(0) : m_summary, m_issues, m_resolutions));
    }
}
