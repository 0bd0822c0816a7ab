// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/** The log. Goes to the logger of the Java platform, under the name that the log was asked for. */
public final class NodeLogger {

    private static final String CODING_PREFIX = "CODING PROBLEM\t";

    /** How much a message matters. */
    public enum LEVEL {
        /** For those who look for errors. */
        DEBUG,
        /** For information. */
        INFO,
        /** What may be wrong. */
        WARN,
        /** What went wrong. */
        ERROR,
        /** What ends the program. */
        FATAL,
        /** Everything. */
        ALL,
        /** Nothing. */
        OFF;
    }

    private final Logger m_logger;

    private NodeLogger(final Logger logger) {
        m_logger = logger;
    }

    /**
     * @param c the class that writes
     * @return its log
     */
    public static NodeLogger getLogger(final Class<?> c) {
        return getLogger(c.getName());
    }

    /**
     * @param s name of what writes
     * @return its log
     */
    public static NodeLogger getLogger(final String s) {
        return new NodeLogger(System.getLogger(s));
    }

    private void log(final Level level, final Object message, final Throwable reason) {
        if (m_logger.isLoggable(level)) {
            final Object text = message instanceof Supplier<?> s ? s.get() : message;
            m_logger.log(level, String.valueOf(text), reason);
        }
    }

    /** @param o a text for those who look for errors */
    public void debug(final Object o) {
        log(Level.DEBUG, o, null);
    }

    /**
     * @param o a text for those who look for errors
     * @param t the reason
     */
    public void debug(final Object o, final Throwable t) {
        log(Level.DEBUG, o, t);
    }

    /** @param o a text for information */
    public void info(final Object o) {
        log(Level.INFO, o, null);
    }

    /**
     * @param o a text for information
     * @param t the reason
     */
    public void info(final Object o, final Throwable t) {
        log(Level.INFO, o, t);
    }

    /** @param o a text about what may be wrong */
    public void warn(final Object o) {
        log(Level.WARNING, o, null);
    }

    /**
     * @param o a text about what may be wrong
     * @param t the reason
     */
    public void warn(final Object o, final Throwable t) {
        log(Level.WARNING, o, t);
    }

    /** @param o a text about what went wrong */
    public void error(final Object o) {
        log(Level.ERROR, o, null);
    }

    /**
     * @param o a text about what went wrong
     * @param t the reason
     */
    public void error(final Object o, final Throwable t) {
        log(Level.ERROR, o, t);
    }

    /** @param o a text about an error in the program */
    public void coding(final Object o) {
        log(Level.ERROR, CODING_PREFIX + o, null);
    }

    /**
     * @param level a level
     * @return whether texts of that level are written
     */
    public boolean isEnabledFor(final LEVEL level) {
        return m_logger.isLoggable(switch (level) {
            case ALL -> Level.ALL;
            case DEBUG -> Level.DEBUG;
            case INFO -> Level.INFO;
            case WARN -> Level.WARNING;
            case ERROR, FATAL -> Level.ERROR;
            case OFF -> Level.OFF;
        });
    }
}
