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

    /** @param thrw what happened */
    public void debug(final Throwable thrw) {
        log(Level.DEBUG, thrw.getMessage(), thrw);
    }

    /** @param supplier is asked for a text for those who look for errors if it is needed */
    public void debug(final Supplier<Object> supplier) {
        log(Level.DEBUG, supplier, null);
    }

    /**
     * @param supplier is asked for a text for those who look for errors if it is needed
     * @param t the reason
     */
    public void debug(final Supplier<Object> supplier, final Throwable t) {
        log(Level.DEBUG, supplier, t);
    }

    /**
     * @param format a text for those who look for errors, with place holders
     * @param args for the place holders
     */
    public void debugWithFormat(final String format, final Object... args) {
        log(Level.DEBUG, (Supplier<Object>)() -> String.format(format, args), null);
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

    /** @param thrw what happened */
    public void info(final Throwable thrw) {
        log(Level.INFO, thrw.getMessage(), thrw);
    }

    /** @param supplier is asked for a text for information if it is needed */
    public void info(final Supplier<Object> supplier) {
        log(Level.INFO, supplier, null);
    }

    /**
     * @param supplier is asked for a text for information if it is needed
     * @param t the reason
     */
    public void info(final Supplier<Object> supplier, final Throwable t) {
        log(Level.INFO, supplier, t);
    }

    /**
     * @param format a text for information, with place holders
     * @param args for the place holders
     */
    public void infoWithFormat(final String format, final Object... args) {
        log(Level.INFO, (Supplier<Object>)() -> String.format(format, args), null);
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

    /** @param thrw what happened */
    public void warn(final Throwable thrw) {
        log(Level.WARNING, thrw.getMessage(), thrw);
    }

    /** @param supplier is asked for a text about what may be wrong if it is needed */
    public void warn(final Supplier<Object> supplier) {
        log(Level.WARNING, supplier, null);
    }

    /**
     * @param supplier is asked for a text about what may be wrong if it is needed
     * @param t the reason
     */
    public void warn(final Supplier<Object> supplier, final Throwable t) {
        log(Level.WARNING, supplier, t);
    }

    /**
     * @param format a text about what may be wrong, with place holders
     * @param args for the place holders
     */
    public void warnWithFormat(final String format, final Object... args) {
        log(Level.WARNING, (Supplier<Object>)() -> String.format(format, args), null);
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

    /** @param thrw what happened */
    public void error(final Throwable thrw) {
        log(Level.ERROR, thrw.getMessage(), thrw);
    }

    /** @param supplier is asked for a text about what went wrong if it is needed */
    public void error(final Supplier<Object> supplier) {
        log(Level.ERROR, supplier, null);
    }

    /**
     * @param supplier is asked for a text about what went wrong if it is needed
     * @param t the reason
     */
    public void error(final Supplier<Object> supplier, final Throwable t) {
        log(Level.ERROR, supplier, t);
    }

    /**
     * @param format a text about what went wrong, with place holders
     * @param args for the place holders
     */
    public void errorWithFormat(final String format, final Object... args) {
        log(Level.ERROR, (Supplier<Object>)() -> String.format(format, args), null);
    }

    /** @param o a text about what ends the program */
    public void fatal(final Object o) {
        log(Level.ERROR, o, null);
    }

    /**
     * @param o a text about what ends the program
     * @param t the reason
     */
    public void fatal(final Object o, final Throwable t) {
        log(Level.ERROR, o, t);
    }

    /** @param thrw what happened */
    public void fatal(final Throwable thrw) {
        log(Level.ERROR, thrw.getMessage(), thrw);
    }

    /** @param supplier is asked for a text about what ends the program if it is needed */
    public void fatal(final Supplier<Object> supplier) {
        log(Level.ERROR, supplier, null);
    }

    /**
     * @param supplier is asked for a text about what ends the program if it is needed
     * @param t the reason
     */
    public void fatal(final Supplier<Object> supplier, final Throwable t) {
        log(Level.ERROR, supplier, t);
    }

    /**
     * @param format a text about what ends the program, with place holders
     * @param args for the place holders
     */
    public void fatalWithFormat(final String format, final Object... args) {
        log(Level.ERROR, (Supplier<Object>)() -> String.format(format, args), null);
    }

    /** @param o a text about an error in the program */
    public void coding(final Object o) {
        log(Level.ERROR, CODING_PREFIX + o, null);
    }

    /**
     * @param o a text about an error in the program
     * @param t the reason
     */
    public void coding(final Object o, final Throwable t) {
        log(Level.ERROR, CODING_PREFIX + o, t);
    }

    /** @param supplier is asked for a text about an error in the program if it is needed */
    public void coding(final Supplier<Object> supplier) {
        log(Level.ERROR, (Supplier<Object>)() -> CODING_PREFIX + supplier.get(), null);
    }

    /**
     * @param supplier is asked for a text about an error in the program if it is needed
     * @param t the reason
     */
    public void coding(final Supplier<Object> supplier, final Throwable t) {
        log(Level.ERROR, (Supplier<Object>)() -> CODING_PREFIX + supplier.get(), t);
    }

    /**
     * @param format a text about an error in the program, with place holders
     * @param args for the place holders
     */
    public void codingWithFormat(final String format, final Object... args) {
        log(Level.ERROR, (Supplier<Object>)() -> CODING_PREFIX + String.format(format, args), null);
    }

    /** @return the least level that is written */
    public LEVEL getLevel() {
        for (final LEVEL level : new LEVEL[]{LEVEL.DEBUG, LEVEL.INFO, LEVEL.WARN, LEVEL.ERROR}) {
            if (isEnabledFor(level)) {
                return level;
            }
        }
        return LEVEL.OFF;
    }

    /** @return whether texts for those who look for errors are written */
    public boolean isDebugEnabled() {
        return isEnabledFor(LEVEL.DEBUG);
    }

    /** @return whether texts for information are written */
    public boolean isInfoEnabled() {
        return isEnabledFor(LEVEL.INFO);
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
