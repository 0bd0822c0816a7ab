// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import java.util.Arrays;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.BlockEvaluation;

/** Leapfrog trajectories of all particles of a block side by side, for one thread at a time. */
final class Trajectories {

    private static final double JITTER = 0.1;

    private final BlockEvaluation m_target;

    private final Monitor m_monitor;

    private final double[][] m_q;

    private final double[][] m_p;

    private final double[][] m_g;

    private final double[] m_logDensities;

    private final double[] m_energy;

    private final double[] m_eps;

    /** Scores in the coordinates of a dense metric, null if there never is one. */
    private final double[][] m_turned;

    Trajectories(final BlockEvaluation target, final int dimension, final int capacity,
        final KernelSettings settings, final Monitor monitor) {
        m_target = target;
        m_monitor = monitor;
        m_q = new double[dimension][capacity];
        m_p = new double[dimension][capacity];
        m_g = new double[dimension][capacity];
        m_logDensities = new double[capacity];
        m_energy = new double[capacity];
        m_eps = new double[dimension];
        m_turned = settings.adaptsDense() ? new double[dimension][capacity] : null;
    }

    /** By how much each particle's energy has grown; NaN or infinite where it left the density's support. */
    double[] energyGrowth() {
        return m_energy;
    }

    /** min(1, exp(-growth)). */
    static double acceptance(final double growth) {
        return growth <= 0 ? 1 : growth < AdjustedKernel.DIVERGED ? Math.exp(-growth) : 0;
    }

    /** The mean acceptance of single leapfrog steps. */
    double trial(final ParticleBlock block, final ChainState state) {
        run(block, state, 1);
        return Arrays.stream(m_energy, 0, block.size()).map(Trajectories::acceptance).sum() / block.size();
    }

    /** Moves a particle to the end of its trajectory. */
    void accept(final ParticleBlock block, final ChainState state, final int k) {
        for (int i = 0; i < m_q.length; i++) {
            block.x()[i][k] = m_q[i][k];
            state.m_score[i][k] = m_g[i][k];
        }
        state.m_logDensity[k] = m_logDensities[k];
    }

    /** Runs a trajectory of so many steps for each particle, with fresh momenta. */
    void run(final ParticleBlock block, final ChainState state, final int steps) {
        final int n = block.size();
        final var shape = state.m_shape;
        final var forces = turned(shape, state.m_score, n);
        final var jitter = 1 + JITTER * (2 * block.random().nextUniform() - 1);
        for (int k = 0; k < n; k++) {
            m_energy[k] = state.m_logDensity[k];
        }
        for (int i = 0; i < m_q.length; i++) {
            m_eps[i] = jitter * state.m_stepSizes[i];
            System.arraycopy(block.x()[i], 0, m_q[i], 0, n);
            block.random().fillNormal(m_p[i], n);
            addKinetic(m_p[i], m_energy, n, -0.5);
            kick(m_p[i], forces[i], n, m_eps[i] / 2);
        }
        for (int step = 1; step <= steps; step++) {
            m_monitor.check();
            if (shape == null) {
                for (int i = 0; i < m_q.length; i++) {
                    kick(m_q[i], m_p[i], n, m_eps[i]);
                }
            } else {
                shape.add(m_q, m_p, n, m_eps[0]);
            }
            m_target.evaluate(m_q, n, m_logDensities, m_g);
            final var next = turned(shape, m_g, n);
            for (int i = 0; i < m_q.length; i++) {
                kick(m_p[i], next[i], n, step < steps ? m_eps[i] : (m_eps[i] / 2));
            }
        }
        state.countGradients((long)steps * n);
        for (final var p : m_p) {
            addKinetic(p, m_energy, n, 0.5);
        }
        for (int k = 0; k < n; k++) {
            m_energy[k] -= m_logDensities[k];
        }
    }

    private double[][] turned(final Factor shape, final double[][] score, final int n) {
        if (shape == null) {
            return score;
        }
        shape.transposed(score, n, m_turned);
        return m_turned;
    }

    static void kick(final double[] to, final double[] by, final int n, final double h) {
        for (int k = 0; k < n; k++) {
            to[k] += h * by[k];
        }
    }

    private static void addKinetic(final double[] p, final double[] energy, final int n, final double sign) {
        for (int k = 0; k < n; k++) {
            energy[k] += sign * p[k] * p[k];
        }
    }
}
