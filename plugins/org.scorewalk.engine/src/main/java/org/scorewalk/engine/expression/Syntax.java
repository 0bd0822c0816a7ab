// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import java.util.List;

/**
 * The syntax tree of an expression. Chains such as {@code a + b - c} are one node with many children, so that the tree
 * is never deeper than the brackets that the user typed.
 */
sealed interface Syntax {

    /**
     * Where the node stands in the text.
     *
     * @return the index of a character
     */
    int position();

    /**
     * A number.
     *
     * @param value its value
     * @param position where it stands
     */
    record Number(double value, int position) implements Syntax {
    }

    /**
     * The name of a parameter, a constant or a definition.
     *
     * @param name the name
     * @param position where it stands
     */
    record Name(String name, int position) implements Syntax {
    }

    /**
     * A column of the data table.
     *
     * @param name its name
     * @param position where it stands
     */
    record Column(String name, int position) implements Syntax {
    }

    /**
     * An element of a vector.
     *
     * @param vector the vector
     * @param index the index, counted from 1
     * @param position where the bracket stands
     */
    record Element(Syntax vector, Syntax index, int position) implements Syntax {
    }

    /**
     * A sign before a value: {@code -}, or {@code not}.
     *
     * @param operator the sign
     * @param value the value
     * @param position where the sign stands
     */
    record Unary(String operator, Syntax value, int position) implements Syntax {
    }

    /**
     * A chain of values with operators of one rank between them, computed from left to right.
     *
     * @param first the first value
     * @param links the operators with the values that follow them
     * @param position where the first operator stands
     */
    record Chain(Syntax first, List<Link> links, int position) implements Syntax {
    }

    /**
     * A link of a chain.
     *
     * @param operator the operator
     * @param value the value to its right
     * @param position where the operator stands
     */
    record Link(String operator, Syntax value, int position) {
    }

    /**
     * A function with its arguments.
     *
     * @param function the function's name
     * @param arguments the arguments
     * @param position where the name stands
     */
    record Call(String function, List<Syntax> arguments, int position) implements Syntax {
    }

    /**
     * One of two values, chosen by a condition.
     *
     * @param condition the condition
     * @param yes the value where it holds
     * @param no the value where it does not
     * @param position where {@code if} stands
     */
    record Choice(Syntax condition, Syntax yes, Syntax no, int position) implements Syntax {
    }

    /**
     * A name given to a value.
     *
     * @param name the name
     * @param value the value
     * @param position where the name stands
     */
    record Definition(String name, Syntax value, int position) {
    }

    /**
     * A whole text.
     *
     * @param definitions the definitions in their order
     * @param result the value
     */
    record Program(List<Definition> definitions, Syntax result) {
    }
}
