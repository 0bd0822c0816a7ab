// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Density;

/**
 * Hamiltonian Monte Carlo with trajectories of a fixed number of leapfrog steps (Duane et al. 1987; Neal 2011). A step
 * size a coordinate is the same as a diagonal mass matrix. Each step draws its common step size anew within 10 %, so
 * that no trajectory comes back to its start time after time. Warm-up aims at an acceptance of 0.8.
 */
public final class HamiltonianKernel extends AdjustedKernel {

    private static final double ACCEPTANCE = 0.8;

    private final Trajectories m_trajectories;

    /**
     * @param density what to sample
     * @param stepSizes one leapfrog step size a coordinate
     * @param capacity the largest number of particles in a block
     * @param settings warm-up and number of leapfrog steps
     * @param monitor asked for a cancel
     */
    public HamiltonianKernel(final Density density, final double[] stepSizes, final int capacity,
        final KernelSettings settings, final Monitor monitor) {
        super(density, stepSizes, capacity, settings, monitor, ACCEPTANCE, 1);
        m_trajectories = new Trajectories(m_target, stepSizes.length, capacity, settings, monitor);
    }

    @Override
    double move(final ParticleBlock block, final ChainState state, final boolean counted) {
        m_trajectories.run(block, state, m_settings.leapfrogSteps());
        final int n = block.size();
        final var energy = m_trajectories.energyGrowth();
        double sum = 0;
        int divergences = 0;
        for (int k = 0; k < n; k++) {
            final var acceptance = Trajectories.acceptance(energy[k]);
            sum += acceptance;
            divergences += energy[k] < DIVERGED ? 0 : 1;
            if (block.random().nextUniform() < acceptance) {
                m_trajectories.accept(block, state, k);
            }
        }
        if (counted) {
            state.count(sum, n);
            state.countDivergences(divergences);
        }
        return sum / n;
    }

    @Override
    double trial(final ParticleBlock block, final ChainState state) {
        return m_trajectories.trial(block, state);
    }
}
