// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import java.util.Arrays;

/**
 * A warm-up: adapts the step size by {@link StepSearch} and the {@link Metric} from the spread of the particles over
 * growing windows, with the schedule of Stan: a first interval for the step size alone, windows of doubling length
 * after each of which the metric is replaced and the step size is tried anew, a last interval for the step size alone.
 * All particles of a block serve as one: their mean acceptance steers, their pooled covariance is the metric.
 * <p>
 * Where there is no acceptance to steer by, the metric alone is adapted, and the geometric mean of the step sizes stays
 * as given.
 */
final class Adaptation {

    /** A shorter warm-up with a target adapts the step size alone. */
    private static final int SHORTEST = 60;

    /** Stan's intervals: 75 steps, windows from 25 steps on, and at the end 50 or, in long warm-ups, a tenth. */
    private static final int FIRST = 75;

    private static final int WINDOW = 25;

    private static final int LAST = 50;

    private static final int LONG = 10;

    private final int m_warmup;

    private final int m_first;

    /** The end of the last window. */
    private final int m_windowsEnd;

    private final int m_settleFrom;

    private int m_windowEnd;

    private int m_windowLength;

    /** What the common factor multiplies: first the given step sizes, then powers of the standard deviations. */
    private final double[] m_sizes;

    private Factor m_shape;

    private final double m_power;

    private final Metric m_metric;

    private final Spread m_spread;

    private final StepSearch m_search;

    private double m_logFactor;

    private int m_step;

    /**
     * @param stepSizes what the user gave: the steps of the first trial
     * @param settings how many steps adapt, and what
     * @param target the mean acceptance to aim at, or NaN if there is none
     * @param power 1 if step sizes grow with a coordinate's standard deviation, 2 if with its variance
     */
    Adaptation(final double[] stepSizes, final KernelSettings settings, final double target, final double power) {
        m_sizes = stepSizes.clone();
        m_power = power;
        m_metric = settings.metric();
        m_spread = m_metric == Metric.IDENTITY ? null : new Spread(stepSizes.length, m_metric == Metric.DENSE);
        m_warmup = settings.warmup();
        m_search = Double.isNaN(target) ? null : new StepSearch(target);
        final var fits = m_warmup >= FIRST + WINDOW + LAST;
        // Stan's intervals where they fit, else quarters, and no time for the metric if that would be too short
        final int quarter = m_warmup / 4;
        final var tooShort = m_search != null && m_warmup < SHORTEST || m_spread == null;
        final int last = m_search == null ? 0 : fits ? Math.max(LAST, m_warmup / LONG) : quarter;
        m_first = tooShort ? m_warmup : fits ? FIRST : quarter;
        m_windowsEnd = m_warmup - last;
        m_settleFrom = tooShort && !fits ? (m_warmup / 2) : (m_warmup - last);
        m_windowLength = fits ? WINDOW : Math.max(1, m_windowsEnd - m_first);
        m_windowEnd = windowEnd(m_first);
    }

    private int windowEnd(final int start) {
        final var end = start + m_windowLength;
        // a next window of double length that would not fit is joined to this one
        return end + 2 * m_windowLength > m_windowsEnd ? m_windowsEnd : end;
    }

    /** Whether the block still adapts. */
    boolean active() {
        return m_step < m_warmup;
    }

    /** What all step sizes have in common. */
    double factor() {
        return Math.exp(m_logFactor);
    }

    /** Puts the step size of each coordinate, or of each direction of the shape. */
    void stepSizes(final double[] out) {
        final var factor = factor();
        for (int i = 0; i < out.length; i++) {
            out[i] = factor * m_sizes[i];
        }
    }

    /** The dense metric's factor, or null as long as there is none. */
    Factor shape() {
        return m_shape;
    }

    /** Starts the search for a step size anew around a factor. */
    void restart(final double logFactor) {
        m_logFactor = logFactor;
        m_search.restart(logFactor);
    }

    /**
     * Learns from a step.
     *
     * @param acceptance the mean acceptance over the block; not looked at without a target
     * @param x the particles after the step
     * @param n how many
     * @return true if the metric was replaced, so that the step size should be tried anew
     */
    boolean learn(final double acceptance, final double[][] x, final int n) {
        m_step++;
        if (m_search != null) {
            if (m_step > m_settleFrom) {
                m_search.settle(acceptance, m_warmup - m_step);
            } else {
                m_search.learn(acceptance);
            }
            m_logFactor = m_search.logFactor();
        }
        var replaced = false;
        if (m_step > m_first && m_step <= m_windowsEnd) {
            m_spread.collect(x, n);
            if (m_step == m_windowEnd) {
                replaced = replaceMetric();
                m_windowLength *= 2;
                m_windowEnd = windowEnd(m_step);
            }
        }
        return replaced;
    }

    /** The common factor changes along, so that the geometric mean of the step sizes stays as it was. */
    private boolean replaceMetric() {
        if (!m_spread.enough()) {
            return false;
        }
        double before = 0;
        for (final double size : m_sizes) {
            before += Math.log(size) / m_sizes.length;
        }
        m_shape = m_metric == Metric.DENSE ? Factor.of(m_spread.covariance()) : null;
        double after = 0;
        if (m_shape == null) { // also where the covariances of too few draws cannot be used
            for (int i = 0; i < m_sizes.length; i++) {
                m_sizes[i] = Math.pow(m_spread.variance(i), m_power / 2);
                after += Math.log(m_sizes[i]) / m_sizes.length;
            }
        } else {
            // widths in the step size, directions in the shape, so that step sizes are times and areas as given
            after = m_power * m_shape.logWidth();
            m_shape = m_shape.times(Math.exp(-m_shape.logWidth()));
            Arrays.fill(m_sizes, Math.exp(after));
        }
        m_logFactor += before - after;
        m_spread.clear();
        return true;
    }
}
