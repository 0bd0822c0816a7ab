// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import java.util.function.IntFunction;

/**
 * The part of a log-density that is a sum over rows of data, for algorithms that look at some rows at a time. Immutable
 * and safe for use by several threads.
 */
public interface DataTerm {

    /**
     * How many rows there are.
     *
     * @return at least 1
     */
    int rows();

    /**
     * How to estimate scores from some of the rows.
     *
     * @param capacity the largest number of particles a block will have
     * @return an estimator for use by one thread at a time
     */
    Estimator estimator(int capacity);

    /**
     * The same rows in another density.
     *
     * @param estimators makes the estimators of that density's scores, given a capacity
     * @return a data term of as many rows
     */
    default DataTerm with(final IntFunction<Estimator> estimators) {
        final var rows = rows();
        return new DataTerm() {
            @Override
            public int rows() {
                return rows;
            }

            @Override
            public Estimator estimator(final int capacity) {
                return estimators.apply(capacity);
            }
        };
    }

    /** Chooses rows. */
    @FunctionalInterface
    interface Choice {

        /**
         * Chooses the rows for the next particle.
         *
         * @param rows receives numbers of rows, from 0
         */
        void choose(int[] rows);
    }

    /** Estimates scores of blocks of particles; it may own scratch memory, so only one thread uses it at a time. */
    @FunctionalInterface
    interface Estimator {

        /**
         * Estimates: the score of everything but the data, plus N/b times the sum of the scores of b of the N rows. If
         * rows are chosen at random, each as often as the others, the mean of the estimates is the score.
         *
         * @param x the particles, {@code double[d][at least n]}
         * @param n how many particles
         * @param batch b, from 1 to N
         * @param choice called once for each particle, in their order
         * @param out receives the estimates, {@code double[d][at least n]}, no array of {@code x}
         */
        void estimate(double[][] x, int n, int batch, Choice choice, double[][] out);
    }
}
