// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.util;

import java.util.function.Function;
import java.util.function.Supplier;

import org.knime.core.node.InvalidSettingsException;

/** Checks that throw an exception with a formatted text. */
public final class CheckUtils {

    private CheckUtils() {
    }

    private static String text(final String template, final Object... args) {
        return template == null || args == null || args.length == 0 ? template : String.format(template, args);
    }

    /**
     * @param predicate must be true
     * @param toThrowable makes the exception
     * @param exceptionMessage its text
     * @param <T> the exception
     * @throws T if not
     */
    public static <T extends Throwable> void check(final boolean predicate, final Function<String, T> toThrowable,
        final Supplier<String> exceptionMessage) throws T {
        if (!predicate) {
            throw toThrowable.apply(exceptionMessage.get());
        }
    }

    /**
     * @param predicate must be true
     * @param toThrowable makes the exception
     * @param template its text, with place holders
     * @param templateArgs for the place holders
     * @param <T> the exception
     * @throws T if not
     */
    public static <T extends Throwable> void check(final boolean predicate, final Function<String, T> toThrowable,
        final String template, final Object... templateArgs) throws T {
        check(predicate, toThrowable, () -> text(template, templateArgs));
    }

    /**
     * @param toCheck must not be null
     * @param <T> its type
     * @return the same
     */
    public static <T> T checkArgumentNotNull(final T toCheck) {
        return checkArgumentNotNull(toCheck, "Argument must not be null");
    }

    /**
     * @param toCheck must not be null
     * @param template text of the exception, with place holders
     * @param templateArgs for the place holders
     * @param <T> its type
     * @return the same
     */
    public static <T> T checkArgumentNotNull(final T toCheck, final String template, final Object... templateArgs) {
        check(toCheck != null, IllegalArgumentException::new, template, templateArgs);
        return toCheck;
    }

    /**
     * @param predicate must be true
     * @param message text of the exception
     */
    public static void checkArgument(final boolean predicate, final String message) {
        check(predicate, IllegalArgumentException::new, () -> message);
    }

    /**
     * @param predicate must be true
     * @param template text of the exception, with place holders
     * @param templateArgs for the place holders
     */
    public static void checkArgument(final boolean predicate, final String template, final Object... templateArgs) {
        check(predicate, IllegalArgumentException::new, template, templateArgs);
    }

    /**
     * @param predicate must be true
     * @param message text of the exception
     */
    public static void checkState(final boolean predicate, final String message) {
        check(predicate, IllegalStateException::new, () -> message);
    }

    /**
     * @param predicate must be true
     * @param template text of the exception, with place holders
     * @param templateArgs for the place holders
     */
    public static void checkState(final boolean predicate, final String template, final Object... templateArgs) {
        check(predicate, IllegalStateException::new, template, templateArgs);
    }

    /**
     * @param toCheck must not be null
     * @param <T> its type
     * @return the same
     */
    public static <T> T checkNotNull(final T toCheck) {
        return checkNotNull(toCheck, "Argument must not be null.");
    }

    /**
     * @param toCheck must not be null
     * @param message text of the exception
     * @param <T> its type
     * @return the same
     */
    public static <T> T checkNotNull(final T toCheck, final String message) {
        check(toCheck != null, NullPointerException::new, () -> message);
        return toCheck;
    }

    /**
     * @param toCheck must not be null
     * @param template text of the exception, with place holders
     * @param templateArgs for the place holders
     * @param <T> its type
     * @return the same
     */
    public static <T> T checkNotNull(final T toCheck, final String template, final Object... templateArgs) {
        check(toCheck != null, NullPointerException::new, template, templateArgs);
        return toCheck;
    }

    /**
     * @param predicate must be true
     * @param template text of the exception, with place holders
     * @param templateArgs for the place holders
     * @throws InvalidSettingsException if not
     */
    public static void checkSetting(final boolean predicate, final String template, final Object... templateArgs)
        throws InvalidSettingsException {
        CheckUtils.<InvalidSettingsException> check(predicate, InvalidSettingsException::new, template, templateArgs);
    }

    /**
     * @param toCheck must not be null
     * @param template text of the exception, with place holders
     * @param templateArgs for the place holders
     * @param <T> its type
     * @return the same
     * @throws InvalidSettingsException if it is null
     */
    public static <T> T checkSettingNotNull(final T toCheck, final String template, final Object... templateArgs)
        throws InvalidSettingsException {
        checkSetting(toCheck != null, template, templateArgs);
        return toCheck;
    }

    /**
     * @param toCheck an object
     * @param clazz must be its class
     * @param toThrowable makes the exception
     * @param template its text, with place holders
     * @param templateArgs for the place holders
     * @param <O> type of the object
     * @param <T> the exception
     * @param <V> the class
     * @return the same
     * @throws T if it has another class
     */
    public static <O, T extends Throwable, V> V checkCast(final O toCheck, final Class<V> clazz,
        final Function<String, T> toThrowable, final String template, final Object... templateArgs) throws T {
        check(clazz.isInstance(toCheck), toThrowable, template, templateArgs);
        return clazz.cast(toCheck);
    }
}
