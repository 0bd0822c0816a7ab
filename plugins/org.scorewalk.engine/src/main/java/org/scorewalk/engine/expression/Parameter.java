// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import static org.scorewalk.engine.InputException.check;

import java.util.List;
import java.util.stream.IntStream;

import org.scorewalk.engine.transform.Interval;

/**
 * A parameter of an expression: a number, or a vector of numbers with a common range.
 *
 * @param name its name in the expression
 * @param size 0 for a number, else the number of elements of a vector
 * @param range the values it can take
 */
public record Parameter(String name, int size, Interval range) {

    /**
     * @param name its name in the expression: letters, digits and underscores, no digit first
     * @param size 0 for a number, else the number of elements of a vector
     * @param range the values it can take
     */
    public Parameter {
        check(name != null && Parser.isName(name), "The parameter name '%s' cannot be used. A name consists of "
            + "letters, digits and underscores, starts with no digit and is no keyword.", name);
        check(size >= 0, "The parameter '%s' has %d elements. Enter 0 for a single number, or a positive number of "
            + "elements.", name, size);
    }

    /**
     * A number without bounds.
     *
     * @param name its name
     * @return the parameter
     */
    public static Parameter real(final String name) {
        return new Parameter(name, 0, Interval.LINE);
    }

    /**
     * How many coordinates it takes.
     *
     * @return at least 1
     */
    public int coordinates() {
        return Math.max(1, size);
    }

    /**
     * Its coordinates' names.
     *
     * @return the name itself, or {@code name[1]}, {@code name[2]}, and so on for a vector
     */
    public List<String> coordinateNames() {
        return size == 0 ? List.of(name) : IntStream.rangeClosed(1, size).mapToObj(i -> name + "[" + i + "]").toList();
    }
}
