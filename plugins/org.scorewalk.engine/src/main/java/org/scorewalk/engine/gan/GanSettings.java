// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

import static org.scorewalk.engine.InputException.check;

import java.util.Arrays;

import org.scorewalk.engine.nn.Activation;
import org.scorewalk.engine.nn.AdamSettings;
import org.scorewalk.engine.nn.DenseNetwork;

/**
 * How a GAN is built and trained. Defaults: 100 noise numbers, generator 256-512 with ReLU, discriminator 512-256 with
 * leaky ReLU of slope 0.2, binary cross-entropy, Adam with rate 2e-4 and decays 0.5 and 0.999, batches of 64 in the
 * order of the rows, generator first, 30 epochs, seed 42.
 *
 * @param noiseDimension how many normal numbers the generator takes
 * @param generatorHidden widths of the generator's hidden layers
 * @param generatorActivation their activation
 * @param discriminatorHidden widths of the discriminator's hidden layers
 * @param discriminatorActivation their activation
 * @param leakySlope slope left of zero where an activation is a leaky ReLU
 * @param loss what is minimised
 * @param gradientPenalty weight of the gradient penalty where the loss has one
 * @param labelSmoothing by how much the target of real rows is lowered
 * @param adam the optimiser's options, for both networks
 * @param batch rows in a batch
 * @param epochs passes over the rows
 * @param order which network goes first in an iteration
 * @param discriminatorSteps iterations (each a discriminator step) for one generator step
 * @param shuffle whether each epoch has an order of its own
 * @param seed where all random numbers come from
 * @param sampleEvery after how many epochs samples are made; 0 for never
 * @param sampleCount how many samples, always of the same noise
 * @param lossEvery after how many iterations a row of losses is given besides that at the end of an epoch; 0 for never
 * @param maxMinutes after how many minutes training stops; 0 for no limit
 * @param patience after how many epochs without an improvement training stops; 0 for no limit
 */
public record GanSettings(int noiseDimension, int[] generatorHidden, Activation generatorActivation,
    int[] discriminatorHidden, Activation discriminatorActivation, double leakySlope, GanLoss loss,
    double gradientPenalty, double labelSmoothing, AdamSettings adam, int batch, int epochs, Order order,
    int discriminatorSteps, boolean shuffle, long seed, int sampleEvery, int sampleCount, int lossEvery,
    double maxMinutes, int patience) {

    /** Which network goes first in an iteration. */
    public enum Order {
        /** The generator, then the discriminator on the same generated rows; both see the other as it was before. */
        GENERATOR_FIRST("Generator first"),
        /** The discriminator, then the generator on the same noise through the discriminator as it is then. */
        DISCRIMINATOR_FIRST("Discriminator first");

        private final String m_label;

        Order(final String label) {
            m_label = label;
        }

        /**
         * @return the name for people
         */
        public String label() {
            return m_label;
        }
    }

    /** What Adam adds after the bias correction by default. */
    public static final double EPSILON = 1e-8;

    /** The widest layer that can be chosen. */
    public static final int MAX_WIDTH = 16_384;

    /** The largest batch. */
    public static final int MAX_BATCH = 65_536;

    /** The most steps of the discriminator for one of the generator. */
    public static final int MAX_DISCRIMINATOR_STEPS = 100;

    /** The most samples written at a time. */
    public static final int MAX_SAMPLES = 10_000;

    /** Checks the numbers. */
    public GanSettings {
        generatorHidden = generatorHidden.clone();
        discriminatorHidden = discriminatorHidden.clone();
        checkRange("Noise dimension", noiseDimension, 1, MAX_WIDTH);
        checkHidden("Generator's hidden layers", generatorHidden);
        checkHidden("Discriminator's hidden layers", discriminatorHidden);
        checkRange("Slope of the leaky ReLU", leakySlope, 0, 0.999);
        checkRange("Weight of the gradient penalty", gradientPenalty, 0, 1e6);
        checkRange("Label smoothing", labelSmoothing, 0, 0.5);
        checkRange("Learning rate", adam.learningRate(), 1e-12, 10);
        checkRange("Beta 1", adam.beta1(), 0, 0.999999);
        checkRange("Beta 2", adam.beta2(), 0, 0.99999999);
        checkRange("Epsilon", adam.epsilon(), 1e-30, 1);
        checkRange("Batch size", batch, 1, MAX_BATCH);
        checkRange("Epochs", epochs, 1, 1_000_000);
        checkRange("Discriminator steps", discriminatorSteps, 1, MAX_DISCRIMINATOR_STEPS);
        checkRange("Sample every", sampleEvery, 0, 1_000_000);
        checkRange("Number of samples", sampleCount, 1, MAX_SAMPLES);
        checkRange("Losses every", lossEvery, 0, Integer.MAX_VALUE);
        checkRange("Minutes", maxMinutes, 0, 1e6);
        checkRange("Patience", patience, 0, 1_000_000);
        if (loss == GanLoss.WASSERSTEIN_GRADIENT_PENALTY) {
            check(discriminatorActivation.isPiecewiseLinear(),
                "The gradient penalty needs a discriminator with the activation ReLU, leaky ReLU or none. Choose one of"
                    + " these for the option 'Discriminator's activation', or another loss.");
        }
        check(labelSmoothing == 0 || loss.allowsSmoothing(),
            "The option 'Label smoothing' has no meaning for the Wasserstein loss. Set it to 0 or choose another "
            + "loss.");
    }

    private static void checkRange(final String option, final double value, final double from, final double to) {
        check(value >= from && value <= to, "The option '%s' must lie between %s and %s, but it is %s.", option,
            number(from), number(to), number(value));
    }

    private static String number(final double x) {
        return x == Math.rint(x) && Math.abs(x) < 1e15 ? Long.toString((long)x) : Double.toString(x);
    }

    private static void checkHidden(final String option, final int[] widths) {
        check(widths.length < DenseNetwork.MAX_LAYERS, "The option '%s' lists %d layers, but at most %d are possible.",
            option, widths.length, DenseNetwork.MAX_LAYERS - 1);
        for (final int width : widths) {
            checkRange(option, width, 1, MAX_WIDTH);
        }
    }

    @Override
    public int[] generatorHidden() {
        return generatorHidden.clone();
    }

    @Override
    public int[] discriminatorHidden() {
        return discriminatorHidden.clone();
    }

    /**
     * @return a builder that holds the defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof GanSettings s && toString().equals(s.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return "GanSettings[" + noiseDimension + ", " + Arrays.toString(generatorHidden) + " " + generatorActivation
            + ", " + Arrays.toString(discriminatorHidden) + " " + discriminatorActivation + ", " + leakySlope + ", "
            + loss + ", " + gradientPenalty + ", " + labelSmoothing + ", " + adam + ", " + batch + ", " + epochs + ", "
            + order + ", " + discriminatorSteps + ", " + shuffle + ", " + seed + ", " + sampleEvery + ", " + sampleCount
            + ", " + lossEvery + ", " + maxMinutes + ", " + patience + "]";
    }

    /** Collects settings, beginning with the defaults. */
    public static final class Builder {

        private int m_noiseDimension = 100;

        private int[] m_generatorHidden = {256, 512};

        private Activation m_generatorActivation = Activation.RELU;

        private int[] m_discriminatorHidden = {512, 256};

        private Activation m_discriminatorActivation = Activation.LEAKY_RELU;

        private double m_leakySlope = 0.2;

        private GanLoss m_loss = GanLoss.BINARY_CROSS_ENTROPY;

        private double m_gradientPenalty = 10;

        private double m_labelSmoothing;

        private AdamSettings m_adam = new AdamSettings(2e-4, 0.5, 0.999, EPSILON);

        private int m_batch = 64;

        private int m_epochs = 30;

        private Order m_order = Order.GENERATOR_FIRST;

        private int m_discriminatorSteps = 1;

        private boolean m_shuffle;

        private long m_seed = 42;

        private int m_sampleEvery;

        private int m_sampleCount = 10;

        private int m_lossEvery;

        private double m_maxMinutes;

        private int m_patience;

        private Builder() {
        }

        /**
         * @param noise how many normal numbers the generator takes
         * @param hidden widths of its hidden layers
         * @param activation their activation
         * @return this
         */
        public Builder generator(final int noise, final int[] hidden, final Activation activation) {
            m_noiseDimension = noise;
            m_generatorHidden = hidden.clone();
            m_generatorActivation = activation;
            return this;
        }

        /**
         * @param hidden widths of the discriminator's hidden layers
         * @param activation their activation
         * @return this
         */
        public Builder discriminator(final int[] hidden, final Activation activation) {
            m_discriminatorHidden = hidden.clone();
            m_discriminatorActivation = activation;
            return this;
        }

        /**
         * @param slope slope left of zero of leaky ReLU
         * @return this
         */
        public Builder leakySlope(final double slope) {
            m_leakySlope = slope;
            return this;
        }

        /**
         * @param loss what is minimised
         * @return this
         */
        public Builder loss(final GanLoss loss) {
            m_loss = loss;
            return this;
        }

        /**
         * @param weight weight of the gradient penalty
         * @return this
         */
        public Builder gradientPenalty(final double weight) {
            m_gradientPenalty = weight;
            return this;
        }

        /**
         * @param smoothing by how much the target of real rows is lowered
         * @return this
         */
        public Builder labelSmoothing(final double smoothing) {
            m_labelSmoothing = smoothing;
            return this;
        }

        /**
         * @param adam the optimiser's options
         * @return this
         */
        public Builder adam(final AdamSettings adam) {
            m_adam = adam;
            return this;
        }

        /**
         * @param batch rows in a batch
         * @return this
         */
        public Builder batch(final int batch) {
            m_batch = batch;
            return this;
        }

        /**
         * @param epochs passes over the rows
         * @return this
         */
        public Builder epochs(final int epochs) {
            m_epochs = epochs;
            return this;
        }

        /**
         * @param order which network goes first
         * @param discriminatorSteps iterations for one generator step
         * @return this
         */
        public Builder order(final Order order, final int discriminatorSteps) {
            m_order = order;
            m_discriminatorSteps = discriminatorSteps;
            return this;
        }

        /**
         * @param shuffle whether each epoch has an order of its own
         * @return this
         */
        public Builder shuffle(final boolean shuffle) {
            m_shuffle = shuffle;
            return this;
        }

        /**
         * @param seed where all random numbers come from
         * @return this
         */
        public Builder seed(final long seed) {
            m_seed = seed;
            return this;
        }

        /**
         * @param every after how many epochs samples are made; 0 for never
         * @param count how many
         * @return this
         */
        public Builder samples(final int every, final int count) {
            m_sampleEvery = every;
            m_sampleCount = count;
            return this;
        }

        /**
         * @param every after how many iterations losses are given; 0 for the end of an epoch only
         * @return this
         */
        public Builder lossEvery(final int every) {
            m_lossEvery = every;
            return this;
        }

        /**
         * @param minutes after how many minutes training stops; 0 for no limit
         * @param patience after how many epochs without an improvement it stops; 0 for no limit
         * @return this
         */
        public Builder stop(final double minutes, final int patience) {
            m_maxMinutes = minutes;
            m_patience = patience;
            return this;
        }

        /**
         * @return the settings
         */
        public GanSettings build() {
            return new GanSettings(m_noiseDimension, m_generatorHidden, m_generatorActivation, m_discriminatorHidden,
                m_discriminatorActivation, m_leakySlope, m_loss, m_gradientPenalty, m_labelSmoothing, m_adam, m_batch,
                m_epochs, m_order, m_discriminatorSteps, m_shuffle, m_seed, m_sampleEvery, m_sampleCount, m_lossEvery,
                m_maxMinutes, m_patience);
        }
    }
}
