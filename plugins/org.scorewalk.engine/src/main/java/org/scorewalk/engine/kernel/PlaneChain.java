// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import java.util.Optional;

import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.LinearScore;

/**
 * Unadjusted Langevin dynamics of one particle on a Gaussian in the plane: x' = (I - h P) x + h P m + sqrt(2 h) z. A
 * single chain cannot be spread over vector lanes or threads, so all that counts is how soon the next step can begin:
 * here the particle stays in registers, and each step waits for three operations of the one before.
 */
final class PlaneChain {

    /** Normals drawn at a time. */
    private static final int NOISE = 1024;

    private final double m_a00;

    private final double m_a01;

    private final double m_a10;

    private final double m_a11;

    private final double m_shift0;

    private final double m_shift1;

    private final double m_factor0;

    private final double m_factor1;

    private final double[] m_noise = new double[NOISE];

    /** Takes what nobody has asked for: writing costs nothing here, and so there is one loop. */
    private final double[][] m_unread = new double[2][NOISE / 2];

    private PlaneChain(final LinearScore score, final double[] h) {
        final double[] mean = score.mean();
        final double[][] p = score.precision();
        m_a00 = 1 - h[0] * p[0][0];
        m_a01 = -h[0] * p[0][1];
        m_a10 = -h[1] * p[1][0];
        m_a11 = 1 - h[1] * p[1][1];
        // h P is moderate for a stable step, P m may be beyond the range of numbers
        m_shift0 = h[0] * p[0][0] * mean[0] + h[0] * p[0][1] * mean[1];
        m_shift1 = h[1] * p[1][0] * mean[0] + h[1] * p[1][1] * mean[1];
        m_factor0 = Math.sqrt(2 * h[0]);
        m_factor1 = Math.sqrt(2 * h[1]);
    }

    /** The chain of a density; empty if that is no Gaussian in the plane. */
    static Optional<PlaneChain> of(final Density density, final double[] stepSizes) {
        return density.dimension() == 2 ? density.linearScore().map(s -> new PlaneChain(s, stepSizes))
            : Optional.empty();
    }

    /**
     * Moves the particle.
     *
     * @param block a block of one particle
     * @param steps how many steps
     * @param rows receives where the particle is after each step, {@code double[2][at least from + steps]}; or null
     * @param from the index for the first step
     */
    void move(final ParticleBlock block, final int steps, final double[][] rows, final int from) {
        final double[][] x = block.x();
        for (int done = 0; done < steps;) {
            final int now = Math.min(steps - done, NOISE / 2);
            block.random().fillNormal(m_noise, 2 * now);
            if (rows == null) {
                move(now, x[0], x[1], m_unread[0], m_unread[1], 0);
            } else {
                move(now, x[0], x[1], rows[0], rows[1], from + done);
            }
            done += now;
        }
    }

    /** Each value depends on the one before alone, so a chain is the same however its steps are cut into calls. */
    private void move(final int steps, final double[] x0, final double[] x1, final double[] row0, final double[] row1,
        final int from) {
        final double[] z = m_noise;
        double x = x0[0];
        double y = x1[0];
        for (int t = 0; t < steps; t++) {
            final double next = m_shift0 + m_factor0 * z[2 * t] + m_a01 * y + m_a00 * x;
            y = m_shift1 + m_factor1 * z[2 * t + 1] + m_a11 * y + m_a10 * x;
            x = next;
            row0[from + t] = x;
            row1[from + t] = y;
        }
        x0[0] = x;
        x1[0] = y;
    }
}
