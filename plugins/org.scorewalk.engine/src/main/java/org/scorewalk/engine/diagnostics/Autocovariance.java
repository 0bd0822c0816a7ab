// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.diagnostics;

import java.util.Arrays;

/**
 * Autocovariances at all lags by the fast Fourier transform: the mean over chains of each chain's
 * (1/n) sum of (x<sub>i</sub> - mean)(x<sub>i+t</sub> - mean). The power spectra are added up first, so that any number
 * of chains needs one transform back.
 */
final class Autocovariance {

    private Autocovariance() {
    }

    /**
     * The mean autocovariance of chains of equal length.
     *
     * @param chains one array a chain
     * @return one value a lag, from 0 to the chains' length less one
     */
    static double[] mean(final double[][] chains) {
        final var n = chains[0].length;
        var size = 2;
        while (size < 2 * n) {
            size *= 2;
        }
        final var power = new double[size];
        final var re = new double[size];
        final var im = new double[size];
        final var roots = roots(size);
        for (int c = 0; c < chains.length; c += 2) {
            // two real chains in one complex transform; the cross terms cancel in the real part of the way back
            load(chains[c], re);
            if (c + 1 < chains.length) {
                load(chains[c + 1], im);
            } else {
                Arrays.fill(im, 0);
            }
            transform(re, im, roots);
            for (int i = 0; i < size; i++) {
                power[i] += re[i] * re[i] + im[i] * im[i];
            }
        }
        Arrays.fill(im, 0);
        transform(power, im, roots);
        final var result = new double[n];
        for (int t = 0; t < n; t++) {
            result[t] = power[t] / ((double)size * n * chains.length);
        }
        return result;
    }

    private static void load(final double[] chain, final double[] to) {
        final var mean = Statistics.mean(chain);
        for (int i = 0; i < to.length; i++) {
            to[i] = i < chain.length ? chain[i] - mean : 0;
        }
    }

    private static double[] roots(final int size) {
        final var roots = new double[size];
        for (int k = 0; k < size / 2; k++) {
            roots[2 * k] = Math.cos(2 * Math.PI * k / size);
            roots[2 * k + 1] = -Math.sin(2 * Math.PI * k / size);
        }
        return roots;
    }

    /** Iterative radix-2 transform in place (Cooley and Tukey 1965); the length is a power of two. */
    private static void transform(final double[] re, final double[] im, final double[] roots) {
        final var n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                final var r = re[i];
                re[i] = re[j];
                re[j] = r;
                final var m = im[i];
                im[i] = im[j];
                im[j] = m;
            }
        }
        for (int length = 2; length <= n; length *= 2) {
            final var half = length / 2;
            final var stride = n / length;
            for (int start = 0; start < n; start += length) {
                for (int k = 0; k < half; k++) {
                    final var wr = roots[2 * k * stride];
                    final var wi = roots[2 * k * stride + 1];
                    final var a = start + k;
                    final var b = a + half;
                    final var tr = re[b] * wr - im[b] * wi;
                    final var ti = re[b] * wi + im[b] * wr;
                    re[b] = re[a] - tr;
                    im[b] = im[a] - ti;
                    re[a] += tr;
                    im[a] += ti;
                }
            }
        }
    }
}
