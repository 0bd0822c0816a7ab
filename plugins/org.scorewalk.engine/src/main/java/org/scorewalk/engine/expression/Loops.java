// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

/**
 * One loop an operation over the first n elements of arrays: plain loops over whole arrays, because that is what the
 * JIT compiler turns into vector instructions. The target may be one of the arguments.
 */
final class Loops {

    private Loops() {
    }

    /** Applies an operation to arrays, as many of them as it takes. */
    static void apply(final Op op, final double[] a, final double[] b, final double[] c, final double k,
        final double[] out, final int n) {
        switch (op) {
            case ADD -> add(a, b, out, n);
            case SUB -> sub(a, b, out, n);
            case MUL -> mul(a, b, out, n);
            case DIV -> div(a, b, out, n);
            case ADD_CONST -> addConst(a, k, out, n);
            case MUL_CONST -> mulConst(a, k, out, n);
            case CONST_DIV -> constDiv(a, k, out, n);
            case SQUARE -> square(a, out, n);
            case EXP -> exp(a, out, n);
            case EXPM1 -> expm1(a, out, n);
            case LOG -> log(a, out, n);
            case LOG1P -> log1p(a, out, n);
            case SQRT -> sqrt(a, out, n);
            case ABS -> abs(a, out, n);
            case SIGN -> sign(a, out, n);
            case SIN -> sin(a, out, n);
            case COS -> cos(a, out, n);
            case TANH -> tanh(a, out, n);
            case SIGMOID -> sigmoid(a, out, n);
            case SOFTPLUS -> softplus(a, out, n);
            case MIN -> min(a, b, out, n);
            case MAX -> max(a, b, out, n);
            case LESS -> less(a, b, out, n);
            case LESS_EQUAL -> lessEqual(a, b, out, n);
            case EQUAL -> equal(a, b, out, n);
            case MASKED_MUL -> maskedMul(a, b, out, n);
            case SELECT -> select(a, b, c, out, n);
            case DETACH -> System.arraycopy(a, 0, out, 0, n);
            default -> other(op, a, b, k, out, n);
        }
    }

    static void add(final double[] a, final double[] b, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + b[i];
        }
    }

    static void sub(final double[] a, final double[] b, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] - b[i];
        }
    }

    static void mul(final double[] a, final double[] b, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
        }
    }

    static void div(final double[] a, final double[] b, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / b[i];
        }
    }

    static void min(final double[] a, final double[] b, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.min(a[i], b[i]);
        }
    }

    static void max(final double[] a, final double[] b, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(a[i], b[i]);
        }
    }

    static void less(final double[] a, final double[] b, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] < b[i] ? 1 : 0;
        }
    }

    static void lessEqual(final double[] a, final double[] b, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] <= b[i] ? 1 : 0;
        }
    }

    static void equal(final double[] a, final double[] b, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] == b[i] ? 1 : 0;
        }
    }

    static void maskedMul(final double[] a, final double[] b, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] == 0 ? 0 : a[i] * b[i];
        }
    }

    static void addConst(final double[] a, final double k, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + k;
        }
    }

    static void mulConst(final double[] a, final double k, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * k;
        }
    }

    static void constDiv(final double[] a, final double k, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = k / a[i];
        }
    }

    static void exp(final double[] a, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.exp(a[i]);
        }
    }

    static void expm1(final double[] a, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.expm1(a[i]);
        }
    }

    static void log(final double[] a, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.log(a[i]);
        }
    }

    static void log1p(final double[] a, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Scalar.log1p(a[i]);
        }
    }

    static void sqrt(final double[] a, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.sqrt(a[i]);
        }
    }

    static void abs(final double[] a, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.abs(a[i]);
        }
    }

    static void sign(final double[] a, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.signum(a[i]);
        }
    }

    static void square(final double[] a, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * a[i];
        }
    }

    static void sin(final double[] a, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.sin(a[i]);
        }
    }

    static void cos(final double[] a, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.cos(a[i]);
        }
    }

    static void tanh(final double[] a, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.tanh(a[i]);
        }
    }

    static void sigmoid(final double[] a, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = 1 / (1 + Math.exp(-a[i]));
        }
    }

    static void softplus(final double[] a, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Scalar.softplus(a[i]);
        }
    }

    static void select(final double[] condition, final double[] yes,
        final double[] no, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = condition[i] != 0 ? yes[i] : no[i];
        }
    }

    /** Operations that are too slow themselves for the way they are called to matter. */
    static void other(final Op op, final double[] a, final double[] b, final double k, final double[] out,
        final int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Scalar.apply(op, a[i], b[i], 0, k);
        }
    }

    /** The sum of the first n elements, in four interleaved parts. */
    static double sum(final double[] a, final int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i < n - 3; i += 4) {
            s0 += a[i];
            s1 += a[i + 1];
            s2 += a[i + 2];
            s3 += a[i + 3];
        }
        for (; i < n; i++) {
            s0 += a[i];
        }
        return s0 + s1 + (s2 + s3);
    }
}
