// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import org.scorewalk.engine.random.RandomStream;

/**
 * Neighbouring particles that one thread moves together, and their random numbers. The block, not the thread, owns the
 * stream, so results do not depend on who moves it.
 */
public final class ParticleBlock {

    /**
     * Particles in a block of up to {@value #WIDE} coordinates: a row of doubles fills a quarter of a level-one cache.
     */
    private static final int SIZE = 1024;

    private static final int WIDE = 32;

    private static final int SMALLEST = 16;

    private final int m_first;

    private final double[][] m_x;

    private final RandomStream m_random;

    private Object m_state;

    /**
     * @param first the number of the block's first particle
     * @param size how many particles the block has
     * @param dimension how many coordinates a particle has
     * @param random the block's random numbers
     */
    public ParticleBlock(final int first, final int size, final int dimension, final RandomStream random) {
        m_first = first;
        m_x = new double[dimension][size];
        m_random = random;
    }

    /**
     * The number of particles in a full block. It depends on the dimension alone, for it decides who gets which random
     * numbers: {@value #SIZE} particles up to {@value #WIDE} coordinates, fewer beyond, so that the block stays in
     * cache and a step stays short.
     *
     * @param dimension the dimension
     * @return at least {@value #SMALLEST}
     */
    public static int sizeFor(final int dimension) {
        return dimension <= WIDE ? SIZE : Math.max(SMALLEST, SIZE * WIDE / dimension);
    }

    /**
     * The number of the first particle.
     *
     * @return from 0
     */
    public int first() {
        return m_first;
    }

    /**
     * How many particles the block has.
     *
     * @return at least 1
     */
    public int size() {
        return m_x[0].length;
    }

    /**
     * The coordinates, to be read and moved in place.
     *
     * @return {@code double[dimension][size]}
     */
    public double[][] x() {
        return m_x;
    }

    /**
     * The block's random numbers.
     *
     * @return the stream that everything random in this block comes from
     */
    public RandomStream random() {
        return m_random;
    }

    /**
     * What a kernel knows of the block beside its particles, such as momenta or an adapted step size. It belongs to the
     * block, like the stream, so that it follows the block from thread to thread.
     *
     * @return what the kernel has put there, or null
     */
    public Object state() {
        return m_state;
    }

    /**
     * Keeps a kernel's knowledge of the block.
     *
     * @param state what {@link #state()} is to give
     */
    public void setState(final Object state) {
        m_state = state;
    }

    /**
     * The largest size of any coordinate.
     *
     * @return the largest absolute value; NaN or infinity if some coordinate is not finite
     */
    public double largest() {
        return largest(m_x, 0, size());
    }

    /**
     * The largest size of a number.
     *
     * @param rows the numbers
     * @param from the index of the first in each row
     * @param to the index after the last
     * @return the largest absolute value; NaN or infinity if some number is not finite
     */
    public static double largest(final double[][] rows, final int from, final int to) {
        double largest = 0;
        for (final double[] row : rows) {
            for (int k = from; k < to; k++) {
                final double size = Math.abs(row[k]);
                if (!(size <= largest)) { // true for NaN, too
                    if (!(size <= Double.MAX_VALUE)) {
                        return size;
                    }
                    largest = size;
                }
            }
        }
        return largest;
    }
}
