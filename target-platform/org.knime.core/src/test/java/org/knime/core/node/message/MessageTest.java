// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;

class MessageTest {

    @Test
    void aMessageIsBuiltOfItsParts() {
        assertThat(Message.builder().build()).isEmpty();
        final Message message = Message.builder().withSummary("sum").addRowIssue(0, 2, 5, "bad cell")
            .addTextIssue("more").addResolutions("do this").build().orElseThrow();
        assertThat(message.getSummary()).isEqualTo("sum");
        assertThat(message.getResolutions()).containsExactly("do this");
        assertThat(message.toLogPrintable()).contains("sum", "row 5", "column 2", "bad cell", "do this");
        assertThat(message.modify().build()).contains(message);
        assertThat(Message.builder().addTextIssue("only issue").build()).map(Message::getSummary)
            .contains("only issue");
    }

    @Test
    void aMessageSurvivesSettings() throws Exception {
        final Message message = Message.fromSummaryWithResolution("sum", "a", "b");
        final NodeSettings settings = new NodeSettings("m");
        message.saveTo(settings);
        assertThat(Message.load(settings)).contains(message);
        assertThat(Message.load(new NodeSettings("none"))).isEmpty();
    }

    @Test
    void exceptionsCarryTheMessage() {
        final Message message = Message.fromSummary("sum");
        assertThat(message.toKNIMEException()).hasMessage("sum");
        assertThat(message.toKNIMEException().getKNIMEMessage()).isEqualTo(message);
        assertThat(message.toInvalidSettingsException()).isInstanceOf(InvalidSettingsException.class)
            .hasMessage("sum");
        final KNIMEException e = KNIMEException.of(message, new IllegalStateException("why"));
        assertThat(e.toUnchecked()).hasMessage("sum").hasCause(e);
    }
}
