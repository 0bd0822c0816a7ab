// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The functions of the expression language other than log densities. They work element by element on vectors; those of
 * kind {@link Kind#REDUCTION} make one number of a vector.
 */
final class Functions {

    private static final Map<String, Function> BY_NAME = new LinkedHashMap<>();

    private Functions() {
    }

    /** How a function treats vectors. */
    enum Kind {
        /** Element by element. */
        ELEMENTWISE,
        /** Element by element, and the results are added up. */
        LOG_DENSITY,
        /** All elements of a single vector argument, or the arguments themselves element by element, become one. */
        REDUCTION
    }

    /** Builds a function's value. */
    @FunctionalInterface
    interface Rule {
        /**
         * The value.
         *
         * @param g the graph to add to
         * @param a the arguments
         * @return the value's node
         */
        int apply(Graph g, int[] a);
    }

    /**
     * A function.
     *
     * @param signature how it is written, for messages
     * @param arguments how many arguments it takes, or -1 for any number from one
     * @param kind how it treats vectors
     * @param rule what it computes
     */
    record Function(String signature, int arguments, Kind kind, Rule rule) {
    }

    static {
        unary("exp", Op.EXP);
        unary("log", Op.LOG);
        unary("log1p", Op.LOG1P);
        unary("expm1", Op.EXPM1);
        unary("sqrt", Op.SQRT);
        unary("abs", Op.ABS);
        unary("sin", Op.SIN);
        unary("cos", Op.COS);
        unary("tan", Op.TAN);
        unary("asin", Op.ASIN);
        unary("acos", Op.ACOS);
        unary("atan", Op.ATAN);
        unary("sinh", Op.SINH);
        unary("cosh", Op.COSH);
        unary("tanh", Op.TANH);
        unary("sigmoid", Op.SIGMOID);
        unary("logistic", Op.SIGMOID);
        unary("inv_logit", Op.SIGMOID);
        unary("softplus", Op.SOFTPLUS);
        unary("log1p_exp", Op.SOFTPLUS);
        unary("lgamma", Op.LGAMMA);
        unary("erf", Op.ERF);
        unary("erfc", Op.ERFC);
        unary("log_normal_cdf", Op.LOG_NORMAL_CDF);
        add("square(x)", 1, Kind.ELEMENTWISE, (g, a) -> g.square(a[0]));
        add("log10(x)", 1, Kind.ELEMENTWISE, (g, a) -> g.mulConst(g.unary(Op.LOG, a[0]), 1 / Math.log(10)));
        add("log2(x)", 1, Kind.ELEMENTWISE, (g, a) -> g.mulConst(g.unary(Op.LOG, a[0]), 1 / Math.log(2)));
        add("logit(p)", 1, Kind.ELEMENTWISE,
            (g, a) -> g.sub(g.unary(Op.LOG, a[0]), g.unary(Op.LOG1P, g.mulConst(a[0], -1))));
        add("log_sigmoid(x)", 1, Kind.ELEMENTWISE,
            (g, a) -> g.mulConst(g.unary(Op.SOFTPLUS, g.mulConst(a[0], -1)), -1));
        add("normal_cdf(x)", 1, Kind.ELEMENTWISE,
            (g, a) -> g.mulConst(g.unary(Op.ERFC, g.mulConst(a[0], -1 / Math.sqrt(2))), 0.5));
        add("pow(x, y)", 2, Kind.ELEMENTWISE, (g, a) -> g.pow(a[0], a[1]));
        add("sum(v)", -1, Kind.REDUCTION, Functions::sum);
        add("mean(v)", -1, Kind.REDUCTION, (g, a) -> g.mulConst(sum(g, a), 1.0 / a.length));
        add("min(a, b, ...)", -1, Kind.REDUCTION, (g, a) -> extreme(g, a, Op.MIN));
        add("max(a, b, ...)", -1, Kind.REDUCTION, (g, a) -> extreme(g, a, Op.MAX));
        add("logsumexp(a, b, ...)", -1, Kind.REDUCTION, Functions::logSumExp);
        Distributions.register();
    }

    /**
     * A function by name.
     *
     * @param name its name
     * @return the function, if there is one
     */
    static Optional<Function> find(final String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * The function whose name resembles a name that does not exist.
     *
     * @param name a name
     * @return a name that exists and differs in few letters, if there is one
     */
    static Optional<String> similar(final String name) {
        return Names.similar(name, BY_NAME.keySet());
    }

    /**
     * Adds a function.
     *
     * @param signature how it is written; what stands before the bracket is its name
     * @param arguments how many arguments it takes, or -1
     * @param kind how it treats vectors
     * @param rule what it computes
     */
    static void add(final String signature, final int arguments, final Kind kind, final Rule rule) {
        BY_NAME.put(signature.substring(0, signature.indexOf('(')), new Function(signature, arguments, kind, rule));
    }

    private static void unary(final String name, final Op op) {
        add(name + "(x)", 1, Kind.ELEMENTWISE, (g, a) -> g.unary(op, a[0]));
    }

    private static int sum(final Graph g, final int[] a) {
        var sum = a[0];
        for (int i = 1; i < a.length; i++) {
            sum = g.add(sum, a[i]);
        }
        return sum;
    }

    private static int extreme(final Graph g, final int[] a, final Op op) {
        var extreme = a[0];
        for (int i = 1; i < a.length; i++) {
            extreme = g.binary(op, extreme, a[i]);
        }
        return extreme;
    }

    /**
     * log of the sum of exponentials. The largest argument, subtracted before the exponentials, is a constant to
     * differentiation: its derivatives would cancel anyway.
     */
    static int logSumExp(final Graph g, final int... a) {
        // not below the smallest number, so that arguments that are all -infinity give -infinity
        final var lowest = g.constant(-Double.MAX_VALUE);
        final var largest = g.unary(Op.DETACH, g.binary(Op.MAX, extreme(g, a, Op.MAX), lowest));
        final var terms = new int[a.length];
        for (int i = 0; i < a.length; i++) {
            terms[i] = g.unary(Op.EXP, g.sub(a[i], largest));
        }
        return g.add(largest, g.unary(Op.LOG, sum(g, terms)));
    }
}
