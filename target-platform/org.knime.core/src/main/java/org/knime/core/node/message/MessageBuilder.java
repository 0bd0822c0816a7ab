// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.message;

import java.util.Optional;

/** Skeleton. */
public final class MessageBuilder {
    public Optional<String> getSummary() { throw new UnsupportedOperationException(); }
    public MessageBuilder withSummary(String summary) { throw new UnsupportedOperationException(); }
    public MessageBuilder addTextIssue(String description) { throw new UnsupportedOperationException(); }
    public MessageBuilder addRowIssue(int portIndex, int columnIndex, long rowIndex, String description) { throw new UnsupportedOperationException(); }
    public MessageBuilder addRowIssue(int portIndex, long rowIndex, String description) { throw new UnsupportedOperationException(); }
    public MessageBuilder addResolutions(String... res) { throw new UnsupportedOperationException(); }
    public Optional<String> getFirstIssue() { throw new UnsupportedOperationException(); }
    public long getIssueCount() { throw new UnsupportedOperationException(); }
    public Optional<Message> build() { throw new UnsupportedOperationException(); }
}
