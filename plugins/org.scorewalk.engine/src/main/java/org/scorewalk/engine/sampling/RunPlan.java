// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import static org.scorewalk.engine.InputException.check;

import java.util.Arrays;
import java.util.Objects;

import org.scorewalk.engine.InputException;

/**
 * One run of all particles.
 *
 * @param algorithm how particles move
 * @param steps how many steps, burn-in included; 1 or more
 * @param stepSizes one step size for all coordinates or one for each; ignored by algorithms without step size
 */
public record RunPlan(Algorithm algorithm, int steps, double... stepSizes) {

    /**
     * @throws InputException if the number of steps or a step size is out of range
     */
    public RunPlan {
        Objects.requireNonNull(algorithm);
        check(steps >= 1, "The number of steps is %d, but it must be 1 or more.", steps);
        if (algorithm.hasStepSize()) {
            check(stepSizes.length >= 1, "A run has no step size. Give one step size, or one for each coordinate.");
            for (final double size : stepSizes) {
                check(size > 0 && size <= Double.MAX_VALUE, "The step size is %s, but it must be a positive number.", size);
            }
        }
        stepSizes = stepSizes.clone();
    }

    @Override
    public double[] stepSizes() {
        return stepSizes.clone();
    }

    /**
     * The step sizes for a density.
     *
     * @param dimension the density's dimension
     * @return one step size a coordinate; ones for an algorithm without step size
     * @throws InputException if there is neither one step size nor one for each coordinate
     */
    public double[] stepSizes(final int dimension) {
        final var sizes = new double[dimension];
        if (!algorithm.hasStepSize()) {
            Arrays.fill(sizes, 1);
            return sizes;
        }
        check(stepSizes.length == 1 || stepSizes.length == dimension,
            "A run has %d step sizes, but the density has %d coordinates. Give one step size for all coordinates or one for "
                + "each.",
            stepSizes.length, dimension);
        Arrays.setAll(sizes, i -> stepSizes[stepSizes.length == 1 ? 0 : i]);
        return sizes;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof RunPlan r && algorithm == r.algorithm && steps == r.steps
            && Arrays.equals(stepSizes, r.stepSizes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(algorithm, steps, Arrays.hashCode(stepSizes));
    }

    @Override
    public String toString() {
        return algorithm + " x " + steps + " " + Arrays.toString(stepSizes);
    }
}
