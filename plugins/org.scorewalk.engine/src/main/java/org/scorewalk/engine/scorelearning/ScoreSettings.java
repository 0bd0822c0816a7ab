// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.scorelearning;

import static org.scorewalk.engine.InputException.check;

import java.util.Arrays;
import java.util.Objects;

import org.scorewalk.engine.density.NoiseLevels;
import org.scorewalk.engine.nn.AdamSettings;

/**
 * How a score is learned.
 *
 * @param hidden widths of the network's hidden layers
 * @param levels the noise levels in standard deviations of the columns; the network learns all between the first and
 *            the last
 * @param method what is minimised
 * @param adam the optimiser's options; its learning rate falls to 0 along half a cosine
 * @param averaging how slowly the running mean of the weights, which is the result, forgets, in [0, 1); 0 for the last
 *            weights
 * @param batch rows in a batch; rows come again, with other noise, where the table has fewer
 * @param steps how many steps the optimiser makes
 * @param validation the part of the rows that is not learned from, for a loss that shows overfitting; 0 for none
 * @param lossEvery after how many steps the losses are given
 * @param seed where all random numbers come from
 */
public record ScoreSettings(int[] hidden, NoiseLevels levels, Method method, AdamSettings adam, double averaging,
    int batch, int steps, double validation, int lossEvery, long seed) {

    /** What is minimised. The constants' names are stored in workflows and never change. */
    public enum Method {

        /** Denoising score matching (Vincent 2011; Song and Ermon 2019): the network predicts the noise. */
        DENOISING("Denoising score matching"),

        /** Sliced score matching (Song et al. 2019): derivatives of the network along random directions. */
        SLICED("Sliced score matching");

        private final String m_label;

        Method(final String label) {
            m_label = label;
        }

        /**
         * The name for people.
         *
         * @return a short name
         */
        public String label() {
            return m_label;
        }
    }

    /** What the node offers. */
    public static final ScoreSettings DEFAULT = new ScoreSettings(new int[]{128, 128}, new NoiseLevels(5, 0.02, 20),
        Method.DENOISING, new AdamSettings(5e-3, 0.9, 0.999, 1e-8), 0.999, 1024, 5000, 0.05, 100, 42);

    /** The widest layer. */
    public static final int MAX_WIDTH = 4096;

    /** The largest batch. */
    public static final int MAX_BATCH = 65_536;

    /** The most steps. */
    public static final int MAX_STEPS = 100_000_000;

    /** Checks the numbers. */
    public ScoreSettings {
        Objects.requireNonNull(levels);
        Objects.requireNonNull(method);
        hidden = hidden.clone();
        for (final int width : hidden) {
            checkRange("Hidden layers", width, 1, MAX_WIDTH);
        }
        checkRange("Learning rate", adam.learningRate(), 1e-12, 10);
        checkRange("Averaging", averaging, 0, 0.9999999);
        checkRange("Batch size", batch, 1, MAX_BATCH);
        checkRange("Training steps", steps, 1, MAX_STEPS);
        checkRange("Validation part", validation, 0, 0.9);
        checkRange("Losses every", lossEvery, 1, MAX_STEPS);
        LearnedDensity.layers(1, hidden);
    }

    private static void checkRange(final String option, final double value, final double from, final double to) {
        check(value >= from && value <= to, "The option '%s' must lie between %s and %s, but it is %s.", option,
            number(from), number(to), number(value));
    }

    private static String number(final double x) {
        return x == Math.rint(x) && Math.abs(x) < 1e15 ? Long.toString((long)x) : Double.toString(x);
    }

    @Override
    public int[] hidden() {
        return hidden.clone();
    }

    /**
     * The same with another number of steps.
     *
     * @param value how many
     * @return new settings
     */
    public ScoreSettings withSteps(final int value) {
        return new ScoreSettings(hidden, levels, method, adam, averaging, batch, value, validation, lossEvery, seed);
    }

    /**
     * The same with another method.
     *
     * @param value what is minimised
     * @return new settings
     */
    public ScoreSettings withMethod(final Method value) {
        return new ScoreSettings(hidden, levels, value, adam, averaging, batch, steps, validation, lossEvery, seed);
    }

    /**
     * The same with another network.
     *
     * @param widths widths of its hidden layers
     * @return new settings
     */
    public ScoreSettings withHidden(final int... widths) {
        return new ScoreSettings(widths, levels, method, adam, averaging, batch, steps, validation, lossEvery, seed);
    }

    /**
     * The same with another batch.
     *
     * @param value rows in a batch
     * @return new settings
     */
    public ScoreSettings withBatch(final int value) {
        return new ScoreSettings(hidden, levels, method, adam, averaging, value, steps, validation, lossEvery, seed);
    }

    /**
     * The same with another seed.
     *
     * @param value any number
     * @return new settings
     */
    public ScoreSettings withSeed(final long value) {
        return new ScoreSettings(hidden, levels, method, adam, averaging, batch, steps, validation, lossEvery, value);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof ScoreSettings s && Arrays.equals(hidden, s.hidden) && levels.equals(s.levels)
            && method == s.method && adam.equals(s.adam) && averaging == s.averaging && batch == s.batch
            && steps == s.steps && validation == s.validation && lossEvery == s.lossEvery && seed == s.seed;
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(hidden), levels, method, adam, averaging, batch, steps, validation,
            lossEvery, seed);
    }

    @Override
    public String toString() {
        return method + " " + Arrays.toString(hidden) + " " + levels + " batch " + batch + " x " + steps;
    }
}
