// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

/**
 * Searches the step size, as the logarithm of a factor, that gives a target acceptance.
 * <p>
 * First by dual averaging (Nesterov 2009; Hoffman and Gelman 2014, section 3.2, with the constants of Stan), which
 * finds its way from a start far off. Its steps stay large, though: the factor goes up and down by half, and since the
 * acceptance falls the faster the larger the step is, the acceptance at the mean of these factors lies clearly above
 * the mean of their acceptances, which is what meets the target (a single chain of NUTS that aims at 0.8 would get
 * about 0.9). So the end of a warm-up belongs to the plain recursion of Robbins and Monro (1951) with falling gains,
 * x' = x + g (acceptance - target), averaged over its second half (Polyak and Juditsky 1992), which settles at the
 * target itself.
 */
final class StepSearch {

    private static final double GAMMA = 0.05;

    private static final double DELAY = 10;

    private static final double DECAY = 0.75;

    private static final double GAIN = 2;

    private static final double GAIN_DELAY = 5;

    private final double m_target;

    private double m_centre;

    private double m_logFactor;

    private double m_error;

    private int m_since;

    private int m_settling;

    private double m_sum;

    private int m_summed;

    StepSearch(final double target) {
        m_target = target;
    }

    double logFactor() {
        return m_logFactor;
    }

    /** Starts dual averaging anew around a factor. */
    void restart(final double logFactor) {
        m_centre = Math.log(10) + logFactor;
        m_logFactor = logFactor;
        m_error = 0;
        m_since = 0;
        m_settling = 0;
    }

    /** Learns from the acceptance of a step on the way. */
    void learn(final double acceptance) {
        m_since++;
        final var weight = 1 / (m_since + DELAY);
        m_error = (1 - weight) * m_error + weight * (m_target - acceptance);
        m_logFactor = m_centre - Math.sqrt(m_since) / GAMMA * m_error;
    }

    /**
     * Learns from the acceptance of one of the last steps.
     *
     * @param acceptance the acceptance
     * @param left how many more such steps follow; after the last one the factor is final
     */
    void settle(final double acceptance, final int left) {
        if (m_settling == 0) {
            m_sum = 0;
            m_summed = 0;
        }
        m_logFactor += GAIN / Math.pow(m_settling + GAIN_DELAY, DECAY) * (acceptance - m_target);
        m_settling++;
        if (left <= m_settling) { // the second half
            m_sum += m_logFactor;
            m_summed++;
        }
        if (left == 0) {
            m_logFactor = m_sum / m_summed;
        }
    }
}
