// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

/**
 * The exponential function of many numbers that are not positive, such as the logarithms of weights of which the
 * largest is 1. {@link Math#exp} is not turned into vector instructions; this is, which makes it some three times as
 * fast.
 */
final class SmallExp {

    /** The exponential of anything lower vanishes beside 1. */
    private static final double LOWEST = -64;

    private static final int HALVINGS = 8;

    private SmallExp() {
    }

    /**
     * Replaces each of the first n elements a by exp(a), with an absolute error below 1e-15. With y = a /
     * 2<sup>8</sup>, at least -1/4, q = exp(y) - 1 is a Taylor polynomial, and (1 + q)<sup>2</sup> - 1 = q (q + 2) is
     * taken eight times.
     *
     * @param a numbers that are not positive, -infinity included
     * @param n how many
     */
    static void exp(final double[] a, final int n) {
        for (int k = 0; k < n; k++) {
            final double y = Math.max(a[k], LOWEST) * (1.0 / (1 << HALVINGS));
            double q = y * (1 + y * (1.0 / 2 + y * (1.0 / 6 + y * (1.0 / 24 + y * (1.0 / 120 + y * (1.0 / 720
                + y * (1.0 / 5040 + y * (1.0 / 40320 + y * (1.0 / 362880 + y * (1.0 / 3628800))))))))));
            q = q * (q + 2);
            q = q * (q + 2);
            q = q * (q + 2);
            q = q * (q + 2);
            q = q * (q + 2);
            q = q * (q + 2);
            q = q * (q + 2);
            q = q * (q + 2);
            a[k] = 1 + q;
        }
    }
}
