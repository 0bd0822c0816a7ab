// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

/**
 * What became of a run.
 *
 * @param plan the run
 * @param particles how many particles moved
 * @param status whether the run can be trusted
 * @param brokenBy 0, or a step by which some coordinate was beyond the range of numbers, so that the run ended there
 * @param stableFactor by how much its step sizes might be multiplied before the run is unstable, NaN where not known
 * @param frames how many frames were recorded, the start included
 * @param mean the mean over all recorded particles but those of the start, one number a coordinate; NaN without any
 * @param covariance the covariance over the same particles, {@code double[d][d]}, or the variances alone,
 *            {@code double[d][1]}, beyond {@link #MAX_COVARIANCES} coordinates; NaN for fewer than two particles
 * @param seconds how long the computation took, without the time for taking in the frames
 * @param particleSteps how many steps of one particle were computed
 * @param acceptance the mean acceptance after warm-up, NaN for algorithms without acceptance test
 * @param divergences how many trajectories after warm-up left their energy level, 0 for other algorithms
 * @param adapted the step sizes that the warm-up has found, the geometric mean over all blocks of particles, one number
 *            a coordinate; empty without warm-up
 * @param longest how many trajectories of NUTS after warm-up were cut at the maximum depth, 0 for other algorithms
 */
public record RunSummary(RunPlan plan, int particles, Status status, int brokenBy, double stableFactor, long frames,
    double[] mean, double[][] covariance, double seconds, double particleSteps, double acceptance,
    long divergences, double[] adapted, long longest) {

    /** The largest dimension for which covariances are summarised; beyond it there are variances only. */
    public static final int MAX_COVARIANCES = 16;

    /** Whether a run can be trusted. The names stand in tables and never change. */
    public enum Status {
        /** The run came to its end. */
        OK("ok"),
        /** The particles ran away, or must do so with these step sizes. */
        DIVERGED("diverged");

        private final String m_label;

        Status(final String label) {
            m_label = label;
        }

        /**
         * The status as tables show it.
         *
         * @return a short word
         */
        public String label() {
            return m_label;
        }
    }

    /**
     * The number of recorded rows.
     *
     * @return frames times particles
     */
    public long rows() {
        return frames * particles;
    }

    /**
     * The speed of the computation.
     *
     * @return steps of one particle a second; NaN if the time was too short to measure
     */
    public double rate() {
        return seconds > 0 ? (particleSteps / seconds) : Double.NaN;
    }
}
