// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import static org.scorewalk.engine.InputException.check;

/**
 * What kernels need beyond step sizes. Each uses only what concerns it.
 *
 * @param warmup how many of the first steps adapt step sizes and metric; 0 for none, so that step sizes stay as given
 * @param targetAcceptance the mean acceptance that warm-up aims at, or 0 for the kernel's own default
 * @param leapfrogSteps how many leapfrog steps a Hamiltonian trajectory of fixed length has
 * @param maxDepth how often NUTS doubles a trajectory at most
 * @param friction the friction of underdamped dynamics, per unit of time
 * @param schedule how the step size of Langevin dynamics changes
 * @param totalSteps how many steps the run has, for schedules
 */
public record KernelSettings(int warmup, double targetAcceptance, int leapfrogSteps, int maxDepth, double friction,
    StepSchedule schedule, int totalSteps) {

    /** No warm-up, 10 leapfrog steps, depth 10, friction 1, constant steps. */
    public static final KernelSettings DEFAULT = new KernelSettings(0, 0, 10, 10, 1, StepSchedule.CONSTANT, 1);

    /** The deepest tree: a million leapfrog steps. */
    public static final int MAX_DEPTH = 20;

    /**
     * @param warmup how many steps adapt
     * @param targetAcceptance from 0 to less than 1
     * @param leapfrogSteps at least 1
     * @param maxDepth from 1 to 20
     * @param friction positive
     * @param schedule how step sizes change
     * @param totalSteps at least 1
     */
    public KernelSettings {
        check(warmup >= 0, "The number of warm-up steps is %d, but it must be 0 or more.", warmup);
        check(targetAcceptance >= 0 && targetAcceptance < 1,
            "The target acceptance is %s, but it must be at least 0 (for the default) and less than 1.",
            targetAcceptance);
        check(leapfrogSteps >= 1, "The number of leapfrog steps is %d, but it must be 1 or more.", leapfrogSteps);
        check(maxDepth >= 1 && maxDepth <= MAX_DEPTH, "The maximum tree depth is %d, but it must lie between 1 and %d.",
            maxDepth, MAX_DEPTH);
        check(friction > 0 && friction <= Double.MAX_VALUE, "The friction is %s, but it must be a positive number.",
            friction);
    }

    /**
     * The same settings with a warm-up.
     *
     * @param steps how many steps adapt
     * @return new settings
     */
    public KernelSettings withWarmup(final int steps) {
        return new KernelSettings(steps, targetAcceptance, leapfrogSteps, maxDepth, friction, schedule, totalSteps);
    }

    /**
     * The same settings with another length of trajectories.
     *
     * @param steps how many leapfrog steps
     * @return new settings
     */
    public KernelSettings withLeapfrogSteps(final int steps) {
        return new KernelSettings(warmup, targetAcceptance, steps, maxDepth, friction, schedule, totalSteps);
    }

    /**
     * The same settings with another friction.
     *
     * @param value the friction
     * @return new settings
     */
    public KernelSettings withFriction(final double value) {
        return new KernelSettings(warmup, targetAcceptance, leapfrogSteps, maxDepth, value, schedule, totalSteps);
    }

    /**
     * The same settings with another schedule.
     *
     * @param value the schedule
     * @param total how many steps the run has
     * @return new settings
     */
    public KernelSettings withSchedule(final StepSchedule value, final int total) {
        return new KernelSettings(warmup, targetAcceptance, leapfrogSteps, maxDepth, friction, value, total);
    }

    /** The target acceptance, or a default. */
    double target(final double kernelDefault) {
        return targetAcceptance > 0 ? targetAcceptance : kernelDefault;
    }
}
