// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import static org.scorewalk.engine.InputException.check;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.BlockEvaluation;
import org.scorewalk.engine.density.Capability;
import org.scorewalk.engine.density.Density;

/**
 * What kernels with an acceptance test share: log-densities and scores that stay with the block from step to step, and
 * warm-up. Such kernels leave the density itself invariant, whatever the step size.
 */
abstract class AdjustedKernel implements Kernel {

    /** A trajectory whose energy error is larger has diverged (as in Stan). */
    static final double DIVERGED = 1000;

    private static final int TRIALS = 50;

    private static final double TRIAL_ACCEPTANCE = 0.8;

    final BlockEvaluation m_target;

    final KernelSettings m_settings;

    final Monitor m_monitor;

    final int m_capacity;

    private final double[] m_givenStepSizes;

    private final double m_acceptance;

    /** How step sizes grow with a coordinate's spread: 1 for Hamiltonian kernels, 2 for those of Langevin type. */
    private final double m_power;

    AdjustedKernel(final Density density, final double[] stepSizes, final int capacity, final KernelSettings settings,
        final Monitor monitor, final double acceptance, final double power) {
        check(density.document().capabilities().contains(Capability.LOG_DENSITY),
            "The density '%s' offers no log-density, which this algorithm needs for its acceptance test. Choose an "
                + "unadjusted algorithm.", density.document().family());
        m_target = density.blockEvaluation(capacity);
        m_givenStepSizes = stepSizes.clone();
        m_capacity = capacity;
        m_settings = settings;
        m_monitor = monitor;
        m_acceptance = settings.target(acceptance);
        m_power = power;
    }

    @Override
    public void init(final ParticleBlock block) {
        final var state = new ChainState(block.x().length, block.size(), m_givenStepSizes);
        block.setState(state);
        m_target.evaluate(block.x(), block.size(), state.m_logDensity, state.m_score);
        state.countGradients(block.size());
        for (int k = 0; k < block.size(); k++) {
            checkStart(block, state, k);
        }
        if (m_settings.warmup() > 0) {
            state.adapt(m_settings, m_acceptance, m_power);
            tryStepSize(block, state);
        }
    }

    private static void checkStart(final ParticleBlock block, final ChainState state, final int k) {
        var finite = Double.isFinite(state.m_logDensity[k]);
        for (final var row : state.m_score) {
            finite &= Double.isFinite(row[k]);
        }
        if (!finite) {
            final var point = new StringBuilder();
            for (int i = 0; i < Math.min(4, block.x().length); i++) {
                point.append(i > 0 ? ", " : "").append(block.x()[i][k]);
            }
            check(false, "Particle %d cannot start at (%s%s), because the density is 0 or not defined there (log-"
                + "density %s). Choose another start.", block.first() + k + 1, point,
                block.x().length > 4 ? ", ..." : "", state.m_logDensity[k]);
        }
    }

    @Override
    public final void step(final ParticleBlock block) {
        m_monitor.check();
        final var state = ChainState.of(block);
        final var warm = state.warm();
        final var acceptance = move(block, state, !warm);
        state.m_step++;
        if (warm) {
            if (state.m_adaptation.learn(acceptance, block.x(), block.size())) {
                tryStepSize(block, state);
            }
            state.takeOver();
        }
    }

    /**
     * Moves all particles.
     *
     * @param block the block
     * @param state its state
     * @param counted whether acceptance and divergences are counted
     * @return the mean acceptance
     */
    abstract double move(ParticleBlock block, ChainState state, boolean counted);

    /**
     * The mean acceptance of a proposal with the present step sizes and fresh randomness, without moving.
     *
     * @param block the block
     * @param state its state
     * @return the mean acceptance
     */
    abstract double trial(ParticleBlock block, ChainState state);

    /** Doubles or halves the step size until the acceptance of one proposal crosses 0.8 (Hoffman and Gelman 2014). */
    private void tryStepSize(final ParticleBlock block, final ChainState state) {
        final var adaptation = state.m_adaptation;
        var logFactor = Math.log(adaptation.factor());
        adaptation.restart(logFactor);
        state.takeOver();
        final var up = trial(block, state) > TRIAL_ACCEPTANCE;
        for (int i = 0; i < TRIALS; i++) {
            m_monitor.check();
            logFactor += up ? Math.log(2) : -Math.log(2);
            adaptation.restart(logFactor);
            state.takeOver();
            if (trial(block, state) > TRIAL_ACCEPTANCE != up) {
                break;
            }
        }
    }
}
