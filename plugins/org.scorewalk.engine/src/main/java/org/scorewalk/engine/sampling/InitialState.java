// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import static org.scorewalk.engine.InputException.check;

import java.util.Arrays;
import java.util.List;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.kernel.ParticleBlock;
import org.scorewalk.engine.transform.Interval;

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

    /**
     * A start that is given in the coordinates that people see.
     *
     * @param ranges the coordinates' ranges, see {@link org.scorewalk.engine.density.Density#ranges()}
     * @param start where particles start
     * @return the same start on the line
     * @throws InputException when particles are placed outside the ranges
     */
    static InitialState within(final List<Interval> ranges, final InitialState start) {
        return ranges.isEmpty() ? start : block -> {
            start.place(block);
            for (int i = 0; i < ranges.size(); i++) {
                final var range = ranges.get(i);
                final var row = block.x()[i];
                for (int k = 0; k < row.length; k++) {
                    final var z = range.toLine(row[k]);
                    check(Double.isFinite(z), "Particle %d starts with coordinate %d at %s, but this must lie between "
                        + "%s and %s. Choose another start.", block.first() + k + 1, i + 1, row[k], range.lower(),
                        range.upper());
                    row[k] = z;
                }
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
