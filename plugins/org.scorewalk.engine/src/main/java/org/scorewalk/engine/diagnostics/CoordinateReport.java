// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.diagnostics;

import java.util.function.ToDoubleFunction;

import org.scorewalk.engine.Monitor;

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
     * @param monitor asked for a cancel before each number
     * @return the report
     */
    public static CoordinateReport of(final String name, final double[][] chains, final Monitor monitor) {
        final var all = Statistics.flat(chains);
        final var sorted = Statistics.sorted(all);
        final ToDoubleFunction<ToDoubleFunction<double[][]>> number = statistic -> {
            monitor.check();
            return statistic.applyAsDouble(chains);
        };
        final var rHat = number.applyAsDouble(Convergence::rHat);
        final var bulk = number.applyAsDouble(Convergence::bulkSize);
        final var tail = number.applyAsDouble(Convergence::tailSize);
        return new CoordinateReport(name, Statistics.mean(all), Math.sqrt(Statistics.variance(all, 1)),
            Statistics.quantile(sorted, LOW), Statistics.quantile(sorted, 0.5), Statistics.quantile(sorted, HIGH), rHat,
            bulk, tail, number.applyAsDouble(Convergence::meanError),
            number.applyAsDouble(Convergence::deviationError),
            number.applyAsDouble(c -> Convergence.quantileError(c, LOW)),
            number.applyAsDouble(c -> Convergence.quantileError(c, 0.5)),
            number.applyAsDouble(c -> Convergence.quantileError(c, HIGH)),
            number.applyAsDouble(c -> Convergence.autocorrelations(c, 1)[1]),
            all.length / number.applyAsDouble(Convergence::meanSize), Verdict.of(name, rHat, bulk, tail));
    }
}
