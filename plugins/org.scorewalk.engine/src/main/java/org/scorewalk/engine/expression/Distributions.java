// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

/**
 * Log densities of the usual distributions, with Stan's names, parameters and order of arguments (Stan Functions
 * Reference). {@code normal_lpdf(x, mu, sigma)}, {@code normal(x, mu, sigma)} and {@code normal(x | mu, sigma)} are the
 * same. All constants are included, so the value is that of the normalised density. Outside the support the value is
 * -infinity and its derivative 0. Vector arguments are added up element by element.
 */
final class Distributions {

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private Distributions() {
    }

    /** Adds all distributions to the functions. */
    static void register() {
        continuous();
        positive();
        discrete();
    }

    private static void density(final String name, final String arguments, final Functions.Rule rule) {
        register(name, "_lpdf", arguments, rule);
    }

    private static void mass(final String name, final String arguments, final Functions.Rule rule) {
        register(name, "_lpmf", arguments, rule);
    }

    private static void register(final String name, final String ending, final String arguments,
        final Functions.Rule rule) {
        final var count = (int)arguments.chars().filter(c -> c == ',').count() + 1;
        Functions.add(name + ending + "(" + arguments + ")", count, Functions.Kind.LOG_DENSITY, rule);
        if (Functions.find(name).isEmpty()) {
            Functions.add(name + "(" + arguments + ")", count, Functions.Kind.LOG_DENSITY, rule);
        }
    }

    private static void continuous() {
        density("normal", "x, mu, sigma", (g, a) -> normal(g, a[0], a[1], a[2]));
        density("std_normal", "x", (g, a) -> g.addConst(g.mulConst(g.square(a[0]), -0.5), -HALF_LOG_TWO_PI));
        density("student_t", "x, nu, mu, sigma", (g, a) -> {
            final var half = g.mulConst(a[1], 0.5);
            final var more = g.addConst(half, 0.5);
            final var z = g.div(g.sub(a[0], a[2]), a[3]);
            final var kernel = g.mul(more, g.unary(Op.LOG1P, g.div(g.square(z), a[1])));
            final var scale = g.add(g.mulConst(log(g, g.mulConst(a[1], Math.PI)), 0.5), log(g, a[3]));
            return g.sub(g.sub(g.sub(lgamma(g, more), lgamma(g, half)), scale), kernel);
        });
        density("cauchy", "x, mu, sigma", (g, a) -> {
            final var z = g.div(g.sub(a[0], a[1]), a[2]);
            return g.addConst(g.sub(g.mulConst(g.unary(Op.LOG1P, g.square(z)), -1), log(g, a[2])),
                -Math.log(Math.PI));
        });
        density("laplace", "x, mu, sigma", Distributions::laplace);
        density("double_exponential", "x, mu, sigma", Distributions::laplace);
        density("logistic", "x, mu, sigma", (g, a) -> {
            final var z = g.div(g.sub(a[0], a[1]), a[2]);
            return g.sub(g.sub(g.mulConst(z, -1), log(g, a[2])),
                g.mulConst(g.unary(Op.SOFTPLUS, g.mulConst(z, -1)), 2));
        });
        density("uniform", "x, lower, upper", (g, a) -> {
            final var inside = g.binary(Op.MIN, g.binary(Op.LESS_EQUAL, a[1], a[0]),
                g.binary(Op.LESS_EQUAL, a[0], a[2]));
            return inside(g, inside, g.mulConst(log(g, g.sub(a[2], a[1])), -1));
        });
        density("beta", "x, a, b", (g, a) -> {
            final var value = g.add(g.mul(g.addConst(a[1], -1), log(g, a[0])),
                g.mul(g.addConst(a[2], -1), g.unary(Op.LOG1P, g.mulConst(a[0], -1))));
            final var norm = g.sub(lgamma(g, g.add(a[1], a[2])), g.add(lgamma(g, a[1]), lgamma(g, a[2])));
            final var inside = g.binary(Op.MIN, g.binary(Op.LESS, g.constant(0), a[0]),
                g.binary(Op.LESS, a[0], g.constant(1)));
            return inside(g, inside, g.add(value, norm));
        });
    }

    private static void positive() {
        density("exponential", "x, rate",
            (g, a) -> inside(g, g.binary(Op.LESS_EQUAL, g.constant(0), a[0]), g.sub(log(g, a[1]), g.mul(a[1], a[0]))));
        density("gamma", "x, shape, rate", (g, a) -> {
            final var norm = g.sub(g.mul(a[1], log(g, a[2])), lgamma(g, a[1]));
            return ifPositive(g, a[0], g.sub(g.add(norm, g.mul(g.addConst(a[1], -1), log(g, a[0]))),
                g.mul(a[2], a[0])));
        });
        density("inv_gamma", "x, shape, scale", (g, a) -> {
            final var norm = g.sub(g.mul(a[1], log(g, a[2])), lgamma(g, a[1]));
            return ifPositive(g, a[0], g.sub(g.sub(norm, g.mul(g.addConst(a[1], 1), log(g, a[0]))),
                g.div(a[2], a[0])));
        });
        density("chi_square", "x, nu", (g, a) -> {
            final var half = g.mulConst(a[1], 0.5);
            final var norm = g.mulConst(g.add(g.mulConst(half, Math.log(2)), lgamma(g, half)), -1);
            return ifPositive(g, a[0], g.sub(g.add(norm, g.mul(g.addConst(half, -1), log(g, a[0]))),
                g.mulConst(a[0], 0.5)));
        });
        density("lognormal", "x, mu, sigma", (g, a) -> {
            final var log = log(g, a[0]);
            return ifPositive(g, a[0], g.sub(normal(g, log, a[1], a[2]), log));
        });
        density("weibull", "x, shape, scale", (g, a) -> {
            final var z = g.sub(log(g, a[0]), log(g, a[2]));
            final var value = g.add(g.sub(log(g, a[1]), log(g, a[2])), g.mul(g.addConst(a[1], -1), z));
            return ifPositive(g, a[0], g.sub(value, g.unary(Op.EXP, g.mul(a[1], z))));
        });
        density("half_normal", "x, sigma", (g, a) -> inside(g, g.binary(Op.LESS_EQUAL, g.constant(0), a[0]),
            g.addConst(normal(g, a[0], g.constant(0), a[1]), Math.log(2))));
        density("half_cauchy", "x, sigma", (g, a) -> {
            final var tail = g.unary(Op.LOG1P, g.square(g.div(a[0], a[1])));
            return inside(g, g.binary(Op.LESS_EQUAL, g.constant(0), a[0]),
                g.addConst(g.mulConst(g.add(tail, log(g, a[1])), -1), Math.log(2 / Math.PI)));
        });
    }

    private static void discrete() {
        mass("bernoulli", "y, p", (g, a) -> {
            final var one = g.binary(Op.EQUAL, a[0], g.constant(1));
            final var zero = g.binary(Op.EQUAL, a[0], g.constant(0));
            return g.select(one, log(g, a[1]), inside(g, zero, g.unary(Op.LOG1P, g.mulConst(a[1], -1))));
        });
        mass("bernoulli_logit", "y, eta", (g, a) -> {
            final var known = g.binary(Op.MAX, g.binary(Op.EQUAL, a[0], g.constant(1)),
                g.binary(Op.EQUAL, a[0], g.constant(0)));
            return g.add(g.sub(g.mul(a[0], a[1]), g.unary(Op.SOFTPLUS, a[1])), outside(g, known));
        });
        mass("binomial", "k, n, p", (g, a) -> {
            final var rest = g.sub(a[1], a[0]);
            final var value = g.add(timesLog(g, a[0], log(g, a[2])),
                timesLog(g, rest, g.unary(Op.LOG1P, g.mulConst(a[2], -1))));
            return g.add(g.add(value, choose(g, a[1], a[0])), outside(g, binomialSupport(g, a)));
        });
        mass("binomial_logit", "k, n, eta", (g, a) -> {
            final var value = g.sub(g.mul(a[0], a[2]), g.mul(a[1], g.unary(Op.SOFTPLUS, a[2])));
            return g.add(g.add(value, choose(g, a[1], a[0])), outside(g, binomialSupport(g, a)));
        });
        mass("poisson", "k, rate", (g, a) -> g.add(g.sub(g.sub(timesLog(g, a[0], log(g, a[1])), a[1]),
            lgamma(g, g.addConst(a[0], 1))), outside(g, g.binary(Op.LESS_EQUAL, g.constant(0), a[0]))));
        mass("poisson_log", "k, eta", (g, a) -> g.add(g.sub(g.sub(g.mul(a[0], a[1]), g.unary(Op.EXP, a[1])),
            lgamma(g, g.addConst(a[0], 1))), outside(g, g.binary(Op.LESS_EQUAL, g.constant(0), a[0]))));
        mass("neg_binomial_2", "k, mu, phi", (g, a) -> {
            final var total = g.add(a[1], a[2]);
            final var coefficient = g.sub(g.sub(lgamma(g, g.add(a[0], a[2])), lgamma(g, g.addConst(a[0], 1))),
                lgamma(g, a[2]));
            final var value = g.add(timesLog(g, a[0], g.sub(log(g, a[1]), log(g, total))),
                g.mul(a[2], g.sub(log(g, a[2]), log(g, total))));
            return g.add(g.add(coefficient, value), outside(g, g.binary(Op.LESS_EQUAL, g.constant(0), a[0])));
        });
        mass("geometric", "k, p", (g, a) -> g.add(g.add(log(g, a[1]),
            timesLog(g, a[0], g.unary(Op.LOG1P, g.mulConst(a[1], -1)))),
            outside(g, g.binary(Op.LESS_EQUAL, g.constant(0), a[0]))));
    }

    private static int normal(final Graph g, final int x, final int mu, final int sigma) {
        final var z = g.div(g.sub(x, mu), sigma);
        return g.addConst(g.sub(g.mulConst(g.square(z), -0.5), log(g, sigma)), -HALF_LOG_TWO_PI);
    }

    private static int laplace(final Graph g, final int[] a) {
        final var z = g.unary(Op.ABS, g.div(g.sub(a[0], a[1]), a[2]));
        return g.sub(g.mulConst(z, -1), log(g, g.mulConst(a[2], 2)));
    }

    private static int binomialSupport(final Graph g, final int[] a) {
        return g.binary(Op.MIN, g.binary(Op.LESS_EQUAL, g.constant(0), a[0]), g.binary(Op.LESS_EQUAL, a[0], a[1]));
    }

    private static int choose(final Graph g, final int n, final int k) {
        return g.sub(lgamma(g, g.addConst(n, 1)),
            g.add(lgamma(g, g.addConst(k, 1)), lgamma(g, g.addConst(g.sub(n, k), 1))));
    }

    /** k times a logarithm, 0 for k = 0 even where the logarithm is infinite. */
    private static int timesLog(final Graph g, final int k, final int log) {
        return g.binary(Op.MASKED_MUL, k, log);
    }

    private static int ifPositive(final Graph g, final int x, final int value) {
        return inside(g, g.binary(Op.LESS, g.constant(0), x), value);
    }

    private static int inside(final Graph g, final int condition, final int value) {
        return g.select(condition, value, g.constant(Double.NEGATIVE_INFINITY));
    }

    /** 0 where a condition holds, else -infinity: keeps checks of the data apart from what depends on the particle. */
    private static int outside(final Graph g, final int condition) {
        return g.select(condition, g.constant(0), g.constant(Double.NEGATIVE_INFINITY));
    }

    private static int log(final Graph g, final int a) {
        return g.unary(Op.LOG, a);
    }

    private static int lgamma(final Graph g, final int a) {
        return g.unary(Op.LGAMMA, a);
    }
}
