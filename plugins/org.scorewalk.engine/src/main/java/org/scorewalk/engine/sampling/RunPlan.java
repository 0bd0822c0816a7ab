// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import static org.scorewalk.engine.InputException.check;

import java.util.Arrays;
import java.util.Objects;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Plural;
import org.scorewalk.engine.kernel.KernelSettings;

/**
 * One run of all particles.
 *
 * @param algorithm how particles move
 * @param steps how many steps, burn-in included; 1 or more
 * @param settings what algorithms need beyond step sizes
 * @param stepSizes one step size for all coordinates or one for each; ignored by algorithms without step size
 */
public record RunPlan(Algorithm algorithm, int steps, KernelSettings settings, double... stepSizes) {

    /**
     * @throws InputException if the number of steps or a step size is out of range
     */
    public RunPlan {
        Objects.requireNonNull(algorithm);
        Objects.requireNonNull(settings);
        check(steps >= 1, "The number of steps is %d, but it must be 1 or more.", steps);
        check(!algorithm.hasWarmup() || settings.warmup() < steps,
            "The warm-up has %s, but must be shorter than the run, which has %d. Make the run longer or the "
                + "warm-up shorter.", Plural.of(settings.warmup(), "step"), steps);
        if (algorithm.hasStepSize()) {
            check(stepSizes.length >= 1, "A run has no step size. Give one step size, or one for each coordinate.");
            for (final double size : stepSizes) {
                check(size > 0 && size <= Double.MAX_VALUE, "The step size is %s, but it must be a positive number.",
                    size);
            }
        }
        if (algorithm.isAnnealed()) {
            check(steps == settings.annealing().steps(), "An annealed run has %s, but its noise levels make %d.",
                Plural.of(steps, "step"), settings.annealing().steps());
            for (final double size : stepSizes) {
                check(size < 2, "The option 'Step relative to noise' is %s, but at 2 and beyond particles run away. "
                    + "Choose a number between 0 and 1.", size);
            }
        }
        stepSizes = stepSizes.clone();
    }

    /**
     * A run without further settings.
     *
     * @param algorithm how particles move
     * @param steps how many steps
     * @param stepSizes one step size for all coordinates or one for each
     */
    public RunPlan(final Algorithm algorithm, final int steps, final double... stepSizes) {
        this(algorithm, steps, KernelSettings.DEFAULT, stepSizes);
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
            "A run has %s, but the density has %s. Give one step size for all coordinates or one for each.",
            Plural.of(stepSizes.length, "step size"), Plural.of(dimension, "coordinate"));
        Arrays.setAll(sizes, i -> stepSizes[stepSizes.length == 1 ? 0 : i]);
        return sizes;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof RunPlan r && algorithm == r.algorithm && steps == r.steps && settings.equals(r.settings)
            && Arrays.equals(stepSizes, r.stepSizes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(algorithm, steps, settings, Arrays.hashCode(stepSizes));
    }

    @Override
    public String toString() {
        return algorithm + " x " + steps + " " + Arrays.toString(stepSizes);
    }
}
