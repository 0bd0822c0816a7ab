// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.message;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.config.base.ConfigBaseRO;
import org.knime.core.node.config.base.ConfigBaseWO;

/** Skeleton. */
public final class Message {
    public String getSummary() { throw new UnsupportedOperationException(); }
    public List<String> getResolutions() { throw new UnsupportedOperationException(); }
    public String toLogPrintable() { throw new UnsupportedOperationException(); }
    public InvalidSettingsException toInvalidSettingsException() { throw new UnsupportedOperationException(); }
    public InvalidSettingsException toInvalidSettingsException(Throwable cause) { throw new UnsupportedOperationException(); }
    public KNIMEException toKNIMEException() { throw new UnsupportedOperationException(); }
    public KNIMEException toKNIMEException(Throwable cause) { throw new UnsupportedOperationException(); }
    public static String getSummaryFrom(Message message) { throw new UnsupportedOperationException(); }
    public void saveTo(ConfigBaseWO config) { throw new UnsupportedOperationException(); }
    public static Optional<Message> load(ConfigBaseRO config) throws InvalidSettingsException { throw new UnsupportedOperationException(); }
    public String toString() { throw new UnsupportedOperationException(); }
    public boolean equals(Object obj) { throw new UnsupportedOperationException(); }
    public int hashCode() { throw new UnsupportedOperationException(); }
    public MessageBuilder modify() { throw new UnsupportedOperationException(); }
    public static Message fromSummary(String summary) { throw new UnsupportedOperationException(); }
    public static Message fromSummaryWithResolution(String summary, String... res) { throw new UnsupportedOperationException(); }
    public static Message fromRowIssue(String summary, int portIndex, long row, int column, String description) { throw new UnsupportedOperationException(); }
}
