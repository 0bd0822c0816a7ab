// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.transform.Interval;

/**
 * A probability density p on R<sup>d</sup>, known through its score, the gradient of log p.
 * <p>
 * Particles come in blocks, as structure of arrays: {@code x[i][k]} is coordinate i of particle k, and the arrays may
 * be longer than the number of particles. Implementations are immutable and safe for use by several threads.
 * To add a density, write one implementation and name it by one constant of {@link DensityFamily}.
 */
public interface Density {

    /**
     * What is stored of this density: from it {@link DensityFamily#read(DensityDocument)} makes an equal one.
     *
     * @return the density's document
     */
    DensityDocument document();

    /**
     * The dimension d.
     *
     * @return at least 1
     */
    default int dimension() {
        return document().dimension();
    }

    /**
     * The scores of a block of particles: {@code out[i][k]} becomes the derivative of log p by coordinate i at
     * particle k.
     *
     * @param x the particles, {@code double[d][at least n]}
     * @param n how many particles
     * @param out receives the scores, {@code double[d][at least n]}, no array of {@code x}
     */
    void score(double[][] x, int n, double[][] out);

    /**
     * The score as one thread's hot path uses it. A density that needs scratch memory, such as a network, overrides
     * this.
     *
     * @param capacity the largest number of particles a block will have
     * @return an evaluator for use by one thread at a time
     */
    default BlockScore blockScore(final int capacity) {
        return this::score;
    }

    /**
     * The log-densities of a block of particles, up to a constant that is the same for all.
     *
     * @param x the particles, {@code double[d][at least n]}
     * @param n how many particles
     * @param out receives one value a particle
     * @throws UnsupportedOperationException without {@link Capability#LOG_DENSITY}
     */
    default void logDensity(final double[][] x, final int n, final double[] out) {
        throw new UnsupportedOperationException("The density '" + document().family() + "' has no log-density.");
    }

    /**
     * Log-densities and scores at once, as the hot path of kernels with an acceptance test uses them.
     *
     * @param capacity the largest number of particles a block will have
     * @return an evaluator for use by one thread at a time; it needs {@link Capability#LOG_DENSITY}
     */
    default BlockEvaluation blockEvaluation(final int capacity) {
        final var scores = blockScore(capacity);
        return (x, n, logDensity, score) -> {
            logDensity(x, n, logDensity);
            scores.score(x, n, score);
        };
    }

    /**
     * The same density for work that can be canceled. A density whose evaluation of one block may take longer than a
     * few milliseconds, such as one with a sum over many rows of data, overrides this, and one that is made of others
     * hands the monitor on to them.
     *
     * @param monitor asked for a cancel during long evaluations, which then throw its exception
     * @return an equal density
     */
    default Density watchedBy(final Monitor monitor) {
        return this;
    }

    /**
     * How to draw from the density itself.
     *
     * @return present with {@link Capability#EXACT_DRAWS}
     */
    default Optional<ExactDraws> exactDraws() {
        return Optional.empty();
    }

    /**
     * The scores of the density smoothed by noise, for annealed Langevin dynamics.
     *
     * @return present with {@link Capability#NOISE_CONDITIONAL_SCORE}
     */
    default Optional<NoiseConditionalScore> noiseConditionalScore() {
        return Optional.empty();
    }

    /**
     * The part of the log-density that is a sum over rows of data.
     *
     * @return present with {@link Capability#DATA_TERM}
     */
    default Optional<DataTerm> dataTerm() {
        return Optional.empty();
    }

    /**
     * The score as a linear function, for kernels that can do a step faster with that.
     *
     * @return present if the density is a Gaussian
     */
    default Optional<LinearScore> linearScore() {
        return Optional.empty();
    }

    /**
     * By how much the step sizes of unadjusted Langevin dynamics may be multiplied before the chain runs away, where
     * that is known in advance: factors below it are stable, so step sizes for which it is 1 or less are not.
     *
     * @param stepSizes one positive step size a coordinate
     * @return empty where the bound is not known
     */
    default OptionalDouble stableFactor(final double[] stepSizes) {
        return OptionalDouble.empty();
    }

    /**
     * The ranges of the coordinates as people see them. Samplers move on the whole real line; where a coordinate is
     * bounded, tables show {@link Interval#toRange(double)} of it. {@link #logDensity} and {@link #score} are those of
     * the points on the line, with the Jacobian included.
     *
     * @return one range a coordinate, or empty where none is bounded
     */
    default List<Interval> ranges() {
        return List.of();
    }

    /**
     * The order of magnitude of coordinates where the density has its mass; values many orders beyond it mean that a
     * chain has run away.
     *
     * @return a positive number
     */
    default double extent() {
        return 1;
    }

    /**
     * Closed curves that show the density's shape in the plane of two coordinates, as a person would draw it: the ridge
     * of a ring, the ellipses of one and two standard deviations of a Gaussian's marginal density.
     *
     * @param first the coordinate of the horizontal axis
     * @param second the coordinate of the vertical axis
     * @return curves as {@code double[2][points]}, the last point joins the first; empty where there are none to draw
     */
    default List<double[][]> outline(final int first, final int second) {
        return List.of();
    }

    /**
     * The log-density at one point.
     *
     * @param point the coordinates
     * @return log p up to a constant
     */
    default double logDensity(final double... point) {
        final var out = new double[1];
        logDensity(column(point), 1, out);
        return out[0];
    }

    /**
     * The score at one point.
     *
     * @param point the coordinates
     * @return the gradient of log p
     */
    default double[] score(final double... point) {
        final var out = new double[point.length][1];
        score(column(point), 1, out);
        final var score = new double[point.length];
        for (int i = 0; i < score.length; i++) {
            score[i] = out[i][0];
        }
        return score;
    }

    private static double[][] column(final double[] point) {
        final var x = new double[point.length][1];
        for (int i = 0; i < point.length; i++) {
            x[i][0] = point[i];
        }
        return x;
    }
}
