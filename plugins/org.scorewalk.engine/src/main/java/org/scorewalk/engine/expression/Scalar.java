// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/** The operations on single numbers, as constants are folded with. The block loops of {@link Loops} call them too. */
final class Scalar {

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    /** From here on a Stirling series with seven terms is exact to the last digits. */
    private static final double ASYMPTOTIC = 12;

    /** From here on x and 1 + x are the same. */
    private static final double LARGE = 1e17;

    private Scalar() {
    }

    /**
     * Applies an operation.
     *
     * @param op an operation with arguments
     * @param a the first argument
     * @param b the second argument, if any
     * @param c the third argument, if any
     * @param k the node's number, if any
     * @return the value
     */
    static double apply(final Op op, final double a, final double b, final double c, final double k) {
        return switch (op) {
            case CONST -> k;
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            case ADD_CONST -> a + k;
            case MUL_CONST -> a * k;
            case CONST_DIV -> k / a;
            case SQUARE -> a * a;
            case POW -> Math.pow(a, b);
            case POW_CONST -> Math.pow(a, k);
            case EXP -> Math.exp(a);
            case EXPM1 -> Math.expm1(a);
            case LOG -> Math.log(a);
            case LOG1P -> log1p(a);
            case SQRT -> Math.sqrt(a);
            case ABS -> Math.abs(a);
            case SIGN -> Math.signum(a);
            case SIN -> Math.sin(a);
            case COS -> Math.cos(a);
            case TAN -> Math.tan(a);
            case ASIN -> Math.asin(a);
            case ACOS -> Math.acos(a);
            case ATAN -> Math.atan(a);
            case SINH -> Math.sinh(a);
            case COSH -> Math.cosh(a);
            case TANH -> Math.tanh(a);
            case SIGMOID -> sigmoid(a);
            case SOFTPLUS -> softplus(a);
            case LGAMMA -> lgamma(a);
            case DIGAMMA -> digamma(a);
            case TRIGAMMA -> Gamma.trigamma(a);
            case ERF -> erf(a);
            case ERFC -> erfc(a);
            case LOG_NORMAL_CDF -> logNormalCdf(a);
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case LESS -> a < b ? 1 : 0;
            case LESS_EQUAL -> a <= b ? 1 : 0;
            case EQUAL -> a == b ? 1 : 0;
            case SELECT -> a != 0 ? b : c;
            case MASKED_MUL -> a == 0 ? 0 : a * b;
            case DETACH -> a;
            case INPUT, COLUMN, GATHER, ROW_SUM, TOTAL ->
                throw new IllegalArgumentException(op + " has no value of its own.");
        };
    }

    static double sigmoid(final double x) {
        return 1 / (1 + Math.exp(-x));
    }

    static double softplus(final double x) {
        return Math.max(x, 0) + log1p(Math.exp(-Math.abs(x)));
    }

    /**
     * log(1 + x) to a few units of the last digit by way of log, which the JIT compiler knows, as {@link Math#log1p} is
     * not: what 1 + x loses is made good by x / ((1 + x) - 1) (Goldberg 1991, theorem 4).
     */
    static double log1p(final double x) {
        final var u = 1 + x;
        if (u == 1) {
            return x;
        }
        return u < LARGE ? Math.log(u) * (x / (u - 1)) : Math.log(u);
    }

    static double erf(final double x) {
        return Double.isNaN(x) ? x : Erf.erf(x);
    }

    static double erfc(final double x) {
        return Double.isNaN(x) ? x : Erf.erfc(x);
    }

    /** log Phi(x); far in the left tail by the continued fraction of Mills' ratio, where erfc itself underflows. */
    static double logNormalCdf(final double x) {
        if (x > -8) {
            return x > 5 ? Math.log1p(-0.5 * erfc(x / Math.sqrt(2))) : Math.log(0.5 * erfc(-x / Math.sqrt(2)));
        }
        var fraction = -x;
        for (int i = 60; i >= 1; i--) {
            fraction = -x + i / fraction;
        }
        return -0.5 * x * x - HALF_LOG_TWO_PI - Math.log(fraction);
    }

    /** log |Gamma(x)|: recurrence up to {@link #ASYMPTOTIC}, then Stirling's series (DLMF 5.11.1). */
    static double lgamma(final double x) {
        if (!(x > 0)) {
            return lgammaNegative(x);
        }
        if (x < 2.5) {
            return Gamma.logGamma(x); // near the zeros at 1 and 2 the series would lose digits
        }
        if (x > 1e17) {
            return x * (Math.log(x) - 1);
        }
        var shifted = x;
        var product = 1.0;
        while (shifted < ASYMPTOTIC) {
            product *= shifted;
            shifted += 1;
        }
        final var r = 1 / shifted;
        final var s = r * r;
        final var series = r * (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680
            - s * (1.0 / 1188 - s * (691.0 / 360360 - s / 156))))));
        return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series - Math.log(product);
    }

    private static double lgammaNegative(final double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (x == Math.rint(x)) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * (x - Math.floor(x))))) - lgamma(1 - x);
    }

    /** The derivative of log Gamma: recurrence, then the asymptotic series (DLMF 5.11.2). */
    static double digamma(final double x) {
        if (!(x > 0)) {
            return Double.isNaN(x) || x == Math.rint(x) ? Double.NaN
                : digamma(1 - x) - Math.PI / Math.tan(Math.PI * (x - Math.floor(x)));
        }
        var shifted = x;
        var sum = 0.0;
        while (shifted < ASYMPTOTIC) {
            sum += 1 / shifted;
            shifted += 1;
        }
        final var r = 1 / shifted;
        final var s = r * r;
        final var series = s * (1.0 / 12 - s * (1.0 / 120 - s * (1.0 / 252 - s * (1.0 / 240 - s * (1.0 / 132
            - s * (691.0 / 32760 - s / 12))))));
        return Math.log(shifted) - 0.5 * r - series - sum;
    }
}
