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

    /** a = keep a + (1 - keep) x */
    static void average(final float[] a, final float[] x, final int n, final float keep) {
        final float take = 1f - keep;
        for (int i = 0; i < n; i++) {
            a[i] += take * (x[i] - a[i]);
        }
    }

    /** Adds four rows times eight weights to two rows: enough arithmetic for each number that is fetched. */
    static void addFour(final int n, final float[] x0, final float[] x1, final float[] x2, final float[] x3,
        final float[] y, final float a0, final float a1, final float a2, final float a3, final float[] z,
        final float b0, final float b1, final float b2, final float b3) {
        for (int k = 0; k < n; k++) {
            y[k] += a0 * x0[k] + a1 * x1[k] + (a2 * x2[k] + a3 * x3[k]);
            z[k] += b0 * x0[k] + b1 * x1[k] + (b2 * x2[k] + b3 * x3[k]);
        }
    }

    /** Adds one row times one weight to a row. */
    static void add(final int n, final float[] x, final float[] y, final float a) {
        for (int k = 0; k < n; k++) {
            y[k] += a * x[k];
        }
    }

    /** The second derivative of x times the logistic function of x, times a tangent. */
    static void siluCurvature(final float[] x, final float[] tangent, final float[] to, final int n) {
        for (int i = 0; i < n; i++) {
            final float s = 0.5f + 0.5f * tanh(0.5f * x[i]);
            to[i] = s * (1f - s) * (2f + x[i] * (1f - 2f * s)) * tangent[i];
        }
    }

    /** g = g a + h b, then h = h a */
    static void mix(final float[] g, final float[] h, final float[] a, final float[] b, final int n) {
        for (int i = 0; i < n; i++) {
            g[i] = g[i] * a[i] + h[i] * b[i];
            h[i] *= a[i];
        }
    }
}
