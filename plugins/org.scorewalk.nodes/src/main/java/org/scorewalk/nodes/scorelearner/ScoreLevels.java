// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorelearner;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.scorewalk.engine.density.BlockNoiseScore;
import org.scorewalk.engine.density.NoiseLevels;
import org.scorewalk.engine.scorelearning.LearnedDensity;
import org.scorewalk.nodes.scorelearner.ScoreLearnerViewService.Level;
import org.scorewalk.nodes.util.ViewData;

/**
 * What a learned score does at several noise levels, for the view: its field over one or two columns, and what it makes of
 * rows with noise. From x = z + &sigma;e with normal e the score s leads to x + &sigma;<sup>2</sup> s(x, &sigma;), the
 * expectation of z given x if s is exact (Efron 2011, <i>Tweedie's Formula and Selection Bias</i>, equation 2.8). &sigma;
 * is in standard deviations of the columns. The noise is the same at all levels, times &sigma;.
 */
final class ScoreLevels {

    /** How many levels the view has, from the largest to the smallest noise. */
    static final int COUNT = 13;

    /** Values of the field over one column. */
    static final int PROFILE = 301;

    /** Values of the field a side, over two columns. */
    static final int SIDE = 22;

    /** Rows that get noise. */
    private static final int MAX_NOISY = 400;

    private static final int FEWEST_NOISY = 20;

    /** What is shown beside the rows, in parts of their range. */
    private static final double MARGIN = 0.15;

    /** Points times weights that the levels which the page starts with may take: a second or so. */
    private static final double EFFORT = 5e8;

    private final LearnedDensity m_density;

    private final double[][] m_x;

    private final NoiseLevels m_levels;

    private final double[] m_viewport;

    private final int m_noisy;

    /**
     * @param density what was learned
     * @param x some of the rows, {@code double[columns][rows]}
     */
    ScoreLevels(final LearnedDensity density, final double[][] x) {
        m_density = density;
        m_x = x;
        m_levels = density.levels().withCount(COUNT);
        m_viewport = new double[2 * Math.min(2, x.length)];
        for (int i = 0; i < m_viewport.length / 2; i++) {
            final double least = Arrays.stream(x[i]).min().orElse(0);
            final double greatest = Arrays.stream(x[i]).max().orElse(0);
            // rows that are spread over the table may be equal
            final double margin = greatest > least ? MARGIN * (greatest - least) : density.scale()[i];
            m_viewport[2 * i] = least - margin;
            m_viewport[2 * i + 1] = greatest + margin;
        }
        final double affordable = EFFORT / COUNT / weights();
        m_noisy = (int)Math.min(x[0].length, Math.max(FEWEST_NOISY, Math.min(MAX_NOISY, affordable)));
    }

    private double weights() {
        return Math.max(1, m_density.document().arrayValues());
    }

    /** The levels that the page starts with: all, or fewer of a large network, always the last. */
    int[] first() {
        final int points = m_noisy + (m_x.length == 1 ? PROFILE : m_x.length == 2 ? SIDE * SIDE : 0);
        final int count = (int)Math.max(1, Math.min(COUNT, EFFORT / (points * weights())));
        return count == 1 ? new int[]{COUNT - 1}
            : IntStream.range(0, count).map(k -> k * (COUNT - 1) / (count - 1)).toArray();
    }

    double[] viewport() {
        return m_viewport.clone();
    }

    /** The columns that are shown, as pages read them. */
    String rows() {
        return ViewData.doubles(shown(m_x));
    }

    private static double[][] shown(final double[][] columns) {
        return Arrays.copyOf(columns, Math.min(columns.length, ScoreLearnerView.MAX_COLUMNS));
    }

    Level level(final int index) {
        final double sigma = m_levels.sigma(index);
        final BlockNoiseScore score = m_density.noiseScore();
        if (m_x.length == 1) {
            return new Level(index, field(score, sigma), null, null);
        }
        final double[] scale = m_density.scale();
        final double[][] noisy = new double[m_x.length][m_noisy];
        final Random random = new Random(1);
        for (int k = 0; k < m_noisy; k++) {
            final int row = (int)((long)k * m_x[0].length / m_noisy);
            for (int i = 0; i < noisy.length; i++) {
                noisy[i][k] = m_x[i][row] + sigma * scale[i] * random.nextGaussian();
            }
        }
        final double[][] denoised = new double[m_x.length][m_noisy];
        score.score(noisy, m_noisy, sigma, denoised);
        for (int i = 0; i < denoised.length; i++) {
            final double variance = sigma * scale[i] * sigma * scale[i];
            for (int k = 0; k < m_noisy; k++) {
                denoised[i][k] = noisy[i][k] + variance * denoised[i][k];
            }
        }
        return new Level(index, m_x.length == 2 ? field(score, sigma) : null, ViewData.doubles(shown(noisy)),
            ViewData.doubles(shown(denoised)));
    }

    /** Scores in the middles of equal cells. */
    private String field(final BlockNoiseScore score, final double sigma) {
        final boolean plane = m_x.length == 2;
        final int side = plane ? SIDE : PROFILE;
        final double[][] at = new double[m_x.length][plane ? side * side : side];
        for (int k = 0; k < at[0].length; k++) {
            for (int i = 0; i < at.length; i++) {
                final double part = ((i == 0 ? k % side : k / side) + 0.5) / side;
                at[i][k] = m_viewport[2 * i] + part * (m_viewport[2 * i + 1] - m_viewport[2 * i]);
            }
        }
        final double[][] values = new double[at.length][at[0].length];
        score.score(at, at[0].length, sigma, values);
        return ViewData.doubles(values);
    }
}
