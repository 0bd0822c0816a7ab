// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import org.scorewalk.engine.density.BlockScore;
import org.scorewalk.engine.density.Density;

/**
 * Underdamped Langevin dynamics dx = v dt, dv = s(x) dt - gamma v dt + sqrt(2 gamma) dW by the BAOAB splitting
 * (Leimkuhler and Matthews 2013): half a kick, half a drift, the exact Ornstein-Uhlenbeck step of the velocity, half a
 * drift, half a kick. Its positions have an error of order h<sup>2</sup>, and none at all in the mean and little in the
 * variance of a Gaussian, so far larger steps are possible than in overdamped dynamics. One gradient a step. The step
 * size of a coordinate is its time step; different ones amount to a diagonal mass matrix.
 */
public final class UnderdampedLangevin implements Kernel {

    private final BlockScore m_score;

    private final double[] m_stepSizes;

    private final double[] m_keep;

    private final double[] m_renew;

    private final double[] m_noise;

    /**
     * @param density what to sample
     * @param stepSizes one time step a coordinate
     * @param capacity the largest number of particles in a block
     * @param settings friction
     */
    public UnderdampedLangevin(final Density density, final double[] stepSizes, final int capacity,
        final KernelSettings settings) {
        m_score = density.blockScore(capacity);
        m_stepSizes = stepSizes.clone();
        m_keep = new double[stepSizes.length];
        m_renew = new double[stepSizes.length];
        for (int i = 0; i < stepSizes.length; i++) {
            m_keep[i] = Math.exp(-settings.friction() * stepSizes[i]);
            m_renew[i] = Math.sqrt(-Math.expm1(-2 * settings.friction() * stepSizes[i]));
        }
        m_noise = new double[capacity];
    }

    @Override
    public void init(final ParticleBlock block) {
        final var state = new ChainState(block.x().length, block.size(), m_stepSizes);
        state.m_momentum = new double[block.x().length][block.size()];
        for (final var row : state.m_momentum) {
            block.random().fillNormal(row, block.size());
        }
        m_score.score(block.x(), block.size(), state.m_score);
        block.setState(state);
    }

    @Override
    public void step(final ParticleBlock block) {
        final var state = ChainState.of(block);
        final var x = block.x();
        final var v = state.m_momentum;
        final int n = block.size();
        for (int i = 0; i < x.length; i++) {
            final var h = m_stepSizes[i];
            Trajectories.kick(v[i], state.m_score[i], n, h / 2);
            Trajectories.kick(x[i], v[i], n, h / 2);
            block.random().fillNormal(m_noise, n);
            renew(v[i], m_noise, n, m_keep[i], m_renew[i]);
            Trajectories.kick(x[i], v[i], n, h / 2);
        }
        m_score.score(x, n, state.m_score);
        state.countGradients(n);
        for (int i = 0; i < x.length; i++) {
            Trajectories.kick(v[i], state.m_score[i], n, m_stepSizes[i] / 2);
        }
    }

    private static void renew(final double[] v, final double[] noise, final int n, final double keep,
        final double renew) {
        for (int k = 0; k < n; k++) {
            v[k] = keep * v[k] + renew * noise[k];
        }
    }
}
