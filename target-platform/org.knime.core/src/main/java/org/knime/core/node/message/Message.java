// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.message;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.config.base.ConfigBaseRO;
import org.knime.core.node.config.base.ConfigBaseWO;

/** A text for the user: what happened, where, and what can be done. */
public final class Message {

    private static final String SUMMARY = "summary";

    private static final String ISSUES = "issues";

    private static final String RESOLUTIONS = "resolutions";

    private final String m_summary;

    private final List<String> m_issues;

    private final List<String> m_resolutions;

    Message(final String summary, final List<String> issues, final List<String> resolutions) {
        m_summary = summary;
        m_issues = List.copyOf(issues);
        m_resolutions = List.copyOf(resolutions);
    }

    /** @return an empty message to be filled */
    public static MessageBuilder builder() {
        return new MessageBuilder();
    }

    /**
     * @param summary what happened
     * @return the message
     */
    public static Message fromSummary(final String summary) {
        return new Message(summary, List.of(), List.of());
    }

    /**
     * @param summary what happened
     * @param res what can be done
     * @return the message
     */
    public static Message fromSummaryWithResolution(final String summary, final String... res) {
        return new Message(summary, List.of(), List.of(res));
    }

    /**
     * @param message may be null
     * @return what happened, null if there is no message
     */
    public static String getSummaryFrom(final Message message) {
        return message == null ? null : message.getSummary();
    }

    /** @return what happened */
    public String getSummary() {
        return m_summary;
    }

    /** @return what can be done */
    public List<String> getResolutions() {
        return m_resolutions;
    }

    /** @return all parts on lines of their own */
    public String toLogPrintable() {
        return java.util.stream.Stream
            .of(List.of(m_summary), m_issues, m_resolutions.stream().map(r -> "Possible resolution: " + r).toList())
            .flatMap(List::stream).collect(Collectors.joining("\n"));
    }

    /** @return an exception with this message */
    public InvalidSettingsException toInvalidSettingsException() {
        return new InvalidSettingsException(m_summary);
    }

    /** @return an exception with this message */
    public KNIMEException toKNIMEException() {
        return KNIMEException.of(this);
    }

    /** @return this message, to be changed */
    public MessageBuilder modify() {
        final MessageBuilder builder = builder().withSummary(m_summary);
        m_issues.forEach(builder::addTextIssue);
        return builder.addResolutions(m_resolutions.toArray(String[]::new));
    }

    /**
     * Writes the message.
     *
     * @param config takes it
     */
    public void saveTo(final ConfigBaseWO config) {
        config.addString(SUMMARY, m_summary);
        config.addStringArray(ISSUES, m_issues.toArray(String[]::new));
        config.addStringArray(RESOLUTIONS, m_resolutions.toArray(String[]::new));
    }

    /**
     * @param config what {@link #saveTo(ConfigBaseWO)} wrote
     * @return the message, if there is one
     * @throws InvalidSettingsException if it cannot be read
     */
    public static Optional<Message> load(final ConfigBaseRO config) throws InvalidSettingsException {
        if (!config.containsKey(SUMMARY)) {
            return Optional.empty();
        }
        final ConfigBase all = (ConfigBase)config;
        return Optional.of(new Message(all.getString(SUMMARY), List.of(all.getStringArray(ISSUES)),
            List.of(all.getStringArray(RESOLUTIONS))));
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof Message m && Objects.equals(m_summary, m.m_summary) && m_issues.equals(m.m_issues)
            && m_resolutions.equals(m.m_resolutions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_summary, m_issues, m_resolutions);
    }

    @Override
    public String toString() {
        return m_summary;
    }
}
