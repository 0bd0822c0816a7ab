// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.model;

import static org.scorewalk.engine.InputException.check;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A model as it is stored: what kind of model it is, a JSON object that describes it, and named arrays of
 * single-precision numbers in a fixed order. It means nothing by itself; whoever knows the kind reads it.
 *
 * @param kind which kind of model, such as {@code gan}
 * @param description all that is not an array
 * @param arrays the arrays by name
 */
public record ModelDocument(String kind, ObjectNode description, Map<String, Array> arrays) {

    /** How many arrays a document has at most. */
    public static final int MAX_ARRAYS = 1_000;

    /** How many dimensions an array has at most. */
    static final int MAX_DIMENSIONS = 4;

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:[-/][a-z0-9]+){0,7}");

    private static final int MAX_NAME = 64;

    /**
     * An array of numbers with a shape.
     *
     * @param shape the length of each dimension
     * @param values the numbers, the last dimension running fastest; not copied
     */
    public record Array(List<Integer> shape, float[] values) {

        /** Checks that both fit together. */
        public Array {
            shape = List.copyOf(shape);
            check(size(shape) == values.length, "An array of shape %s cannot hold %d numbers.", shape, values.length);
        }

        /**
         * @param shape the length of each dimension
         * @return how many numbers that is
         */
        static long size(final List<Integer> shape) {
            check(!shape.isEmpty() && shape.size() <= MAX_DIMENSIONS,
                "The model is damaged: an array has %d dimensions; between 1 and %d are possible.", shape.size(),
                MAX_DIMENSIONS);
            long size = 1;
            for (final int length : shape) {
                check(length >= 0, "The model is damaged: an array has the length %d.", length);
                // four lengths below 2^31 overflow: stop as soon as no array can be that large
                size = length == 0 ? 0 : size * length;
                check(size <= Integer.MAX_VALUE, "The model is damaged: an array of shape %s is too large.", shape);
            }
            return size;
        }

        @Override
        public boolean equals(final Object other) {
            return other instanceof Array a && shape.equals(a.shape) && Arrays.equals(values, a.values);
        }

        @Override
        public int hashCode() {
            return shape.hashCode() * 31 + Arrays.hashCode(values);
        }

        @Override
        public String toString() {
            return "Array" + shape;
        }
    }

    /** Checks the names. */
    public ModelDocument {
        checkName(kind);
        description = description.deepCopy();
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
        check(arrays.size() <= MAX_ARRAYS, "A model has at most %d arrays, not %d.", MAX_ARRAYS, arrays.size());
        arrays.keySet().forEach(ModelDocument::checkName);
    }

    /**
     * Names are plain words: they can be no path out of a folder and no class name.
     */
    static void checkName(final String name) {
        check(name != null && name.length() <= MAX_NAME && NAME.matcher(name).matches(),
            "The model is damaged: '%s' is no valid name.", shorten(name));
    }

    static String shorten(final String text) {
        return text == null || text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    /**
     * @param name the name of an array
     * @param shape the shape it must have
     * @return its numbers, not copied
     */
    public float[] array(final String name, final Integer... shape) {
        final Array array = arrays.get(name);
        check(array != null, "The model is damaged: the array '%s' is missing.", name);
        check(array.shape().equals(List.of(shape)),
            "The model is damaged: the array '%s' has the shape %s instead of %s.", name, array.shape(),
            List.of(shape));
        return array.values();
    }
}
