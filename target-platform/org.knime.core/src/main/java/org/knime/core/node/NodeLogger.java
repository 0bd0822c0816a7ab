// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.io.Writer;
import java.util.Optional;
import java.util.function.Supplier;

/** Skeleton. */
public final class NodeLogger {
    public enum LEVEL {
        DEBUG, INFO, WARN, ERROR, FATAL, ALL, OFF;
    }
    public static final String STDOUT_APPENDER = "stdout";
    public static final String STDERR_APPENDER = "stderr";
    public static final String LOGFILE_APPENDER = "logfile";
    public static final String KNIME_CONSOLE_APPENDER = "knimeConsole";
    public static final String LOG_FILE = "knime.log";
    public static NodeLogger getLogger(Class<?> c) { throw new UnsupportedOperationException(); }
    public static NodeLogger getLogger(String s) { throw new UnsupportedOperationException(); }
    public void warn(Object o) { throw new UnsupportedOperationException(); }
    public void warn(Throwable thrw) { throw new UnsupportedOperationException(); }
    public void warn(Supplier<Object> supplier) { throw new UnsupportedOperationException(); }
    public void debug(Object o) { throw new UnsupportedOperationException(); }
    public void debug(Throwable thrw) { throw new UnsupportedOperationException(); }
    public void debug(Supplier<Object> supplier) { throw new UnsupportedOperationException(); }
    public void debugWithoutContext(Object o) { throw new UnsupportedOperationException(); }
    public void debugWithoutContext(Supplier<Object> supplier) { throw new UnsupportedOperationException(); }
    public void info(Object o) { throw new UnsupportedOperationException(); }
    public void info(Throwable thrw) { throw new UnsupportedOperationException(); }
    public void info(Supplier<Object> supplier) { throw new UnsupportedOperationException(); }
    public void error(Object o) { throw new UnsupportedOperationException(); }
    public void error(Throwable thrw) { throw new UnsupportedOperationException(); }
    public void error(Supplier<Object> supplier) { throw new UnsupportedOperationException(); }
    public void fatal(Object o) { throw new UnsupportedOperationException(); }
    public void fatal(Throwable thrw) { throw new UnsupportedOperationException(); }
    public void fatal(Supplier<Object> supplier) { throw new UnsupportedOperationException(); }
    public void warn(Object o, Throwable t) { throw new UnsupportedOperationException(); }
    public void warn(Supplier<Object> supplier, Throwable t) { throw new UnsupportedOperationException(); }
    public void debug(Object o, Throwable t) { throw new UnsupportedOperationException(); }
    public void debug(Supplier<Object> supplier, Throwable t) { throw new UnsupportedOperationException(); }
    public void info(Object o, Throwable t) { throw new UnsupportedOperationException(); }
    public void info(Supplier<Object> supplier, Throwable t) { throw new UnsupportedOperationException(); }
    public void error(Object o, Throwable t) { throw new UnsupportedOperationException(); }
    public void error(Supplier<Object> supplier, Throwable t) { throw new UnsupportedOperationException(); }
    public void assertLog(boolean b, String m) { throw new UnsupportedOperationException(); }
    public void assertLog(boolean b, String m, AssertionError e) { throw new UnsupportedOperationException(); }
    public void coding(Object o) { throw new UnsupportedOperationException(); }
    public void coding(Supplier<Object> supplier) { throw new UnsupportedOperationException(); }
    public void coding(Object o, Throwable t) { throw new UnsupportedOperationException(); }
    public void coding(Supplier<Object> supplier, Throwable t) { throw new UnsupportedOperationException(); }
    public void codingWithoutContext(Object o) { throw new UnsupportedOperationException(); }
    public void codingWithoutContext(Supplier<Object> supplier) { throw new UnsupportedOperationException(); }
    public void fatal(Object o, Throwable t) { throw new UnsupportedOperationException(); }
    public void fatal(Supplier<Object> supplier, Throwable t) { throw new UnsupportedOperationException(); }
    public void warnWithFormat(String format, Object... args) { throw new UnsupportedOperationException(); }
    public void debugWithFormat(String format, Object... args) { throw new UnsupportedOperationException(); }
    public void infoWithFormat(String format, Object... args) { throw new UnsupportedOperationException(); }
    public void errorWithFormat(String format, Object... args) { throw new UnsupportedOperationException(); }
    public void fatalWithFormat(String format, Object... args) { throw new UnsupportedOperationException(); }
    public void codingWithFormat(String format, Object... args) { throw new UnsupportedOperationException(); }
    public static void addKNIMEConsoleWriter(Writer writer, LEVEL minLevel, LEVEL maxLevel) { throw new UnsupportedOperationException(); }
    public static void removeWriter(Writer writer) { throw new UnsupportedOperationException(); }
    public LEVEL getLevel() { throw new UnsupportedOperationException(); }
    public boolean isDebugEnabled() { throw new UnsupportedOperationException(); }
    public boolean isInfoEnabled() { throw new UnsupportedOperationException(); }
    public boolean isEnabledFor(LEVEL level) { throw new UnsupportedOperationException(); }
    public static void logInWorkflowDir(boolean enable) { throw new UnsupportedOperationException(); }
    public static void logInWorkflowDir(LEVEL minIncl, LEVEL maxIncl) { throw new UnsupportedOperationException(); }
    public static void logGlobalMsgsInWfDir(boolean enable) { throw new UnsupportedOperationException(); }
    public static void logNodeId(boolean enable) { throw new UnsupportedOperationException(); }
}
