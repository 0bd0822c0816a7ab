// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityFamily;
import org.scorewalk.engine.kernel.AdjustedLangevin;
import org.scorewalk.engine.kernel.AnnealedLangevin;
import org.scorewalk.engine.kernel.ExactKernel;
import org.scorewalk.engine.kernel.HamiltonianKernel;
import org.scorewalk.engine.kernel.Kernel;
import org.scorewalk.engine.kernel.KernelSettings;
import org.scorewalk.engine.kernel.NoUTurnKernel;
import org.scorewalk.engine.kernel.ScheduledLangevin;
import org.scorewalk.engine.kernel.StepSchedule;
import org.scorewalk.engine.kernel.StochasticLangevin;
import org.scorewalk.engine.kernel.UnadjustedLangevin;
import org.scorewalk.engine.kernel.UnderdampedLangevin;

/**
 * The ways to sample. The constants' names stand in the settings of nodes and never change. To add a way, write its
 * {@link Kernel} and name it here.
 */
public enum Algorithm {

    /** Unadjusted Langevin dynamics. */
    ULA("Langevin", true) {
        @Override
        Kernel newKernel(final Density density, final double[] stepSizes, final int capacity,
            final KernelSettings settings, final Monitor monitor) {
            return settings.schedule() == StepSchedule.CONSTANT && settings.warmup() == 0
                ? new UnadjustedLangevin(density, stepSizes, capacity)
                : new ScheduledLangevin(density, stepSizes, capacity, settings);
        }
    },

    /** Independent draws from the density itself. */
    EXACT("Exact draws", false) {
        @Override
        Kernel newKernel(final Density density, final double[] stepSizes, final int capacity,
            final KernelSettings settings, final Monitor monitor) {
            return new ExactKernel(density.exactDraws().orElseThrow(() -> new InputException(
                ("The density '%s' offers no exact draws. Remove the run with exact draws or choose another density.")
                    .formatted(DensityFamily.label(density.document())))));
        }
    },

    /** The Metropolis-adjusted Langevin algorithm. */
    MALA("Metropolis-adjusted Langevin", true) {
        @Override
        Kernel newKernel(final Density density, final double[] stepSizes, final int capacity,
            final KernelSettings settings, final Monitor monitor) {
            return new AdjustedLangevin(density, stepSizes, capacity, settings, monitor);
        }
    },

    /** Underdamped Langevin dynamics. */
    UNDERDAMPED("Underdamped Langevin", true) {
        @Override
        Kernel newKernel(final Density density, final double[] stepSizes, final int capacity,
            final KernelSettings settings, final Monitor monitor) {
            return new UnderdampedLangevin(density, stepSizes, capacity, settings);
        }
    },

    /** Hamiltonian Monte Carlo with trajectories of fixed length. */
    HMC("Hamiltonian Monte Carlo", true) {
        @Override
        Kernel newKernel(final Density density, final double[] stepSizes, final int capacity,
            final KernelSettings settings, final Monitor monitor) {
            return new HamiltonianKernel(density, stepSizes, capacity, settings, monitor);
        }
    },

    /** The no-U-turn sampler. */
    NUTS("No-U-turn sampler", true) {
        @Override
        Kernel newKernel(final Density density, final double[] stepSizes, final int capacity,
            final KernelSettings settings, final Monitor monitor) {
            return new NoUTurnKernel(density, stepSizes, capacity, settings, monitor);
        }
    },

    /** Langevin dynamics that looks at some rows of the data at a time. */
    SGLD("Stochastic-gradient Langevin", true) {
        @Override
        Kernel newKernel(final Density density, final double[] stepSizes, final int capacity,
            final KernelSettings settings, final Monitor monitor) {
            return new StochasticLangevin(density.dataTerm().orElseThrow(() -> new InputException(
                ("The density '%s' has no data term. Choose another algorithm.")
                    .formatted(DensityFamily.label(density.document())))), stepSizes, capacity, settings);
        }
    },

    /** Langevin dynamics that follows a density smoothed by less and less noise. */
    ANNEALED("Annealed Langevin", true) {
        @Override
        Kernel newKernel(final Density density, final double[] stepSizes, final int capacity,
            final KernelSettings settings, final Monitor monitor) {
            return new AnnealedLangevin(density.noiseConditionalScore().orElseThrow(() -> new InputException(
                ("The density '%s' offers no score with noise. Choose another algorithm.")
                    .formatted(DensityFamily.label(density.document())))), stepSizes, capacity, settings.annealing());
        }
    };

    private final String m_label;

    private final boolean m_hasStepSize;

    Algorithm(final String label, final boolean hasStepSize) {
        m_label = label;
        m_hasStepSize = hasStepSize;
    }

    /**
     * The algorithm's name in tables.
     *
     * @return a short name
     */
    public String label() {
        return m_label;
    }

    /**
     * Whether the algorithm takes a step size.
     *
     * @return false if it ignores step sizes
     */
    public boolean hasStepSize() {
        return m_hasStepSize;
    }

    /**
     * Whether the algorithm has a warm-up, which learns at least the metric.
     *
     * @return true if it uses {@link KernelSettings#warmup()}
     */
    public boolean hasWarmup() {
        return isAdjusted() || this == UNDERDAMPED || hasSchedule();
    }

    /**
     * Whether the step size can change in the course of a run.
     *
     * @return true if it uses {@link KernelSettings#schedule()}
     */
    public boolean hasSchedule() {
        return this == ULA || this == SGLD;
    }

    /**
     * Whether the algorithm needs a density with a data term.
     *
     * @return true if it uses {@link KernelSettings#batchSize()}
     */
    public boolean needsDataTerm() {
        return this == SGLD;
    }

    /**
     * Whether the algorithm needs scores of the density with noise, and starts from noise wherever particles are
     * placed. Its step size is a part of the variance of the noise.
     *
     * @return true if it uses {@link KernelSettings#annealing()}
     */
    public boolean isAnnealed() {
        return this == ANNEALED;
    }

    /**
     * Whether the algorithm has an acceptance test, which needs the log-density.
     *
     * @return true if it samples the density itself, whatever the step size
     */
    public boolean isAdjusted() {
        return this == MALA || this == HMC || this == NUTS;
    }

    /**
     * Whether the step sizes of this algorithm are bounded as {@link Density#stableFactor} says.
     *
     * @return true for unadjusted Langevin dynamics
     */
    public boolean hasStableBound() {
        return this == ULA;
    }

    /**
     * Makes a kernel for one thread.
     *
     * @param density what to sample
     * @param stepSizes one step size a coordinate
     * @param capacity the largest number of particles in a block
     * @param settings what the algorithm needs beyond step sizes
     * @param monitor asked for a cancel by algorithms with long steps
     * @return a new kernel
     * @throws InputException if the density does not offer what the algorithm needs
     */
    abstract Kernel newKernel(Density density, double[] stepSizes, int capacity, KernelSettings settings,
        Monitor monitor);
}
