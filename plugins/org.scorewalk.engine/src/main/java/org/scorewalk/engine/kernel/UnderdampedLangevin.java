// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import org.scorewalk.engine.density.BlockScore;
import org.scorewalk.engine.density.Density;

/**
 * Underdamped Langevin dynamics dx = v dt, dv = s(x) dt - gamma v dt + sqrt(2 gamma) dW by the BAOAB splitting
 * (Leimkuhler and Matthews 2013): half a kick, half a drift, the exact Ornstein-Uhlenbeck step of the velocity, half a
 * drift, half a kick. Its positions have an error of order h<sup>2</sup>, and none at all in the mean and little in the
 * variance of a Gaussian, so far larger steps are possible than in overdamped dynamics. One gradient a step. The step
 * size of a coordinate is its time step; different ones amount to a diagonal mass matrix, and a metric that a warm-up
 * learns to the inverse of one.
 */
public final class UnderdampedLangevin implements Kernel {

    private final BlockScore m_score;

    private final double[] m_stepSizes;

    private final KernelSettings m_settings;

    private final double[] m_noise;

    /** Scores in the coordinates of a dense metric, null if there never is one. */
    private final double[][] m_turned;

    /**
     * @param density what to sample
     * @param stepSizes one time step a coordinate
     * @param capacity the largest number of particles in a block
     * @param settings friction, warm-up and metric
     */
    public UnderdampedLangevin(final Density density, final double[] stepSizes, final int capacity,
        final KernelSettings settings) {
        m_score = density.blockScore(capacity);
        m_stepSizes = stepSizes.clone();
        m_settings = settings;
        m_noise = new double[capacity];
        m_turned = settings.adaptsDense() ? new double[stepSizes.length][capacity] : null;
    }

    /** What a block carries: velocities, and how much of them a step keeps and renews. */
    private static final class Velocity {
        private final double[][] m_v;

        private final double[] m_keep;

        private final double[] m_renew;

        Velocity(final int dimension, final int size) {
            m_v = new double[dimension][size];
            m_keep = new double[dimension];
            m_renew = new double[dimension];
        }

        void setFriction(final double friction, final double[] stepSizes) {
            for (int i = 0; i < stepSizes.length; i++) {
                m_keep[i] = Math.exp(-friction * stepSizes[i]);
                m_renew[i] = Math.sqrt(-Math.expm1(-2 * friction * stepSizes[i]));
            }
        }
    }

    @Override
    public void init(final ParticleBlock block) {
        final var state = new ChainState(block.x().length, block.size(), m_stepSizes);
        final var velocity = new Velocity(block.x().length, block.size());
        velocity.setFriction(m_settings.friction(), m_stepSizes);
        for (final var row : velocity.m_v) {
            block.random().fillNormal(row, block.size());
        }
        if (m_settings.warmup() > 0) {
            state.adapt(m_settings, Double.NaN, 1);
        }
        m_score.score(block.x(), block.size(), state.m_score);
        state.m_memory = velocity;
        block.setState(state);
    }

    @Override
    public void step(final ParticleBlock block) {
        final var state = ChainState.of(block);
        final var velocity = (Velocity)state.m_memory;
        final int n = block.size();
        kick(state, velocity.m_v, n);
        drift(block, state, velocity.m_v);
        for (int i = 0; i < velocity.m_v.length; i++) {
            block.random().fillNormal(m_noise, n);
            renew(velocity.m_v[i], m_noise, n, velocity.m_keep[i], velocity.m_renew[i]);
        }
        drift(block, state, velocity.m_v);
        m_score.score(block.x(), n, state.m_score);
        state.countGradients(n);
        kick(state, velocity.m_v, n);
        if (state.warm()) {
            state.m_adaptation.learn(Double.NaN, block.x(), n);
            state.takeOver();
            velocity.setFriction(m_settings.friction(), state.m_stepSizes);
        }
    }

    private void kick(final ChainState state, final double[][] v, final int n) {
        var forces = state.m_score;
        if (state.m_shape != null) {
            state.m_shape.transposed(state.m_score, n, m_turned);
            forces = m_turned;
        }
        for (int i = 0; i < v.length; i++) {
            Trajectories.kick(v[i], forces[i], n, state.m_stepSizes[i] / 2);
        }
    }

    private static void drift(final ParticleBlock block, final ChainState state, final double[][] v) {
        if (state.m_shape != null) {
            state.m_shape.add(block.x(), v, block.size(), state.m_stepSizes[0] / 2);
            return;
        }
        for (int i = 0; i < v.length; i++) {
            Trajectories.kick(block.x()[i], v[i], block.size(), state.m_stepSizes[i] / 2);
        }
    }

    private static void renew(final double[] v, final double[] noise, final int n, final double keep,
        final double renew) {
        for (int k = 0; k < n; k++) {
            v[k] = keep * v[k] + renew * noise[k];
        }
    }
}
