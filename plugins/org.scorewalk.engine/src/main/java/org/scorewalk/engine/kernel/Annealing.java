// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import static org.scorewalk.engine.InputException.check;

import org.scorewalk.engine.density.NoiseLevels;

/**
 * How annealed Langevin dynamics goes from noise to the density.
 *
 * @param levels how many noise levels there are, the first and the last included
 * @param stepsPerLevel how many steps are made at each
 * @param predictor whether the first step of each level but the first leads there from the level before, as reverse
 *            diffusion does (Song et al. 2021), instead of waiting for Langevin dynamics to follow
 * @param denoise whether a last step, without noise, goes to the mean of what the particle was before the noise
 */
public record Annealing(int levels, int stepsPerLevel, boolean predictor, boolean denoise) {

    /** What the node offers. */
    public static final Annealing DEFAULT = new Annealing(20, 20, true, true);

    /** What the node offers as the size of a step, a part of the variance of the noise. */
    public static final double DEFAULT_STEP = 0.1;

    /** The most steps at a level. */
    public static final int MAX_STEPS = 1_000_000;

    /** Checks the numbers. */
    public Annealing {
        check(levels >= 2 && levels <= NoiseLevels.MAX_COUNT,
            "The number of noise levels is %d, but it must lie between 2 and %d.", levels, NoiseLevels.MAX_COUNT);
        check(stepsPerLevel >= 1 && stepsPerLevel <= MAX_STEPS,
            "The number of steps per noise level is %d, but it must lie between 1 and %d.", stepsPerLevel, MAX_STEPS);
        check((long)levels * stepsPerLevel < Integer.MAX_VALUE,
            "%d noise levels of %d steps are too many steps. Choose fewer of either.", levels, stepsPerLevel);
    }

    /**
     * The length of a run.
     *
     * @return how many steps there are, the last one included
     */
    public int steps() {
        return levels * stepsPerLevel + (denoise ? 1 : 0);
    }
}
