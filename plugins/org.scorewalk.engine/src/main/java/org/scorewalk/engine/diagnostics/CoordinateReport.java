// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.diagnostics;

/**
 * What is known of one coordinate of a run.
 *
 * @param name the coordinate's name
 * @param mean the mean over all chains
 * @param deviation the standard deviation
 * @param low the 5 % quantile
 * @param median the median
 * @param high the 95 % quantile
 * @param rHat see {@link Convergence#rHat}
 * @param bulkSize see {@link Convergence#bulkSize}
 * @param tailSize see {@link Convergence#tailSize}
 * @param meanError see {@link Convergence#meanError}
 * @param deviationError see {@link Convergence#deviationError}
 * @param lowError see {@link Convergence#quantileError}
 * @param medianError see {@link Convergence#quantileError}
 * @param highError see {@link Convergence#quantileError}
 * @param autocorrelation the autocorrelation of neighbouring draws
 * @param autocorrelationTime how many draws of a chain are worth one independent draw, for the mean
 * @param verdict the judgement
 */
public record CoordinateReport(String name, double mean, double deviation, double low, double median, double high,
    double rHat, double bulkSize, double tailSize, double meanError, double deviationError, double lowError,
    double medianError, double highError, double autocorrelation, double autocorrelationTime, Verdict verdict) {

    private static final double LOW = 0.05;

    private static final double HIGH = 0.95;

    /**
     * Computes all of it.
     *
     * @param name the coordinate's name
     * @param chains the draws, {@code double[chains][draws]}
     * @return the report
     */
    public static CoordinateReport of(final String name, final double[][] chains) {
        final var all = Statistics.flat(chains);
        final var sorted = Statistics.sorted(all);
        final var rHat = Convergence.rHat(chains);
        final var bulk = Convergence.bulkSize(chains);
        final var tail = Convergence.tailSize(chains);
        return new CoordinateReport(name, Statistics.mean(all), Math.sqrt(Statistics.variance(all, 1)),
            Statistics.quantile(sorted, LOW), Statistics.quantile(sorted, 0.5), Statistics.quantile(sorted, HIGH), rHat,
            bulk, tail, Convergence.meanError(chains), Convergence.deviationError(chains),
            Convergence.quantileError(chains, LOW), Convergence.quantileError(chains, 0.5),
            Convergence.quantileError(chains, HIGH), Convergence.autocorrelations(chains, 1)[1],
            all.length / Convergence.meanSize(chains), Verdict.of(name, rHat, bulk, tail));
    }
}
