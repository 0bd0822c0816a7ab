// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

/**
 * The element-wise loops. Each walks whole arrays by one index without offsets and without branches: that is what the
 * JDK 17 compiler turns into vector instructions, and each stands in a method of its own so that it is compiled well.
 */
final class Kernels {

    /** Takes every positive normal float beyond 1. */
    private static final float HUGE = 3e38f;

    /** Beyond this the hyperbolic tangent is 1 in single precision. */
    private static final float TANH_LIMIT = 9f;

    private Kernels() {
    }

    /** 1 where x is positive, else 0, without a branch. */
    private static float step(final float x) {
        return Math.min(Math.max(x * HUGE, 0f), 1f);
    }

    /**
     * The hyperbolic tangent as x P(x²)/Q(x²), both of degree four, fitted for the least relative error on [-9, 9]
     * (2e-8 in exact arithmetic, 3.5e-7 in single precision).
     */
    static float tanh(final float x) {
        final float y = Math.min(Math.max(x, -TANH_LIMIT), TANH_LIMIT);
        final float s = y * y;
        final float p = (((1.33546827e-8f * s + 2.06090985e-5f) * s + 3.49558914e-3f) * s + 0.133810265f) * s
            + 0.999999979f;
        final float q = (((7.77656725e-7f * s + 3.28563646e-4f) * s + 2.58769861e-2f) * s + 0.467143421f) * s + 1f;
        return Math.min(Math.max(y * p / q, -1f), 1f);
    }

    static void relu(final float[] x, final int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.max(x[i], 0f);
        }
    }

    static void leakyRelu(final float[] x, final int n, final float slope) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.max(x[i], 0f) + slope * Math.min(x[i], 0f);
        }
    }

    static void tanh(final float[] x, final int n) {
        for (int i = 0; i < n; i++) {
            x[i] = tanh(x[i]);
        }
    }

    static void sigmoid(final float[] x, final int n) {
        for (int i = 0; i < n; i++) {
            x[i] = 0.5f + 0.5f * tanh(0.5f * x[i]);
        }
    }

    static void silu(final float[] x, final int n, final float[] slopes) {
        for (int i = 0; i < n; i++) {
            final float s = 0.5f + 0.5f * tanh(0.5f * x[i]);
            final float y = x[i] * s;
            slopes[i] = s + y * (1f - s);
            x[i] = y;
        }
    }

    static void reluSlope(final float[] g, final float[] y, final int n) {
        for (int i = 0; i < n; i++) {
            g[i] *= step(y[i]);
        }
    }

    static void leakyReluSlope(final float[] g, final float[] y, final int n, final float slope) {
        final float rise = 1f - slope;
        for (int i = 0; i < n; i++) {
            g[i] *= slope + rise * step(y[i]);
        }
    }

    static void tanhSlope(final float[] g, final float[] y, final int n) {
        for (int i = 0; i < n; i++) {
            g[i] *= 1f - y[i] * y[i];
        }
    }

    static void sigmoidSlope(final float[] g, final float[] y, final int n) {
        for (int i = 0; i < n; i++) {
            g[i] *= y[i] * (1f - y[i]);
        }
    }

    static void multiply(final float[] g, final float[] by, final int n) {
        for (int i = 0; i < n; i++) {
            g[i] *= by[i];
        }
    }

    static void scale(final float[] x, final int from, final int to, final float by) {
        for (int i = from; i < to; i++) {
            x[i] *= by;
        }
    }

    /** y += a x */
    static void axpy(final float[] y, final float[] x, final float a) {
        for (int i = 0; i < y.length; i++) {
            y[i] += a * x[i];
        }
    }

    /**
     * One step of Adam (Kingma and Ba 2015) with the epsilon as PyTorch applies it, to the bias-corrected root.
     *
     * @param p parameters
     * @param g their gradient
     * @param m running mean of the gradient
     * @param v running mean of its square
     * @param n how many
     * @param a the step's scalars
     */
    static void adam(final float[] p, final float[] g, final float[] m, final float[] v, final int n,
        final AdamSettings.Step a) {
        final float b1 = a.beta1();
        final float b2 = a.beta2();
        final float c1 = a.oneMinusBeta1();
        final float c2 = a.oneMinusBeta2();
        final float rate = a.rate();
        final float epsilon = a.epsilon();
        for (int i = 0; i < n; i++) {
            final float mi = b1 * m[i] + c1 * g[i];
            final float vi = b2 * v[i] + c2 * g[i] * g[i];
            m[i] = mi;
            v[i] = vi;
            p[i] -= rate * mi / ((float)Math.sqrt(vi) + epsilon);
        }
    }
}
