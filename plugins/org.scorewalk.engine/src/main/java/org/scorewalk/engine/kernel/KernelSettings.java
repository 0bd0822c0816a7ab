// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import static org.scorewalk.engine.InputException.check;

/**
 * What kernels need beyond step sizes. Each uses only what concerns it. Made from {@link #DEFAULT} by the methods that
 * change one thing.
 *
 * @param warmup how many of the first steps adapt step sizes and metric; 0 for none, so that step sizes stay as given
 * @param targetAcceptance the mean acceptance that warm-up aims at, or 0 for the kernel's own default
 * @param metric what warm-up learns of the density's shape
 * @param leapfrogSteps how many leapfrog steps a Hamiltonian trajectory of fixed length has
 * @param maxDepth how often NUTS doubles a trajectory at most
 * @param friction the friction of underdamped dynamics, per unit of time
 * @param schedule how the step size of Langevin dynamics changes
 * @param totalSteps how many steps the run has, for schedules
 * @param batchSize how many rows of the data a step with a stochastic gradient reads
 * @param annealing how annealed dynamics goes from noise to the density
 */
public record KernelSettings(int warmup, double targetAcceptance, Metric metric, int leapfrogSteps, int maxDepth,
    double friction, StepSchedule schedule, int totalSteps, int batchSize, Annealing annealing) {

    /**
     * No warm-up, diagonal metric, 10 leapfrog steps, depth 10, friction 1, constant steps, batches of 100 rows, the
     * usual annealing.
     */
    public static final KernelSettings DEFAULT =
        new KernelSettings(0, 0, Metric.DIAGONAL, 10, 10, 1, StepSchedule.CONSTANT, 1, 100, Annealing.DEFAULT);

    /** The deepest tree: a million leapfrog steps. */
    public static final int MAX_DEPTH = 20;

    /**
     * @param warmup how many steps adapt
     * @param targetAcceptance from 0 to less than 1
     * @param metric what is learned of the shape
     * @param leapfrogSteps at least 1
     * @param maxDepth from 1 to 20
     * @param friction positive
     * @param schedule how step sizes change
     * @param totalSteps at least 1
     * @param batchSize at least 1
     * @param annealing checks itself
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
        check(batchSize >= 1, "The batch size is %d, but it must be 1 or more.", batchSize);
    }

    /**
     * The same settings with a warm-up.
     *
     * @param steps how many steps adapt
     * @return new settings
     */
    public KernelSettings withWarmup(final int steps) {
        return new KernelSettings(steps, targetAcceptance, metric, leapfrogSteps, maxDepth, friction, schedule,
            totalSteps, batchSize, annealing);
    }

    /**
     * The same settings with another target.
     *
     * @param acceptance the mean acceptance to aim at, or 0
     * @return new settings
     */
    public KernelSettings withTarget(final double acceptance) {
        return new KernelSettings(warmup, acceptance, metric, leapfrogSteps, maxDepth, friction, schedule, totalSteps,
            batchSize, annealing);
    }

    /**
     * The same settings with another metric.
     *
     * @param value what is learned of the shape
     * @return new settings
     */
    public KernelSettings withMetric(final Metric value) {
        return new KernelSettings(warmup, targetAcceptance, value, leapfrogSteps, maxDepth, friction, schedule,
            totalSteps, batchSize, annealing);
    }

    /**
     * The same settings with another length of trajectories.
     *
     * @param steps how many leapfrog steps
     * @return new settings
     */
    public KernelSettings withLeapfrogSteps(final int steps) {
        return new KernelSettings(warmup, targetAcceptance, metric, steps, maxDepth, friction, schedule, totalSteps,
            batchSize, annealing);
    }

    /**
     * The same settings with other trees.
     *
     * @param depth how often a trajectory doubles at most
     * @return new settings
     */
    public KernelSettings withMaxDepth(final int depth) {
        return new KernelSettings(warmup, targetAcceptance, metric, leapfrogSteps, depth, friction, schedule,
            totalSteps, batchSize, annealing);
    }

    /**
     * The same settings with another friction.
     *
     * @param value the friction
     * @return new settings
     */
    public KernelSettings withFriction(final double value) {
        return new KernelSettings(warmup, targetAcceptance, metric, leapfrogSteps, maxDepth, value, schedule,
            totalSteps, batchSize, annealing);
    }

    /**
     * The same settings with another schedule.
     *
     * @param value the schedule
     * @param total how many steps the run has
     * @return new settings
     */
    public KernelSettings withSchedule(final StepSchedule value, final int total) {
        return new KernelSettings(warmup, targetAcceptance, metric, leapfrogSteps, maxDepth, friction, value, total,
            batchSize, annealing);
    }

    /**
     * The same settings with other batches.
     *
     * @param rows how many rows a step reads
     * @return new settings
     */
    public KernelSettings withBatchSize(final int rows) {
        return new KernelSettings(warmup, targetAcceptance, metric, leapfrogSteps, maxDepth, friction, schedule,
            totalSteps, rows, annealing);
    }

    /**
     * The same settings with another annealing.
     *
     * @param value how annealed dynamics goes from noise to the density
     * @return new settings
     */
    public KernelSettings withAnnealing(final Annealing value) {
        return new KernelSettings(warmup, targetAcceptance, metric, leapfrogSteps, maxDepth, friction, schedule,
            totalSteps, batchSize, value);
    }

    /** The target acceptance, or a default. */
    double target(final double kernelDefault) {
        return targetAcceptance > 0 ? targetAcceptance : kernelDefault;
    }

    /** Whether there may be a dense metric. */
    boolean adaptsDense() {
        return warmup > 0 && metric == Metric.DENSE;
    }
}
