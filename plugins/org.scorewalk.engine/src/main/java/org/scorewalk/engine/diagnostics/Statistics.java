// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.diagnostics;

import java.util.Arrays;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;

/** Sums, quantiles, ranks and distribution functions. */
final class Statistics {

    private static final int BISECTIONS = 100;

    private static final double TAIL = 1e-12;

    private Statistics() {
    }

    static double mean(final double[] x) {
        double sum = 0;
        for (final double value : x) {
            sum += value;
        }
        final var first = sum / x.length;
        double rest = 0; // a second pass takes back the rounding of the first
        for (final double value : x) {
            rest += value - first;
        }
        return Double.isFinite(first) ? (first + rest / x.length) : first;
    }

    /** The mean squared deviation from the mean, divided by the number of values less {@code lost}. */
    static double variance(final double[] x, final int lost) {
        final var mean = mean(x);
        double sum = 0;
        for (final double value : x) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (x.length - lost);
    }

    static double[] flat(final double[][] chains) {
        final var all = new double[chains.length * chains[0].length];
        for (int c = 0; c < chains.length; c++) {
            System.arraycopy(chains[c], 0, all, c * chains[0].length, chains[0].length);
        }
        return all;
    }

    static double[] sorted(final double[] x) {
        final var sorted = x.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The quantile by linear interpolation (type 7 of Hyndman and Fan 1996, the one of R and NumPy). */
    static double quantile(final double[] sorted, final double p) {
        final var at = p * (sorted.length - 1);
        final var below = (int)Math.floor(at);
        final var above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** Normal scores of the pooled ranks, ties sharing their mean rank: Phi^-1((rank - 3/8) / (n + 1/4)), Blom 1958. */
    static double[][] normalScores(final double[][] chains) {
        final var sorted = sorted(flat(chains));
        final var n = sorted.length;
        final var scoreOf = new double[n];
        for (int i = 0; i < n;) {
            int end = i + 1;
            while (end < n && sorted[end] == sorted[i]) {
                end++;
            }
            final var rank = (i + 1 + end) / 2.0;
            Arrays.fill(scoreOf, i, end, normalQuantile((rank - 0.375) / (n + 0.25)));
            i = end;
        }
        final var scores = new double[chains.length][];
        for (int c = 0; c < chains.length; c++) {
            scores[c] = Arrays.stream(chains[c]).map(x -> scoreOf[find(sorted, x)]).toArray();
        }
        return scores;
    }

    private static int find(final double[] sorted, final double x) {
        final var at = Arrays.binarySearch(sorted, x);
        return at >= 0 ? at : -at - 1;
    }

    static double normalQuantile(final double p) {
        return -Math.sqrt(2) * Erf.erfcInv(2 * p);
    }

    static double betaQuantile(final double p, final double a, final double b) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            final var middle = (low + high) / 2;
            if (Beta.regularizedBeta(middle, a, b) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The chance that Kolmogorov's limit distribution exceeds a value: 2 sum of (-1)^(j-1) exp(-2 j^2 x^2). */
    static double kolmogorovTail(final double x) {
        if (x < 0.2) {
            return 1; // 1 to more digits than doubles have
        }
        double sum = 0;
        for (int j = 1; j < 200; j++) {
            final var term = Math.exp(-2.0 * j * j * x * x);
            sum += j % 2 == 1 ? term : -term;
            if (term < TAIL) {
                break;
            }
        }
        return Math.min(1, Math.max(0, 2 * sum));
    }
}
