// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import org.scorewalk.engine.density.BlockScore;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.random.RandomStream;

/**
 * The unadjusted Langevin algorithm (Roberts and Tweedie 1996): x' = x + h s(x) + sqrt(2 h) z, where s is the score, z
 * is standard normal and h is a step size for each coordinate.
 */
public final class UnadjustedLangevin implements Kernel {

    private final BlockScore m_score;

    private final double[] m_stepSizes;

    private final double[] m_noiseFactors;

    private final double[][] m_scores;

    private final double[] m_noise;

    /** Null unless that is a faster way to the same. */
    private final PlaneChain m_chain;

    /**
     * @param density what to sample
     * @param stepSizes one step size h a coordinate
     * @param capacity the largest number of particles in a block
     */
    public UnadjustedLangevin(final Density density, final double[] stepSizes, final int capacity) {
        m_score = density.blockScore(capacity);
        m_stepSizes = stepSizes.clone();
        m_noiseFactors = new double[stepSizes.length];
        for (int i = 0; i < stepSizes.length; i++) {
            m_noiseFactors[i] = Math.sqrt(2 * stepSizes[i]);
        }
        m_scores = new double[stepSizes.length][capacity];
        m_noise = new double[capacity];
        m_chain = capacity == 1 ? PlaneChain.of(density, stepSizes).orElse(null) : null;
    }

    @Override
    public void step(final ParticleBlock block) {
        if (m_chain != null) {
            m_chain.move(block, 1, null, 0);
            return;
        }
        final double[][] x = block.x();
        final int n = block.size();
        final RandomStream random = block.random();
        m_score.score(x, n, m_scores);
        for (int i = 0; i < x.length; i++) {
            random.fillNormal(m_noise, n);
            move(x[i], m_scores[i], m_noise, n, m_stepSizes[i], m_noiseFactors[i]);
        }
    }

    @Override
    public void steps(final ParticleBlock block, final int steps) {
        if (m_chain != null) {
            m_chain.move(block, steps, null, 0);
        } else {
            Kernel.super.steps(block, steps);
        }
    }

    @Override
    public boolean records() {
        return m_chain != null;
    }

    @Override
    public void record(final ParticleBlock block, final int steps, final double[][] rows, final int from) {
        m_chain.move(block, steps, rows, from);
    }

    /** Its own method, and free of offsets and branches, so that C2 compiles it to vector instructions. */
    private static void move(final double[] x, final double[] score, final double[] noise, final int n, final double h,
        final double g) {
        for (int k = 0; k < n; k++) {
            x[k] += h * score[k] + g * noise[k];
        }
    }
}
