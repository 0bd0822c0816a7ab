// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import org.scorewalk.engine.density.BlockScore;
import org.scorewalk.engine.density.Density;

/**
 * Unadjusted Langevin dynamics whose step size changes by a {@link StepSchedule}: x' = x + h<sub>t</sub> s(x) +
 * sqrt(2 h<sub>t</sub>) z.
 */
public final class ScheduledLangevin implements Kernel {

    private final BlockScore m_score;

    private final double[] m_stepSizes;

    private final double[][] m_scores;

    private final double[] m_noise;

    private final KernelSettings m_settings;

    /**
     * @param density what to sample
     * @param stepSizes one first step size a coordinate
     * @param capacity the largest number of particles in a block
     * @param settings schedule and number of steps
     */
    public ScheduledLangevin(final Density density, final double[] stepSizes, final int capacity,
        final KernelSettings settings) {
        m_score = density.blockScore(capacity);
        m_stepSizes = stepSizes.clone();
        m_scores = new double[stepSizes.length][capacity];
        m_noise = new double[capacity];
        m_settings = settings;
    }

    @Override
    public void init(final ParticleBlock block) {
        block.setState(new ChainState(block.x().length, block.size(), m_stepSizes));
    }

    @Override
    public void step(final ParticleBlock block) {
        final var state = ChainState.of(block);
        final var factor = m_settings.schedule().factor(state.m_step++, m_settings.totalSteps());
        final var x = block.x();
        final int n = block.size();
        m_score.score(x, n, m_scores);
        state.countGradients(n);
        for (int i = 0; i < x.length; i++) {
            state.m_stepSizes[i] = factor * m_stepSizes[i];
            block.random().fillNormal(m_noise, n);
            Trajectories.kick(x[i], m_scores[i], n, state.m_stepSizes[i]);
            Trajectories.kick(x[i], m_noise, n, Math.sqrt(2 * state.m_stepSizes[i]));
        }
    }
}
