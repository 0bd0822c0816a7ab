// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import java.util.Arrays;

import org.scorewalk.engine.random.RandomStream;

/**
 * The trajectory of one particle in {@link NoUTurnKernel}, as a machine that makes one leapfrog step at a time. Momenta
 * are standard normal; the step sizes, one a coordinate, are the metric, or with a dense metric M = L L<sup>T</sup> the
 * momenta belong to the coordinates u with x = L u, and forces are L<sup>T</sup> times scores.
 * <p>
 * The trajectory doubles: a new half of 2<sup>depth</sup> states is appended to its left or right end. Whether one of
 * the subtrees within the new half makes a U-turn is seen from momenta kept at the subtrees' first states: state number
 * j of a half closes as many subtrees as j has trailing one bits, and their first states lie in the slots just below
 * the number of one bits of j/2.
 */
final class Tree {

    private final int m_maxDepth;

    /** A state of the trajectory: position, momentum, force on the momentum. */
    private static final class State {
        private final double[] m_q;

        private final double[] m_p;

        private final double[] m_g;

        State(final int dimension) {
            m_q = new double[dimension];
            m_p = new double[dimension];
            m_g = new double[dimension];
        }

        void set(final State other) {
            System.arraycopy(other.m_q, 0, m_q, 0, m_q.length);
            System.arraycopy(other.m_p, 0, m_p, 0, m_p.length);
            System.arraycopy(other.m_g, 0, m_g, 0, m_g.length);
        }
    }

    /** A state that may become the next one. */
    private static final class Candidate {
        private final double[] m_q;

        private final double[] m_g;

        private double m_logDensity;

        Candidate(final int dimension) {
            m_q = new double[dimension];
            m_g = new double[dimension];
        }

        /** Takes a position, and the score there from slot j of a block. */
        void set(final double[] q, final double[][] g, final int j, final double logDensity) {
            System.arraycopy(q, 0, m_q, 0, q.length);
            for (int i = 0; i < q.length; i++) {
                m_g[i] = g[i][j];
            }
            m_logDensity = logDensity;
        }
    }

    private final State m_left;

    private final State m_right;

    private final State m_current;

    private Candidate m_chosen;

    private Candidate m_halfChosen;

    /** Sums of momenta over the trajectory, over the new half. */
    private final double[] m_sum;

    private final double[] m_halfSum;

    private final double[] m_difference;

    private final double[][] m_firstMomentum;

    private final double[][] m_firstSum;

    private double m_energy;

    private double m_logWeight;

    private double m_halfLogWeight;

    private int m_depth;

    private int m_number;

    private boolean m_toRight;

    private double m_acceptance;

    private int m_states;

    private boolean m_diverged;

    private boolean m_cut;

    Tree(final int dimension, final int maxDepth) {
        m_maxDepth = maxDepth;
        m_left = new State(dimension);
        m_right = new State(dimension);
        m_current = new State(dimension);
        m_chosen = new Candidate(dimension);
        m_halfChosen = new Candidate(dimension);
        m_sum = new double[dimension];
        m_halfSum = new double[dimension];
        m_difference = new double[dimension];
        m_firstMomentum = new double[maxDepth][dimension];
        m_firstSum = new double[maxDepth][dimension];
    }

    /** Starts at a particle with a fresh momentum. */
    void start(final ParticleBlock block, final ChainState state, final double[][] forces, final int k) {
        double kinetic = 0;
        for (int i = 0; i < m_sum.length; i++) {
            m_left.m_q[i] = block.x()[i][k];
            m_left.m_g[i] = forces[i][k];
            m_left.m_p[i] = block.random().nextNormal();
            m_sum[i] = m_left.m_p[i];
            kinetic += 0.5 * m_sum[i] * m_sum[i];
        }
        m_right.set(m_left);
        m_chosen.set(m_left.m_q, state.m_score, k, state.m_logDensity[k]);
        m_energy = kinetic - state.m_logDensity[k];
        m_logWeight = 0;
        m_depth = 0;
        m_acceptance = 0;
        m_states = 0;
        m_diverged = false;
        m_cut = false;
        newHalf(block.random());
    }

    private void newHalf(final RandomStream random) {
        m_toRight = random.nextUniform() < 0.5;
        m_current.set(m_toRight ? m_right : m_left);
        m_number = 0;
        m_halfLogWeight = Double.NEGATIVE_INFINITY;
        Arrays.fill(m_halfSum, 0);
    }

    /** The first half of a leapfrog step; the new position goes into slot j of a block. */
    void drift(final double[][] x, final int j, final double[] stepSizes, final Factor shape) {
        final var state = m_current;
        for (int i = 0; i < m_sum.length; i++) {
            final var h = m_toRight ? stepSizes[i] : -stepSizes[i];
            state.m_p[i] += 0.5 * h * state.m_g[i];
            if (shape == null) {
                state.m_q[i] += h * state.m_p[i];
            }
        }
        if (shape != null) {
            shape.add(state.m_q, state.m_p, m_toRight ? stepSizes[0] : -stepSizes[0]);
        }
        for (int i = 0; i < m_sum.length; i++) {
            x[i][j] = state.m_q[i];
        }
    }

    /**
     * The second half of a leapfrog step, and what follows from it.
     *
     * @return true if the trajectory goes on
     */
    boolean arrive(final double[][] g, final double[][] forces, final double logDensity, final int j,
        final double[] stepSizes, final RandomStream random) {
        final var state = m_current;
        double kinetic = 0;
        for (int i = 0; i < m_sum.length; i++) {
            final var h = m_toRight ? stepSizes[i] : -stepSizes[i];
            state.m_g[i] = forces[i][j];
            state.m_p[i] += 0.5 * h * forces[i][j];
            m_halfSum[i] += state.m_p[i];
            kinetic += 0.5 * state.m_p[i] * state.m_p[i];
        }
        final var growth = kinetic - logDensity - m_energy;
        m_states++;
        m_acceptance += Trajectories.acceptance(growth);
        if (!(growth < AdjustedKernel.DIVERGED)) {
            m_diverged = true;
            return false;
        }
        m_halfLogWeight = logAdd(m_halfLogWeight, -growth);
        if (random.nextUniform() < Math.exp(-growth - m_halfLogWeight)) {
            m_halfChosen.set(state.m_q, g, j, logDensity);
        }
        if (turnsWithinHalf()) {
            return false;
        }
        m_number++;
        return m_number < 1 << m_depth || join(random);
    }

    private boolean turnsWithinHalf() {
        final var slot = Integer.bitCount(m_number >> 1);
        if ((m_number & 1) == 0) {
            System.arraycopy(m_current.m_p, 0, m_firstMomentum[slot], 0, m_sum.length);
            System.arraycopy(m_halfSum, 0, m_firstSum[slot], 0, m_sum.length);
            return false;
        }
        final var lowest = slot - Integer.numberOfTrailingZeros(~m_number) + 1;
        for (int s = slot; s >= lowest; s--) {
            for (int i = 0; i < m_sum.length; i++) {
                m_difference[i] = m_halfSum[i] - m_firstSum[s][i] + m_firstMomentum[s][i];
            }
            if (turns(m_firstMomentum[s], m_current.m_p, m_difference)) {
                return true;
            }
        }
        return false;
    }

    /** Joins the new half to the trajectory; returns true if the trajectory goes on. */
    private boolean join(final RandomStream random) {
        // biased progressive sampling: the new half is preferred, so that the chain moves far
        if (random.nextUniform() < Math.exp(m_halfLogWeight - m_logWeight)) {
            final var previous = m_chosen;
            m_chosen = m_halfChosen;
            m_halfChosen = previous;
        }
        m_logWeight = logAdd(m_logWeight, m_halfLogWeight);
        for (int i = 0; i < m_sum.length; i++) {
            m_sum[i] += m_halfSum[i];
        }
        (m_toRight ? m_right : m_left).set(m_current);
        m_depth++;
        if (turns(m_left.m_p, m_right.m_p, m_sum)) {
            return false;
        }
        if (m_depth == m_maxDepth) {
            m_cut = true;
            return false;
        }
        newHalf(random);
        return true;
    }

    /** Whether going on at one of the ends would bring the ends together. */
    private static boolean turns(final double[] left, final double[] right, final double[] sum) {
        double atLeft = 0;
        double atRight = 0;
        for (int i = 0; i < sum.length; i++) {
            atLeft += left[i] * sum[i];
            atRight += right[i] * sum[i];
        }
        return !(atLeft > 0 && atRight > 0);
    }

    private static double logAdd(final double a, final double b) {
        final var larger = Math.max(a, b);
        return larger == Double.NEGATIVE_INFINITY ? larger : larger + Math.log1p(Math.exp(-Math.abs(a - b)));
    }

    /** Moves the particle to the chosen state. */
    void finish(final ParticleBlock block, final ChainState state, final int k) {
        for (int i = 0; i < m_sum.length; i++) {
            block.x()[i][k] = m_chosen.m_q[i];
            state.m_score[i][k] = m_chosen.m_g[i];
        }
        state.m_logDensity[k] = m_chosen.m_logDensity;
    }

    /** The mean acceptance over the trajectory's new states. */
    double acceptance() {
        return m_acceptance / m_states;
    }

    boolean diverged() {
        return m_diverged;
    }

    /** Whether the trajectory had not turned yet when it had been doubled as often as allowed. */
    boolean cut() {
        return m_cut;
    }
}
