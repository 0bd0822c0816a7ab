// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Ends the program with an exit code and one or more messages for the user. The messages are complete sentences; the
 * stack trace is only shown with {@code --debug}.
 */
public final class HostException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int m_exitCode;

    private final List<String> m_messages;

    /**
     * @param exitCode one of {@link ExitCode}
     * @param message what is wrong and what to do
     */
    public HostException(final int exitCode, final String message) {
        this(exitCode, List.of(message), null);
    }

    /**
     * @param exitCode one of {@link ExitCode}
     * @param message what is wrong and what to do
     * @param cause the technical reason
     */
    public HostException(final int exitCode, final String message, final Throwable cause) {
        this(exitCode, List.of(message), cause);
    }

    /**
     * @param exitCode one of {@link ExitCode}
     * @param messages what is wrong and what to do, one sentence or two each
     * @param cause the technical reason, may be null
     */
    public HostException(final int exitCode, final List<String> messages, final Throwable cause) {
        super(messages.stream().map(HostException::onOneLine).collect(Collectors.joining(System.lineSeparator())),
            cause);
        m_exitCode = exitCode;
        m_messages = messages.stream().map(HostException::onOneLine).toList();
    }

    /** Messages quote files: no line break or control sequence of theirs reaches the terminal. */
    private static String onOneLine(final String message) {
        return message.replaceAll("\\p{Cntrl}+", " ");
    }

    /**
     * @param message what is wrong with the command line
     * @return an exception with {@link ExitCode#USAGE}
     */
    public static HostException usage(final String message) {
        return new HostException(ExitCode.USAGE, message);
    }

    /**
     * @param message what is wrong with the workflow
     * @return an exception with {@link ExitCode#NOT_LOADABLE}
     */
    public static HostException notLoadable(final String message) {
        return new HostException(ExitCode.NOT_LOADABLE, message);
    }

    /** @return the exit code of the process */
    public int exitCode() {
        return m_exitCode;
    }

    /** @return the messages for the user */
    public List<String> messages() {
        return m_messages;
    }
}
