// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import java.util.Arrays;

/**
 * Adapts the step size by dual averaging (Nesterov 2009; Hoffman and Gelman 2014, section 3.2) and the metric, one
 * scale a coordinate, from variances over growing windows, with the schedule of Stan: a first interval for the step
 * size alone, windows of doubling length after each of which the scales are replaced, a last interval for the step size
 * alone. All particles of a block serve as one: their mean acceptance steers, their pooled variance is the metric.
 */
final class Adaptation {

    private static final double GAMMA = 0.05;

    private static final double DELAY = 10;

    private static final double DECAY = 0.75;

    private static final double SHRINK = 5;

    /** A shorter warm-up adapts the step size alone. */
    private static final int SHORTEST = 60;

    private static final double SMALL = 1e-3;

    private final double m_target;

    private final int m_warmup;

    private final int m_first;

    private final int m_last;

    private int m_windowEnd;

    private int m_windowLength;

    /** What the common factor multiplies: first the given step sizes, then powers of the standard deviations. */
    private final double[] m_sizes;

    private final double m_power;

    private final double[] m_mean;

    private final double[] m_squares;

    private long m_count;

    private int m_step;

    private double m_centre;

    private double m_logFactor;

    private double m_logAverage;

    private double m_error;

    private int m_since;

    /**
     * @param stepSizes what the user gave: the steps of the first trial
     * @param warmup how many steps adapt
     * @param target the mean acceptance to aim at
     * @param power 1 if step sizes grow with a coordinate's standard deviation, 2 if with its variance
     */
    Adaptation(final double[] stepSizes, final int warmup, final double target, final double power) {
        m_sizes = stepSizes.clone();
        m_power = power;
        m_mean = new double[stepSizes.length];
        m_squares = new double[stepSizes.length];
        m_target = target;
        m_warmup = warmup;
        // Stan's 75 + 25 + 50 where they fit, else a half for scales, and none for them if that would be too short
        final var fits = warmup >= 150;
        m_first = fits ? 75 : warmup < SHORTEST ? warmup : (warmup / 4);
        m_last = fits ? 50 : warmup < SHORTEST ? 0 : (warmup / 4);
        m_windowLength = fits ? 25 : Math.max(1, warmup - m_first - m_last);
        m_windowEnd = windowEnd(m_first);
        restart(0);
    }

    private int windowEnd(final int start) {
        final var end = start + m_windowLength;
        // a next window of double length that would not fit is joined to this one
        return end + 2 * m_windowLength > m_warmup - m_last ? (m_warmup - m_last) : end;
    }

    /** Whether steps are still adapted. */
    boolean active() {
        return m_step < m_warmup;
    }

    /** What all step sizes have in common. */
    double factor() {
        return Math.exp(m_logFactor);
    }

    /** Puts the step size of each coordinate. */
    void stepSizes(final double[] out) {
        final var factor = factor();
        for (int i = 0; i < out.length; i++) {
            out[i] = factor * m_sizes[i];
        }
    }

    /** Starts dual averaging anew around a factor. */
    void restart(final double logFactor) {
        m_centre = Math.log(10) + logFactor;
        m_logFactor = logFactor;
        m_logAverage = logFactor;
        m_error = 0;
        m_since = 0;
    }

    /**
     * Learns from a step.
     *
     * @param acceptance the mean acceptance over the block
     * @param x the particles after the step
     * @param n how many
     * @return true if the scales were replaced, so that the step size should be tried anew
     */
    boolean learn(final double acceptance, final double[][] x, final int n) {
        m_step++;
        m_since++;
        final var weight = 1 / (m_since + DELAY);
        m_error = (1 - weight) * m_error + weight * (m_target - acceptance);
        m_logFactor = m_centre - Math.sqrt(m_since) / GAMMA * m_error;
        final var share = Math.pow(m_since, -DECAY);
        m_logAverage = share * m_logFactor + (1 - share) * m_logAverage;
        var replaced = false;
        if (m_step > m_first && m_step <= m_warmup - m_last) {
            collect(x, n);
            if (m_step == m_windowEnd) {
                replaced = replaceScales();
                m_windowLength *= 2;
                m_windowEnd = windowEnd(m_step);
            }
        }
        if (m_step == m_warmup) {
            m_logFactor = m_logAverage;
        }
        return replaced && m_step < m_warmup;
    }

    private void collect(final double[][] x, final int n) {
        for (int k = 0; k < n; k++) {
            m_count++;
            for (int i = 0; i < x.length; i++) {
                final var difference = x[i][k] - m_mean[i];
                m_mean[i] += difference / m_count;
                m_squares[i] += difference * (x[i][k] - m_mean[i]);
            }
        }
    }

    /** The common factor changes along, so that the geometric mean of the step sizes stays as it was. */
    private boolean replaceScales() {
        if (m_count < 3) {
            return false;
        }
        final var share = m_count / (m_count + SHRINK);
        double change = 0;
        for (int i = 0; i < m_sizes.length; i++) {
            final var variance = share * m_squares[i] / (m_count - 1) + SMALL * SHRINK / (m_count + SHRINK);
            final var size = Math.pow(variance, m_power / 2);
            change += Math.log(m_sizes[i] / size) / m_sizes.length;
            m_sizes[i] = size;
        }
        m_logFactor += change;
        m_logAverage += change;
        m_count = 0;
        Arrays.fill(m_mean, 0);
        Arrays.fill(m_squares, 0);
        return true;
    }
}
