// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import static org.scorewalk.engine.InputException.check;

import java.util.Arrays;

import org.scorewalk.engine.InputException;

/** Where particles start. Implementations are immutable. */
@FunctionalInterface
public interface InitialState {

    /**
     * Puts a block's particles at their starting points.
     *
     * @param block the block; its number of the first particle says which ones they are
     */
    void place(ParticleBlock block);

    /**
     * Independent normals with mean 0 and standard deviation 1 in each coordinate.
     *
     * @return the standard normal start
     */
    static InitialState standardNormal() {
        return block -> {
            for (final double[] row : block.x()) {
                block.random().fillNormal(row, block.size());
            }
        };
    }

    /**
     * Independent normals.
     *
     * @param mean one mean a coordinate
     * @param deviation one standard deviation a coordinate, 0 or more
     * @return the normal start
     * @throws InputException if a number is out of range
     */
    static InitialState normal(final double[] mean, final double[] deviation) {
        final var means = finite("The start's mean", mean);
        final var deviations = finite("The start's standard deviation", deviation);
        for (final double value : deviations) {
            check(value >= 0, "The start's standard deviation is %s, but it must be 0 or more.", value);
        }
        return block -> {
            for (int i = 0; i < block.x().length; i++) {
                final double[] row = block.x()[i];
                block.random().fillNormal(row, block.size());
                for (int k = 0; k < row.length; k++) {
                    row[k] = means[i] + deviations[i] * row[k];
                }
            }
        };
    }

    /**
     * One point for all particles.
     *
     * @param point its coordinates
     * @return the start at the point
     * @throws InputException if a coordinate is not finite
     */
    static InitialState point(final double... point) {
        final var start = finite("A coordinate of the start", point);
        return block -> {
            for (int i = 0; i < block.x().length; i++) {
                Arrays.fill(block.x()[i], start[i]);
            }
        };
    }

    /**
     * A given point for each particle.
     *
     * @param x the coordinates, {@code double[dimension][particles]}, not copied and not to be changed any more
     * @return the start at these points
     */
    static InitialState points(final double[][] x) {
        return block -> {
            for (int i = 0; i < x.length; i++) {
                System.arraycopy(x[i], block.first(), block.x()[i], 0, block.size());
            }
        };
    }

    private static double[] finite(final String what, final double[] values) {
        for (final double value : values) {
            check(Double.isFinite(value), "%s is %s, but it must be a finite number.", what, value);
        }
        return values.clone();
    }
}
