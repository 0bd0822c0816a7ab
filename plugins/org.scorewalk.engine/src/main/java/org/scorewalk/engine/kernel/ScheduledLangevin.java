// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import org.scorewalk.engine.density.BlockScore;
import org.scorewalk.engine.density.Density;

/**
 * Unadjusted Langevin dynamics with a step size that changes by a {@link StepSchedule} and a metric M = L L<sup>T</sup>
 * that a warm-up may learn: x' = x + h<sub>t</sub> M s(x) + sqrt(2 h<sub>t</sub>) L z. With a diagonal metric that is
 * one step size for each coordinate. The metric is scaled so that h keeps its meaning: the geometric mean of the step
 * sizes over all directions. Once the warm-up is over the metric is constant, so nothing is added to the drift.
 */
public class ScheduledLangevin implements Kernel {

    private final BlockScore m_score;

    private final double[] m_stepSizes;

    private final double[] m_now;

    private final double[][] m_scores;

    /** Moves in the coordinates of a dense metric, null if there never is one. */
    private final double[][] m_moves;

    private final double[] m_noise;

    private final KernelSettings m_settings;

    /**
     * @param density what to sample
     * @param stepSizes one first step size a coordinate
     * @param capacity the largest number of particles in a block
     * @param settings schedule, number of steps, warm-up and metric
     */
    public ScheduledLangevin(final Density density, final double[] stepSizes, final int capacity,
        final KernelSettings settings) {
        this(stepSizes, capacity, settings, density.blockScore(capacity));
    }

    /** For a kernel that computes scores in a way of its own. */
    ScheduledLangevin(final double[] stepSizes, final int capacity, final KernelSettings settings) {
        this(stepSizes, capacity, settings, null);
    }

    private ScheduledLangevin(final double[] stepSizes, final int capacity, final KernelSettings settings,
        final BlockScore score) {
        m_score = score;
        m_stepSizes = stepSizes.clone();
        m_now = new double[stepSizes.length];
        m_scores = new double[stepSizes.length][capacity];
        m_moves = settings.adaptsDense() ? new double[stepSizes.length][capacity] : null;
        m_noise = new double[capacity];
        m_settings = settings;
    }

    @Override
    public final void init(final ParticleBlock block) {
        final var state = new ChainState(m_stepSizes);
        if (m_settings.warmup() > 0) {
            state.adapt(m_settings, Double.NaN, 2);
        }
        block.setState(state);
    }

    @Override
    public final void step(final ParticleBlock block) {
        final var state = ChainState.of(block);
        final var factor = m_settings.schedule().factor(state.m_step++, m_settings.totalSteps());
        for (int i = 0; i < m_now.length; i++) {
            m_now[i] = factor * state.m_stepSizes[i];
        }
        final int n = block.size();
        score(block, m_scores);
        state.countGradients(n);
        if (state.m_shape == null) {
            move(block);
        } else {
            moveAlong(state.m_shape, block);
        }
        if (state.warm()) {
            state.m_adaptation.learn(Double.NaN, block.x(), n);
            state.takeOver();
        }
    }

    /** Computes the scores of a block. */
    void score(final ParticleBlock block, final double[][] out) {
        m_score.score(block.x(), block.size(), out);
    }

    private void move(final ParticleBlock block) {
        final int n = block.size();
        for (int i = 0; i < m_now.length; i++) {
            block.random().fillNormal(m_noise, n);
            Trajectories.kick(block.x()[i], m_scores[i], n, m_now[i]);
            Trajectories.kick(block.x()[i], m_noise, n, Math.sqrt(2 * m_now[i]));
        }
    }

    private void moveAlong(final Factor shape, final ParticleBlock block) {
        final int n = block.size();
        shape.transposed(m_scores, n, m_moves);
        for (int i = 0; i < m_now.length; i++) {
            block.random().fillNormal(m_noise, n);
            scale(m_moves[i], n, m_now[i]);
            Trajectories.kick(m_moves[i], m_noise, n, Math.sqrt(2 * m_now[i]));
        }
        shape.add(block.x(), m_moves, n, 1);
    }

    private static void scale(final double[] to, final int n, final double factor) {
        for (int k = 0; k < n; k++) {
            to[k] *= factor;
        }
    }
}
