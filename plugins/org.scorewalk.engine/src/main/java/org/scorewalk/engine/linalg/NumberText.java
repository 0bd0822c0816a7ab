// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.linalg;

import static org.scorewalk.engine.InputException.check;

import java.util.Arrays;
import java.util.regex.Pattern;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Plural;

/**
 * Numbers, vectors and matrices as people type them: {@code 1, 0.5}, {@code 1 0.9; 0.9 1},
 * {@code [[1, 0.9], [0.9, 1]]}. Numbers have a decimal point and are separated by commas or blanks, rows by semicolons
 * or line breaks.
 */
public final class NumberText {

    private static final int MAX_LENGTH = 4 << 20;

    private static final Pattern BETWEEN_ROWS = Pattern.compile("\\][\\s,;]*\\[|[;\\n\\r]+");

    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*|\\s+");

    private static final int SHOWN = 30;

    private NumberText() {
    }

    /**
     * Reads a list of numbers.
     *
     * @param what what the text stands for, at the beginning of messages, such as "The mean"
     * @param text the text; rows are joined
     * @return the numbers, at least one
     * @throws InputException if the text holds anything else
     */
    public static double[] vector(final String what, final String text) {
        return Arrays.stream(rows(what, text, "")).flatMapToDouble(Arrays::stream).toArray();
    }

    /**
     * Reads a vector that belongs to a space.
     *
     * @param what what the text stands for, at the beginning of messages
     * @param text one number for all coordinates, or one for each
     * @param dimension the number of coordinates
     * @return one number a coordinate
     * @throws InputException if the text holds anything else or the numbers do not fit the dimension
     */
    public static double[] vector(final String what, final String text, final int dimension) {
        final var numbers = vector(what, text);
        check(numbers.length == 1 || numbers.length == dimension,
            "%s has %s, but the density has %s. Give one number for all coordinates or one for each.", what,
            Plural.of(numbers.length, "number"), Plural.of(dimension, "coordinate"));
        final var vector = new double[dimension];
        Arrays.setAll(vector, i -> numbers[numbers.length == 1 ? 0 : i]);
        return vector;
    }

    /**
     * Reads a list of whole numbers.
     *
     * @param what what the text stands for, at the beginning of messages
     * @param text the text
     * @return the numbers, at least one
     * @throws InputException if the text holds anything but whole numbers within the range of {@code int}
     */
    public static int[] integers(final String what, final String text) {
        return Arrays.stream(vector(what, text)).mapToInt(value -> {
            check(value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE,
                "%s holds '%s', which is no whole number. Use whole numbers.", what, value);
            return (int)value;
        }).toArray();
    }

    /**
     * Reads a matrix.
     *
     * @param what what the text stands for, at the beginning of messages, such as "The covariance matrix"
     * @param text the text
     * @return the rows, at least one, each with at least one number; they may differ in length
     * @throws InputException if the text holds anything else
     */
    public static double[][] matrix(final String what, final String text) {
        return rows(what, text, " and rows by semicolons");
    }

    private static double[][] rows(final String what, final String text, final String hint) {
        check(text != null && !text.isBlank(), "%s is empty. Give at least one number.", what);
        check(text.length() <= MAX_LENGTH, "%s is longer than %d characters.", what, MAX_LENGTH);
        final var rows = BETWEEN_ROWS.splitAsStream(text.strip()).map(row -> row.replaceAll("[\\[\\]]", " ").strip())
            .filter(row -> !row.isEmpty()).map(row -> row(what, row, hint)).toArray(double[][]::new);
        check(rows.length > 0, "%s is empty. Give at least one number.", what);
        return rows;
    }

    private static double[] row(final String what, final String row, final String hint) {
        return SEPARATOR.splitAsStream(row).mapToDouble(word -> number(what, word, hint)).toArray();
    }

    private static double number(final String what, final String word, final String hint) {
        final double value;
        try {
            // Java's own suffixes, as in 1d, are no part of a number for people
            value = word.isEmpty() || Character.isLetter(word.charAt(word.length() - 1)) ? Double.NaN
                : Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw notANumber(what, word, hint, e);
        }
        if (Double.isNaN(value)) {
            throw notANumber(what, word, hint, null);
        }
        check(Double.isFinite(value), "%s holds '%s', but all numbers must be finite.", what, word);
        return value;
    }

    private static InputException notANumber(final String what, final String word, final String hint,
        final Throwable cause) {
        return new InputException(("%s holds '%s', which is no number. Separate numbers by commas or blanks%s, and use "
            + "a decimal point.").formatted(what, word.length() > SHOWN ? (word.substring(0, SHOWN) + "...") : word,
                hint), cause);
    }
}
