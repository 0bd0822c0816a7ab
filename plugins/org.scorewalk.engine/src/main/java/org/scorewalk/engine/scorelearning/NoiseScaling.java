// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.scorelearning;

import org.scorewalk.engine.density.NoiseLevels;

/**
 * How a score model is made of a network F, in standardised coordinates z and at the noise level sigma:
 * <p>
 * s(z, sigma) = -z / (1 + sigma<sup>2</sup>) + F(z / q, u(sigma)) / (sigma q) with q = sqrt(1 + sigma<sup>2</sup>).
 * <p>
 * The first term is the score of a Gaussian with the data's variance; the network learns what differs from it. Its
 * inputs and what it has to give are of order 1 at every level (Karras et al. 2022, section 5, with a data deviation of
 * 1); the factor 1 / sigma is that of Song and Ermon (2020, technique 3).
 */
final class NoiseScaling {

    /** How many inputs tell the network the noise level. */
    static final int FEATURES = 1;

    private final double m_middle;

    private final double m_half;

    NoiseScaling(final NoiseLevels levels) {
        m_middle = (Math.log(levels.largest()) + Math.log(levels.smallest())) / 2;
        m_half = (Math.log(levels.largest()) - Math.log(levels.smallest())) / 2;
    }

    /** The noise level's logarithm, brought to -1 for the smallest to 1 for the largest level. */
    double position(final double sigma) {
        return (Math.log(sigma) - m_middle) / m_half;
    }

    /** Writes the inputs that tell the noise level: its logarithm, which runs from -1 to 1. */
    void features(final double position, final float[] to, final int offset) {
        to[offset] = (float)position;
    }

    /** q. */
    static double root(final double sigma) {
        return Math.sqrt(1 + sigma * sigma);
    }
}
