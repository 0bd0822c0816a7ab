// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.diagnostics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Diagnostics of several chains of one quantity, as Vehtari, Gelman, Simpson, Carpenter and Buerkner define them
 * ("Rank-normalization, folding, and localization: an improved R-hat for assessing convergence of MCMC", Bayesian
 * Analysis 16(2), 2021), with the conventions of ArviZ: chains are split in halves (the middle draw of an odd number is
 * left out), autocovariances are cut by Geyer's initial monotone sequence. Chains are {@code double[chains][draws]} of
 * equal length; with fewer than four draws, or a value that is not finite, all results are NaN.
 */
public final class Convergence {

    private static final int LEAST_DRAWS = 4;

    private static final double SAME = 1e-15;

    /** One standard deviation of a normal to both sides. */
    private static final double LOWER = 0.1586553;

    private static final double UPPER = 0.8413447;

    private Convergence() {
    }

    /**
     * The rank-normalised split R-hat, the larger one of bulk and folded values; 1 for perfect mixing, at most 1.01 for
     * chains that may be trusted.
     *
     * @param chains the chains
     * @return R-hat; NaN for a single chain
     */
    public static double rHat(final double[][] chains) {
        if (invalid(chains) || chains.length < 2) {
            return Double.NaN;
        }
        final var split = split(chains);
        final var median = Statistics.quantile(Statistics.sorted(Statistics.flat(split)), 0.5);
        final var folded = map(split, x -> Math.abs(x - median));
        return Math.max(plainRHat(Statistics.normalScores(split)), plainRHat(Statistics.normalScores(folded)));
    }

    /**
     * The effective sample size of the bulk: that of the rank-normalised split chains.
     *
     * @param chains the chains
     * @return the effective sample size
     */
    public static double bulkSize(final double[][] chains) {
        return invalid(chains) ? Double.NaN : plainSize(Statistics.normalScores(split(chains)));
    }

    /**
     * The effective sample size of the tails: the smaller one of those of the 5 % and 95 % quantiles.
     *
     * @param chains the chains
     * @return the effective sample size
     */
    public static double tailSize(final double[][] chains) {
        return Math.min(quantileSize(chains, 0.05), quantileSize(chains, 0.95));
    }

    /**
     * The effective sample size for the mean.
     *
     * @param chains the chains
     * @return the effective sample size
     */
    public static double meanSize(final double[][] chains) {
        return invalid(chains) ? Double.NaN : plainSize(split(chains));
    }

    /**
     * The effective sample size for a quantile.
     *
     * @param chains the chains
     * @param p the quantile's probability
     * @return the effective sample size
     */
    public static double quantileSize(final double[][] chains, final double p) {
        if (invalid(chains)) {
            return Double.NaN;
        }
        final var quantile = Statistics.quantile(Statistics.sorted(Statistics.flat(chains)), p);
        return plainSize(split(map(chains, x -> x <= quantile ? 1 : 0)));
    }

    /**
     * The Monte Carlo standard error of the mean.
     *
     * @param chains the chains
     * @return the standard error
     */
    public static double meanError(final double[][] chains) {
        return invalid(chains) ? Double.NaN
            : Math.sqrt(Statistics.variance(Statistics.flat(chains), 1) / meanSize(chains));
    }

    /**
     * The Monte Carlo standard error of the standard deviation, from the fourth moment.
     *
     * @param chains the chains
     * @return the standard error
     */
    public static double deviationError(final double[][] chains) {
        if (invalid(chains)) {
            return Double.NaN;
        }
        final var all = Statistics.flat(chains);
        final var mean = Statistics.mean(all);
        final var squares = Arrays.stream(all).map(x -> (x - mean) * (x - mean)).toArray();
        final var variance = Statistics.mean(squares);
        final var fourth = Statistics.mean(Arrays.stream(squares).map(s -> s * s).toArray());
        return Math.sqrt((fourth - variance * variance) / meanSize(chains) / variance / 4);
    }

    /**
     * The Monte Carlo standard error of a quantile: half the distance between the order statistics that a beta
     * distribution with the quantile's effective sample size puts one standard deviation to both sides.
     *
     * @param chains the chains
     * @param p the quantile's probability
     * @return the standard error
     */
    public static double quantileError(final double[][] chains, final double p) {
        final var size = quantileSize(chains, p);
        if (Double.isNaN(size)) {
            return Double.NaN;
        }
        final var sorted = Statistics.sorted(Statistics.flat(chains));
        final var n = sorted.length;
        final var low = Statistics.betaQuantile(LOWER, size * p + 1, size * (1 - p) + 1) * n - 1;
        final var high = Statistics.betaQuantile(UPPER, size * p + 1, size * (1 - p) + 1) * n - 1;
        return (sorted[(int)Math.ceil(Math.min(high, n - 1))] - sorted[(int)Math.floor(Math.max(low, 0))]) / 2;
    }

    /**
     * The autocorrelations, with covariances and variances averaged over the chains, each about its own mean.
     *
     * @param chains the chains
     * @param lags how many lags beyond 0
     * @return one value a lag from 0; NaN beyond the chains' length and for constant chains
     */
    public static double[] autocorrelations(final double[][] chains, final int lags) {
        final var result = new double[lags + 1];
        Arrays.fill(result, Double.NaN);
        if (!invalid(chains)) {
            final var covariances = Autocovariance.mean(chains);
            for (int t = 0; t <= Math.min(lags, covariances.length - 1); t++) {
                result[t] = covariances[0] > 0 ? covariances[t] / covariances[0] : Double.NaN;
            }
        }
        return result;
    }

    private static boolean invalid(final double[][] chains) {
        return chains.length == 0 || chains[0].length < LEAST_DRAWS
            || Arrays.stream(chains).anyMatch(c -> Arrays.stream(c).anyMatch(x -> !Double.isFinite(x)));
    }

    private static double[][] split(final double[][] chains) {
        final var n = chains[0].length;
        final var half = n / 2;
        final var split = new double[2 * chains.length][];
        for (int c = 0; c < chains.length; c++) {
            split[c] = Arrays.copyOf(chains[c], half);
            split[chains.length + c] = Arrays.copyOfRange(chains[c], n - half, n);
        }
        return split;
    }

    private static double[][] map(final double[][] chains, final DoubleUnaryOperator rule) {
        return Arrays.stream(chains).map(c -> Arrays.stream(c).map(rule).toArray()).toArray(double[][]::new);
    }

    private static double plainRHat(final double[][] chains) {
        final var n = chains[0].length;
        final var means = Arrays.stream(chains).mapToDouble(Statistics::mean).toArray();
        final var between = n * Statistics.variance(means, 1);
        final var within = Arrays.stream(chains).mapToDouble(c -> Statistics.variance(c, 1)).sum() / chains.length;
        return Math.sqrt((between / within + n - 1) / n);
    }

    private static double plainSize(final double[][] chains) {
        final var m = chains.length;
        final var n = chains[0].length;
        final var all = Statistics.flat(chains);
        if (Arrays.stream(all).max().orElseThrow() - Arrays.stream(all).min().orElseThrow() < SAME) {
            return all.length;
        }
        final var covariance = Autocovariance.mean(chains);
        final var within = covariance[0] * n / (n - 1.0);
        var total = covariance[0];
        if (m > 1) {
            total += Statistics.variance(Arrays.stream(chains).mapToDouble(Statistics::mean).toArray(), 1);
        }
        final var size = (double)m * n;
        final var time = Math.max(autocorrelationTime(covariance, within, total, n), 1 / Math.log10(size));
        return size / time;
    }

    /** The integrated autocorrelation time by Geyer's initial monotone sequence (1992), in pairs of lags. */
    private static double autocorrelationTime(final double[] covariance, final double within, final double total,
        final int n) {
        final var rho = new double[n];
        rho[0] = 1;
        var even = 1.0;
        var odd = 1 - (within - covariance[1]) / total;
        rho[1] = odd;
        int t = 1;
        while (t < n - 3 && even + odd > 0) {
            even = 1 - (within - covariance[t + 1]) / total;
            odd = 1 - (within - covariance[t + 2]) / total;
            if (even + odd >= 0) {
                rho[t + 1] = even;
                rho[t + 2] = odd;
            }
            t += 2;
        }
        final var last = t - 2;
        if (even > 0) {
            rho[last + 1] = even;
        }
        for (int s = 1; s <= last - 2; s += 2) {
            if (rho[s + 1] + rho[s + 2] > rho[s - 1] + rho[s]) {
                rho[s + 1] = (rho[s - 1] + rho[s]) / 2;
                rho[s + 2] = rho[s + 1];
            }
        }
        double sum = 0;
        for (int s = 0; s <= last; s++) {
            sum += rho[s];
        }
        return -1 + 2 * sum + rho[last + 1];
    }
}
