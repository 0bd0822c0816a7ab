// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import java.util.Arrays;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Density;

/**
 * The Metropolis-adjusted Langevin algorithm (Roberts and Tweedie 1996): the proposal y = x + h s(x) + sqrt(2 h) z of
 * unadjusted Langevin dynamics is accepted with probability min(1, p(y) q(x|y) / (p(x) q(y|x))), so that the density is
 * sampled without bias. A dense metric M = L L<sup>T</sup> preconditions it: y = x + L w with w = h L<sup>T</sup> s(x)
 * + sqrt(2 h) z, so that the way back in the coordinates of w is -w. Warm-up aims at an acceptance of 0.574, the best
 * one in many dimensions (Roberts and Rosenthal 1998).
 */
public final class AdjustedLangevin extends AdjustedKernel {

    private static final double BEST_ACCEPTANCE = 0.574;

    private final double[][] m_proposal;

    private final double[][] m_scores;

    private final double[] m_logDensities;

    private final double[] m_logRatio;

    private final double[] m_noise;

    /** Moves and scores in the coordinates of a dense metric, null without one. */
    private final double[][] m_moves;

    private final double[][] m_turned;

    /**
     * @param density what to sample
     * @param stepSizes one step size h a coordinate
     * @param capacity the largest number of particles in a block
     * @param settings warm-up
     * @param monitor asked for a cancel
     */
    public AdjustedLangevin(final Density density, final double[] stepSizes, final int capacity,
        final KernelSettings settings, final Monitor monitor) {
        super(density, stepSizes, capacity, settings, monitor, BEST_ACCEPTANCE, 2);
        m_proposal = new double[stepSizes.length][capacity];
        m_scores = new double[stepSizes.length][capacity];
        m_logDensities = new double[capacity];
        m_logRatio = new double[capacity];
        m_noise = new double[capacity];
        final var dense = settings.adaptsDense();
        m_moves = dense ? new double[stepSizes.length][capacity] : null;
        m_turned = dense ? new double[stepSizes.length][capacity] : null;
    }

    @Override
    double move(final ParticleBlock block, final ChainState state, final boolean counted) {
        propose(block, state);
        final var x = block.x();
        final int n = block.size();
        double sum = 0;
        int divergences = 0;
        for (int k = 0; k < n; k++) {
            final var acceptance = acceptance(m_logRatio[k]);
            sum += acceptance;
            divergences += Double.isNaN(m_logRatio[k]) ? 1 : 0;
            if (block.random().nextUniform() < acceptance) {
                for (int i = 0; i < x.length; i++) {
                    x[i][k] = m_proposal[i][k];
                    state.m_score[i][k] = m_scores[i][k];
                }
                state.m_logDensity[k] = m_logDensities[k];
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
        propose(block, state);
        return Arrays.stream(m_logRatio, 0, block.size()).map(AdjustedLangevin::acceptance).sum() / block.size();
    }

    /** min(1, exp(ratio)); 0 where the proposal has no density or none that is a number. */
    private static double acceptance(final double logRatio) {
        return logRatio >= 0 ? 1 : logRatio > Double.NEGATIVE_INFINITY ? Math.exp(logRatio) : 0;
    }

    private void propose(final ParticleBlock block, final ChainState state) {
        final var x = block.x();
        final int n = block.size();
        Arrays.fill(m_logRatio, 0, n, 0);
        if (state.m_shape == null) {
            for (int i = 0; i < x.length; i++) {
                block.random().fillNormal(m_noise, n);
                forward(x[i], state.m_score[i], m_noise, m_proposal[i], m_logRatio, n, state.m_stepSizes[i]);
            }
        } else {
            proposeAlong(state.m_shape, block, state);
        }
        m_target.evaluate(m_proposal, n, m_logDensities, m_scores);
        state.countGradients(n);
        if (state.m_shape == null) {
            for (int i = 0; i < x.length; i++) {
                backward(x[i], m_scores[i], m_proposal[i], m_logRatio, n, state.m_stepSizes[i]);
            }
        } else {
            state.m_shape.transposed(m_scores, n, m_turned);
            for (int i = 0; i < x.length; i++) {
                back(m_moves[i], m_turned[i], m_logRatio, n, state.m_stepSizes[i]);
            }
        }
        for (int k = 0; k < n; k++) {
            m_logRatio[k] += m_logDensities[k] - state.m_logDensity[k];
        }
    }

    private void proposeAlong(final Factor shape, final ParticleBlock block, final ChainState state) {
        final int n = block.size();
        shape.transposed(state.m_score, n, m_turned);
        for (int i = 0; i < m_moves.length; i++) {
            block.random().fillNormal(m_noise, n);
            Arrays.fill(m_moves[i], 0, n, 0);
            forward(m_moves[i], m_turned[i], m_noise, m_moves[i], m_logRatio, n, state.m_stepSizes[i]);
            System.arraycopy(block.x()[i], 0, m_proposal[i], 0, n);
        }
        shape.add(m_proposal, m_moves, n, 1);
    }

    private static void back(final double[] move, final double[] score, final double[] ratio, final int n,
        final double h) {
        final var scale = 1 / (4 * h);
        for (int k = 0; k < n; k++) {
            final var miss = move[k] + h * score[k];
            ratio[k] -= scale * miss * miss;
        }
    }

    private static void forward(final double[] x, final double[] score, final double[] noise, final double[] y,
        final double[] ratio, final int n, final double h) {
        final var g = Math.sqrt(2 * h);
        for (int k = 0; k < n; k++) {
            y[k] = x[k] + h * score[k] + g * noise[k];
            ratio[k] += 0.5 * noise[k] * noise[k];
        }
    }

    private static void backward(final double[] x, final double[] score, final double[] y, final double[] ratio,
        final int n, final double h) {
        final var scale = 1 / (4 * h);
        for (int k = 0; k < n; k++) {
            final var miss = x[k] - y[k] - h * score[k];
            ratio[k] -= scale * miss * miss;
        }
    }
}
