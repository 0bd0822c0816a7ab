// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.scorewalk.engine.density.BlockNoiseScore;
import org.scorewalk.engine.density.NoiseConditionalScore;
import org.scorewalk.engine.density.NoiseLevels;

/**
 * What a score does at several noise levels, beside rows of the density: its field over one or two coordinates, and
 * what it makes of rows with noise. From x = z + &sigma;e with normal e the score s leads to x + &sigma;<sup>2</sup>
 * s(x, &sigma;), the expectation of z given x if s is exact (Efron 2011, <i>Tweedie's Formula and Selection Bias</i>,
 * equation 2.8). &sigma; is in units of {@link NoiseConditionalScore#scale()}. The noise e is the same at all levels,
 * and the same each time.
 */
public final class ScoreAtNoise {

    /** How many levels there are, from the largest to the smallest noise. */
    public static final int LEVELS = 13;

    /** Values of the field over one coordinate. */
    public static final int PROFILE = 301;

    /** Values of the field a side, over two coordinates. */
    public static final int SIDE = 22;

    /** Rows that get noise. */
    private static final int MAX_NOISY = 400;

    private static final int FEWEST_NOISY = 20;

    /** What is shown beside the rows, in parts of their range. */
    private static final double MARGIN = 0.15;

    /** Points times stored numbers, such as weights, that all levels together may take: a second or so. */
    private static final double EFFORT = 5e8;

    /**
     * A noise level.
     *
     * @param field scores in the middles of equal cells of the viewport, {@code double[coordinates][points]}, row by
     *            row from its lower end; null for more than two coordinates
     * @param noisy some rows with noise, {@code double[coordinates][rows]}
     * @param denoised where the score leads from them, in the same order
     */
    public record Level(double[][] field, double[][] noisy, double[][] denoised) {
    }

    private final NoiseConditionalScore m_score;

    private final NoiseLevels m_levels;

    private final double[][] m_rows;

    private final double[] m_viewport;

    private final double m_effort;

    private final int m_noisy;

    /**
     * @param score the score
     * @param stored how many numbers an evaluation goes through, such as the weights of a network
     * @param rows some rows of the density, {@code double[coordinates][rows]}
     */
    public ScoreAtNoise(final NoiseConditionalScore score, final long stored, final double[][] rows) {
        m_score = score;
        m_levels = score.levels().withCount(LEVELS);
        m_rows = rows;
        m_viewport = new double[2 * Math.min(2, rows.length)];
        final double[] scale = score.scale();
        for (int i = 0; i < m_viewport.length / 2; i++) {
            final double least = Arrays.stream(rows[i]).min().orElse(0);
            final double greatest = Arrays.stream(rows[i]).max().orElse(0);
            // of many rows, these may be equal ones
            final double margin = greatest > least ? MARGIN * (greatest - least) : scale[i];
            m_viewport[2 * i] = least - margin;
            m_viewport[2 * i + 1] = greatest + margin;
        }
        m_effort = EFFORT / Math.max(1, stored);
        m_noisy = (int)Math.min(rows[0].length, Math.max(FEWEST_NOISY, Math.min(MAX_NOISY, m_effort / LEVELS)));
    }

    /** @return where fields lie: xMin, xMax, yMin, yMax of the first two coordinates; xMin, xMax of one */
    public double[] viewport() {
        return m_viewport.clone();
    }

    /** @return the numbers of levels that take a second or so, spread evenly, always with the last one */
    public int[] affordable() {
        final int points = m_noisy + (m_rows.length == 1 ? PROFILE : m_rows.length == 2 ? SIDE * SIDE : 0);
        final int count = (int)Math.max(1, Math.min(LEVELS, m_effort / points));
        return count == 1 ? new int[]{LEVELS - 1}
            : IntStream.range(0, count).map(k -> k * (LEVELS - 1) / (count - 1)).toArray();
    }

    /**
     * @param index the number of a level, from 0
     * @return its noise
     */
    public double sigma(final int index) {
        return m_levels.sigma(index);
    }

    /**
     * @param index the number of a level, from 0
     * @return what the score does there
     */
    public Level level(final int index) {
        final double sigma = sigma(index);
        final double[] scale = m_score.scale();
        final double[][] noisy = new double[m_rows.length][m_noisy];
        final Random random = new Random(1);
        for (int k = 0; k < m_noisy; k++) {
            final int row = (int)((long)k * m_rows[0].length / m_noisy);
            for (int i = 0; i < noisy.length; i++) {
                noisy[i][k] = m_rows[i][row] + sigma * scale[i] * random.nextGaussian();
            }
        }
        final BlockNoiseScore score = m_score.noiseScore();
        final double[][] denoised = new double[m_rows.length][m_noisy];
        score.score(noisy, m_noisy, sigma, denoised);
        for (int i = 0; i < denoised.length; i++) {
            final double deviation = sigma * scale[i];
            for (int k = 0; k < m_noisy; k++) {
                denoised[i][k] = noisy[i][k] + deviation * (deviation * denoised[i][k]);
            }
        }
        return new Level(m_rows.length > 2 ? null : field(score, sigma), noisy, denoised);
    }

    private double[][] field(final BlockNoiseScore score, final double sigma) {
        final boolean plane = m_rows.length == 2;
        final int side = plane ? SIDE : PROFILE;
        final double[][] at = new double[m_rows.length][plane ? side * side : side];
        for (int k = 0; k < at[0].length; k++) {
            for (int i = 0; i < at.length; i++) {
                final double part = ((i == 0 ? k % side : k / side) + 0.5) / side;
                at[i][k] = m_viewport[2 * i] + part * (m_viewport[2 * i + 1] - m_viewport[2 * i]);
            }
        }
        final double[][] values = new double[at.length][at[0].length];
        score.score(at, at[0].length, sigma, values);
        return values;
    }
}
