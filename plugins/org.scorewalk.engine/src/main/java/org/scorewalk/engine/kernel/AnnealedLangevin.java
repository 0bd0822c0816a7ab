// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import org.scorewalk.engine.density.BlockNoiseScore;
import org.scorewalk.engine.density.NoiseConditionalScore;
import org.scorewalk.engine.density.NoiseLevels;

/**
 * Annealed Langevin dynamics (Song and Ermon 2019, algorithm 1): at each noise level sigma, from the largest to the
 * smallest, some steps x' = x + h s(x, sigma) + sqrt(2 h) z with h = r sigma<sup>2</sup> in squared units of the
 * density's scale. In their notation, where a step is alpha / 2, r is epsilon / (2 sigma_L<sup>2</sup>). Particles
 * start from a normal density with the mean of the smoothed one at the largest level and its variances, wherever they
 * were placed. A last step can take away the noise of the smallest level: x' = x + sigma<sup>2</sup> s(x, sigma), the
 * mean of what x was before the noise (Tweedie's formula; Jolicoeur-Martineau et al. 2021).
 */
public final class AnnealedLangevin implements Kernel {

    private final BlockNoiseScore m_score;

    private final NoiseLevels m_levels;

    private final double[] m_centre;

    private final double[] m_scale;

    private final double[] m_factors;

    private final Annealing m_annealing;

    private final double[][] m_scores;

    private final double[] m_noise;

    /**
     * @param density what to sample
     * @param factors r, one a coordinate
     * @param capacity the largest number of particles in a block
     * @param annealing levels and steps
     */
    public AnnealedLangevin(final NoiseConditionalScore density, final double[] factors, final int capacity,
        final Annealing annealing) {
        m_score = density.noiseScore();
        m_levels = density.levels().withCount(annealing.levels());
        m_centre = density.centre();
        m_scale = density.scale();
        m_factors = factors.clone();
        m_annealing = annealing;
        m_scores = new double[factors.length][capacity];
        m_noise = new double[capacity];
    }

    @Override
    public void init(final ParticleBlock block) {
        block.setState(new ChainState(m_factors));
        final double wide = Math.sqrt(1 + m_levels.largest() * m_levels.largest());
        for (int i = 0; i < m_scale.length; i++) {
            final double[] row = block.x()[i];
            block.random().fillNormal(row, block.size());
            for (int k = 0; k < row.length; k++) {
                row[k] = m_centre[i] + wide * m_scale[i] * row[k];
            }
        }
    }

    @Override
    public void step(final ParticleBlock block) {
        final var state = ChainState.of(block);
        final int level = Math.min(state.m_step / m_annealing.stepsPerLevel(), m_annealing.levels() - 1);
        final boolean leads = m_annealing.predictor() && level > 0 && state.m_step % m_annealing.stepsPerLevel() == 0;
        final boolean last = state.m_step >= m_annealing.levels() * m_annealing.stepsPerLevel();
        state.m_step++;
        final var x = block.x();
        final int n = block.size();
        final double sigma = m_levels.sigma(leads && !last ? (level - 1) : level);
        final double next = m_levels.sigma(level);
        m_score.score(x, n, sigma, m_scores);
        state.countGradients(n);
        for (int i = 0; i < x.length; i++) {
            final double variance = sigma * m_scale[i] * (sigma * m_scale[i]);
            if (last) {
                Trajectories.kick(x[i], m_scores[i], n, variance);
                continue;
            }
            block.random().fillNormal(m_noise, n);
            if (leads) {
                final double part = 1 - next * next / (sigma * sigma);
                Trajectories.kick(x[i], m_scores[i], n, part * variance);
                Trajectories.kick(x[i], m_noise, n, next * m_scale[i] * Math.sqrt(part));
            } else {
                Trajectories.kick(x[i], m_scores[i], n, m_factors[i] * variance);
                Trajectories.kick(x[i], m_noise, n, Math.sqrt(2 * m_factors[i] * variance));
            }
        }
    }
}
