// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

import static org.scorewalk.engine.InputException.check;

import java.util.Optional;

import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.nn.AdamState;
import org.scorewalk.engine.nn.DenseNetwork;
import org.scorewalk.engine.nn.KeyedRandom;

/**
 * A trained GAN: an immutable value. Using it needs no native library.
 *
 * @param shape what the rows are
 * @param generator from noise to rows between -1 and 1
 * @param discriminator from rows to one number
 * @param loss what both were trained by
 * @param epochs how many epochs were completed
 * @param iterations how many iterations were made
 * @param memory the optimiser's memory, with which training can go on as if it had never stopped; may be empty
 */
public record GanModel(GanShape shape, DenseNetwork generator, DenseNetwork discriminator, GanLoss loss, int epochs,
    long iterations, Optional<OptimizerMemory> memory) {

    /** What random numbers are for, as {@link KeyedRandom} wants it; the numbers are part of what a seed means. */
    static final int WEIGHTS = 1;

    static final int NOISE = 2;

    static final int ORDER = 3;

    static final int PENALTY = 4;

    static final int FIXED_NOISE = 5;

    static final int SAMPLES = 6;

    static final int DISTANCE = 7;

    private static final int BLOCK = 1024;

    /**
     * The optimiser's memory of both networks.
     *
     * @param generator of the generator
     * @param discriminator of the discriminator
     */
    public record OptimizerMemory(AdamState generator, AdamState discriminator) {
    }

    /** Checks that the parts fit together. */
    public GanModel {
        check(generator.outputs() == shape.columns(), "The generator makes rows of %d numbers instead of %d.",
            generator.outputs(), shape.columns());
        check(discriminator.inputs() == shape.columns() && discriminator.outputs() == 1,
            "The discriminator takes rows of %d numbers and gives %d; it should take %d and give one.",
            discriminator.inputs(), discriminator.outputs(), shape.columns());
        check(epochs >= 0 && iterations >= 0, "A GAN cannot have been trained for %d epochs and %d iterations.", epochs,
            iterations);
        if (memory.isPresent()) {
            check(memory.get().generator().fits(generator) && memory.get().discriminator().fits(discriminator),
                "The memory of the optimiser does not belong to the networks.");
        }
    }

    /**
     * @return how many normal numbers the generator takes
     */
    public int noiseDimension() {
        return generator.inputs();
    }

    /**
     * @return the same model without the optimiser's memory, which is two thirds of its size
     */
    public GanModel withoutMemory() {
        return new GanModel(shape, generator, discriminator, loss, epochs, iterations, Optional.empty());
    }

    /**
     * Noise for samples.
     *
     * @param seed the seed
     * @param rows how many rows
     * @return standard normal numbers, row by row; fewer rows of the same seed are the first of more
     */
    public float[] noise(final long seed, final int rows) {
        return noise(seed, SAMPLES, rows, noiseDimension());
    }

    static float[] noise(final long seed, final int purpose, final int rows, final int dimension) {
        final ContinuousSampler normals = KeyedRandom.normals(seed, purpose, 0);
        final float[] z = new float[Math.multiplyExact(rows, dimension)];
        for (int i = 0; i < z.length; i++) {
            z[i] = (float)normals.sample();
        }
        return z;
    }

    /** Takes generated rows. */
    @FunctionalInterface
    public interface RowConsumer {
        /**
         * @param first the number of the first of these rows
         * @param rows generated rows between -1 and 1, one after the other
         * @param scores what the discriminator says to each: the probability to be real where it was trained by the
         *            binary cross-entropy, else its output
         */
        void accept(int first, float[] rows, double[] scores);
    }

    /**
     * Generates rows, some at a time.
     *
     * @param noise noise, row by row
     * @param consumer takes the rows in order
     * @param monitor asked for a cancel
     */
    public void generate(final float[] noise, final RowConsumer consumer, final Monitor monitor) {
        final int dimension = noiseDimension();
        final int n = noise.length / dimension;
        for (int first = 0; first < n; first += BLOCK) {
            monitor.check();
            final int rows = Math.min(BLOCK, n - first);
            final float[] z = new float[rows * dimension];
            System.arraycopy(noise, first * dimension, z, 0, z.length);
            final float[] x = apply(generator, z, rows, monitor);
            final float[] u = apply(discriminator, x, rows, monitor);
            final double[] scores = new double[rows];
            for (int r = 0; r < rows; r++) {
                scores[r] = loss.score(u[r]);
            }
            consumer.accept(first, x, scores);
            final int done = first + rows;
            monitor.report((double)done / n, () -> "row " + done + " of " + n);
        }
    }

    /** In pieces that take some milliseconds each, so that a cancel is soon seen. */
    private static float[] apply(final DenseNetwork network, final float[] x, final int rows, final Monitor monitor) {
        final float[] y = new float[rows * network.outputs()];
        final int piece = 64;
        for (int from = 0; from < rows; from += piece) {
            monitor.check();
            final int n = Math.min(piece, rows - from);
            final float[] in = new float[n * network.inputs()];
            System.arraycopy(x, from * network.inputs(), in, 0, in.length);
            System.arraycopy(network.apply(in, n), 0, y, from * network.outputs(), n * network.outputs());
        }
        return y;
    }
}
