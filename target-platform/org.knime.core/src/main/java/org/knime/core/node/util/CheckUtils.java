// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.util;

import java.util.function.Function;
import java.util.function.Supplier;
import org.knime.core.node.InvalidSettingsException;

/** Skeleton. */
public final class CheckUtils {
    public static <T> T checkArgumentNotNull(T toCheck, String template, Object... templateArgs) throws IllegalArgumentException { throw new UnsupportedOperationException(); }
    public static <T> T checkArgumentNotNull(T toCheck) throws IllegalArgumentException { throw new UnsupportedOperationException(); }
    public static void checkArgument(boolean predicate, String message) throws IllegalArgumentException { throw new UnsupportedOperationException(); }
    public static void checkArgument(boolean predicate, String template, Object... templateArgs) throws IllegalArgumentException { throw new UnsupportedOperationException(); }
    public static void checkState(boolean predicate, String message) throws IllegalStateException { throw new UnsupportedOperationException(); }
    public static void checkState(boolean predicate, String template, Object... templateArgs) throws IllegalStateException { throw new UnsupportedOperationException(); }
    public static <T> T checkNotNull(T toCheck) throws NullPointerException { throw new UnsupportedOperationException(); }
    public static <T> T checkNotNull(T toCheck, String message) throws NullPointerException { throw new UnsupportedOperationException(); }
    public static <T> T checkNotNull(T toCheck, String template, Object... templateArgs) throws NullPointerException { throw new UnsupportedOperationException(); }
    public static void checkSetting(boolean predicate, String template, Object... templateArgs) throws InvalidSettingsException { throw new UnsupportedOperationException(); }
    public static <T> T checkSettingNotNull(T toCheck, String template, Object... templateArgs) throws InvalidSettingsException { throw new UnsupportedOperationException(); }
    public static <O, T extends Throwable, V> V checkCast(O toCheck, Class<V> clazz, Function<String, T> toThrowable, String template, Object... templateArgs) throws T { throw new UnsupportedOperationException(); }
    public static <T extends Throwable> void check(boolean predicate, Function<String, T> toThrowable, Supplier<String> exceptionMessage) throws T { throw new UnsupportedOperationException(); }
    public static <T extends Throwable> void check(boolean predicate, Function<String, T> toThrowable, String template, Object... templateArgs) throws T { throw new UnsupportedOperationException(); }
    public static String checkDestinationFile(String urlOrPath, boolean allowOverwrite) throws InvalidSettingsException { throw new UnsupportedOperationException(); }
    public static String checkDestinationFile(String urlOrPath, boolean allowOverwrite, boolean mustExistForAppend) throws InvalidSettingsException { throw new UnsupportedOperationException(); }
    public static String checkDestinationDirectory(String urlOrPath) throws InvalidSettingsException { throw new UnsupportedOperationException(); }
    public static String checkSourceFile(String urlOrPath) throws InvalidSettingsException { throw new UnsupportedOperationException(); }
}
