// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Density;

/**
 * The no-U-turn sampler (Hoffman and Gelman 2014) with multinomial sampling along the trajectory and the generalised
 * criterion of Betancourt ("A Conceptual Introduction to Hamiltonian Monte Carlo", 2017, appendix A). Trees grow
 * without recursion (Phan, Pradhan and Jankowiak 2019), so that all particles of a block advance in lockstep: each
 * round makes one leapfrog step of every particle that has not finished, and evaluates all their gradients as one
 * block. Warm-up aims at an acceptance of 0.8, averaged over the states of a trajectory.
 */
public final class NoUTurnKernel extends AdjustedKernel {

    private static final double ACCEPTANCE = 0.8;

    private final Tree[] m_trees;

    private final Trajectories m_trials;

    private final double[][] m_x;

    private final double[][] m_g;

    /** Scores in the coordinates of a dense metric, null if there never is one. */
    private final double[][] m_turned;

    private final double[] m_logDensities;

    private final int[] m_open;

    /**
     * @param density what to sample
     * @param stepSizes one leapfrog step size a coordinate
     * @param capacity the largest number of particles in a block
     * @param settings warm-up and depth of trees
     * @param monitor asked for a cancel
     */
    public NoUTurnKernel(final Density density, final double[] stepSizes, final int capacity,
        final KernelSettings settings, final Monitor monitor) {
        super(density, stepSizes, capacity, settings, monitor, ACCEPTANCE, 1);
        final var dimension = stepSizes.length;
        m_trees = new Tree[capacity];
        for (int k = 0; k < capacity; k++) {
            m_trees[k] = new Tree(dimension, settings.maxDepth());
        }
        m_trials = new Trajectories(m_target, dimension, capacity, settings, monitor);
        m_x = new double[dimension][capacity];
        m_g = new double[dimension][capacity];
        m_turned = settings.adaptsDense() ? new double[dimension][capacity] : null;
        m_logDensities = new double[capacity];
        m_open = new int[capacity];
    }

    @Override
    double trial(final ParticleBlock block, final ChainState state) {
        return m_trials.trial(block, state);
    }

    @Override
    double move(final ParticleBlock block, final ChainState state, final boolean counted) {
        final int n = block.size();
        final var shape = state.m_shape;
        final var forces = shape == null ? m_g : m_turned;
        if (shape != null) {
            shape.transposed(state.m_score, n, m_turned);
        }
        for (int k = 0; k < n; k++) {
            m_trees[k].start(block, state, shape == null ? state.m_score : m_turned, k);
            m_open[k] = k;
        }
        int open = n;
        while (open > 0) {
            m_monitor.check();
            for (int j = 0; j < open; j++) {
                m_trees[m_open[j]].drift(m_x, j, state.m_stepSizes, shape);
            }
            m_target.evaluate(m_x, open, m_logDensities, m_g);
            state.countGradients(open);
            if (shape != null) {
                shape.transposed(m_g, open, m_turned);
            }
            int still = 0;
            for (int j = 0; j < open; j++) {
                if (m_trees[m_open[j]].arrive(m_g, forces, m_logDensities[j], j, state.m_stepSizes,
                    block.random())) {
                    m_open[still++] = m_open[j];
                }
            }
            open = still;
        }
        double sum = 0;
        int divergences = 0;
        int longest = 0;
        for (int k = 0; k < n; k++) {
            m_trees[k].finish(block, state, k);
            sum += m_trees[k].acceptance();
            divergences += m_trees[k].diverged() ? 1 : 0;
            longest += m_trees[k].cut() ? 1 : 0;
        }
        if (counted) {
            state.count(sum, n);
            state.countDivergences(divergences);
            state.countLongest(longest);
        }
        return sum / n;
    }
}
