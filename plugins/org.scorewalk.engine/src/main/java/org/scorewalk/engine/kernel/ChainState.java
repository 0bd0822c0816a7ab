// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;


/** What a block carries from step to step for the kernels of this package, and what they count. */
public final class ChainState {

    final double[] m_logDensity;

    final double[][] m_score;

    /** What else a kernel keeps, such as velocities. */
    Object m_memory;

    /** Null without warm-up, or when it is over. */
    Adaptation m_adaptation;

    /** Step sizes now, one a coordinate, or one a direction of the shape. */
    final double[] m_stepSizes;

    /** The dense metric's factor, null without one. */
    Factor m_shape;

    /** How step sizes grow with the metric's width, see {@link Adaptation}. */
    private double m_power = 1;

    int m_step;

    private double m_acceptance;

    private long m_proposals;

    private long m_divergences;

    private long m_longest;

    private long m_gradients;

    ChainState(final int dimension, final int size, final double[] stepSizes) {
        m_logDensity = new double[size];
        m_score = new double[dimension][size];
        m_stepSizes = stepSizes.clone();
    }

    /** A state without log-densities and scores. */
    ChainState(final double[] stepSizes) {
        this(0, 0, stepSizes);
    }

    static ChainState of(final ParticleBlock block) {
        return (ChainState)block.state();
    }

    /** Begins a warm-up. */
    void adapt(final KernelSettings settings, final double target, final double power) {
        m_power = power;
        m_adaptation = new Adaptation(m_stepSizes, settings, target, power);
    }

    /** Whether step sizes or the metric are still adapted. */
    boolean warm() {
        return m_adaptation != null;
    }

    /** Takes over what the warm-up has found. */
    void takeOver() {
        m_adaptation.stepSizes(m_stepSizes);
        m_shape = m_adaptation.shape();
        if (!m_adaptation.active()) {
            m_adaptation = null;
        }
    }

    /** Counts proposals after warm-up. */
    void count(final double acceptanceSum, final int proposals) {
        m_acceptance += acceptanceSum;
        m_proposals += proposals;
    }

    void countDivergences(final int divergences) {
        m_divergences += divergences;
    }

    void countLongest(final int trajectories) {
        m_longest += trajectories;
    }

    void countGradients(final long gradients) {
        m_gradients += gradients;
    }

    /**
     * The mean acceptance after warm-up.
     *
     * @return from 0 to 1, or NaN before the first proposal
     */
    public double acceptance() {
        return m_acceptance / m_proposals;
    }

    /**
     * How many trajectories after warm-up left the level set of the energy because the step was too large for the
     * density's curvature; results near such places are biased.
     *
     * @return 0 for a sample to be trusted
     */
    public long divergences() {
        return m_divergences;
    }

    /**
     * How many trajectories of NUTS after warm-up ended because they had been doubled as often as allowed.
     *
     * @return 0 if each ended where it turned
     */
    public long longest() {
        return m_longest;
    }

    /**
     * How many gradients of one particle were computed, warm-up included.
     *
     * @return the number
     */
    public long gradients() {
        return m_gradients;
    }

    /**
     * The step sizes in use.
     *
     * @return one a coordinate; with a dense metric, what it gives to each
     */
    public double[] stepSizes() {
        final var sizes = m_stepSizes.clone();
        for (int i = 0; m_shape != null && i < sizes.length; i++) {
            sizes[i] *= Math.pow(m_shape.width(i), m_power);
        }
        return sizes;
    }
}
