// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.util.Arrays;

/**
 * A bounded sample of a stream of points, for ranges: each k-th point is kept, k doubles when the sample is full. The
 * result depends on the order of the points only.
 */
final class Spread {

    private static final int CAPACITY = 8192;

    private double[] m_x = new double[64];

    private double[] m_y = new double[64];

    private int m_size;

    private long m_seen;

    private long m_every = 1;

    void add(final double x, final double y) {
        if (m_seen++ % m_every != 0) {
            return;
        }
        if (m_size == CAPACITY) {
            for (int i = 0; i < CAPACITY / 2; i++) {
                m_x[i] = m_x[2 * i];
                m_y[i] = m_y[2 * i];
            }
            m_size = CAPACITY / 2;
            m_every *= 2;
            if ((m_seen - 1) % m_every != 0) {
                return;
            }
        }
        if (m_size == m_x.length) {
            m_x = Arrays.copyOf(m_x, 2 * m_size);
            m_y = Arrays.copyOf(m_y, 2 * m_size);
        }
        m_x[m_size] = x;
        m_y[m_size++] = y;
    }

    /**
     * @param tail share of points left out at either end of an axis
     * @return xMin, xMax, yMin, yMax of the rest; null without points
     */
    double[] range(final double tail) {
        if (m_size == 0) {
            return null;
        }
        final double[] result = new double[4];
        for (int axis = 0; axis < 2; axis++) {
            final double[] sorted = Arrays.copyOf(axis == 0 ? m_x : m_y, m_size);
            Arrays.sort(sorted);
            final int skip = (int)Math.floor(tail * m_size);
            result[2 * axis] = sorted[skip];
            result[2 * axis + 1] = sorted[m_size - 1 - skip];
        }
        return result;
    }
}
