// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import java.util.List;

import org.scorewalk.engine.kernel.ParticleBlock;
import org.scorewalk.engine.transform.Interval;

/**
 * Neighbouring recorded frames of a run, as many as fit into {@value #ROOM} numbers. Each block of particles fills its
 * part of all of them on its own, so threads meet once a window and not once a frame. Where only one frame fits, the
 * blocks themselves are its parts, and nothing is copied unless coordinates are shown by their ranges.
 */
final class Window {

    /** Half a MiB of coordinates: they stay in the second-level caches until they are handed over. */
    private static final int ROOM = 1 << 16;

    /** So that progress and results of a single chain come now and then. */
    private static final int MOST_FRAMES = 1024;

    private final KeptSteps m_kept;

    private final int m_last;

    private final ParticleBlock[] m_blocks;

    private final List<Interval> m_ranges;

    private final int[] m_steps;

    /** One entry a block, {@code double[dimension][frames x particles]}, made when its block first needs it. */
    private final double[][][] m_rows;

    /** A frame's part of one block, where that must be copied out. */
    private final double[][] m_part;

    private int m_frames;

    private int m_until;

    /**
     * @param kept which steps are recorded
     * @param steps the number of the run's last step
     * @param blocks the particles
     * @param particles how many they are
     * @param ranges one range a coordinate by which it is shown, or empty for the line throughout
     */
    Window(final KeptSteps kept, final int steps, final ParticleBlock[] blocks, final int particles,
        final List<Interval> ranges) {
        m_kept = kept;
        m_last = steps;
        m_blocks = blocks;
        m_ranges = ranges;
        final int dimension = blocks[0].x().length;
        final long fitting = Math.max(1, ROOM / ((long)particles * dimension));
        m_steps = new int[(int)Math.max(1, Math.min(Math.min(fitting, MOST_FRAMES), kept.count(steps)))];
        m_rows = new double[blocks.length][][];
        m_part = m_steps.length > 1 ? new double[dimension][blocks[0].size()] : new double[0][];
    }

    /** Takes on the next frames. The first call begins with the start if that is recorded. */
    void next() {
        final boolean isStart = m_until == 0 && m_frames == 0 && m_kept.start();
        m_steps[0] = 0;
        m_frames = m_kept.next(m_until, m_last, m_steps, isStart ? 1 : 0);
        m_until = m_frames == m_steps.length ? m_steps[m_frames - 1] : m_last;
    }

    /** How many frames the window has now; may be 0. */
    int frames() {
        return m_frames;
    }

    /** The step of a frame. */
    int step(final int frame) {
        return m_steps[frame];
    }

    /** The step at which the window ends: that of its last frame, or the run's last one where no other is recorded. */
    int until() {
        return m_until;
    }

    /** Whether every step from the first frame to the last is a frame, and there is room to write them down. */
    boolean isDense() {
        return m_frames > 1 && m_ranges.isEmpty() && m_steps[m_frames - 1] - m_steps[0] == m_frames - 1;
    }

    /** How many of the frames may be shown if the run broke by a step, or did not (0). */
    int intact(final int brokenBy) {
        int frames = m_frames;
        while (brokenBy > 0 && frames > 0 && m_steps[frames - 1] >= brokenBy) {
            frames--;
        }
        return frames;
    }

    /** Keeps a block as it is now as its part of a frame. Blocks may do so at the same time. */
    void keep(final int b, final int frame) {
        if (isBlockItself()) {
            return;
        }
        final double[][] x = m_blocks[b].x();
        final double[][] rows = rows(b);
        final int n = m_blocks[b].size();
        for (int i = 0; i < x.length; i++) {
            final double[] row = rows[i];
            final int from = frame * n;
            if (n == 1) {
                row[from] = x[i][0];
            } else {
                System.arraycopy(x[i], 0, row, from, n);
            }
            if (!m_ranges.isEmpty()) {
                m_ranges.get(i).toRange(row, from, n);
            }
        }
    }

    /** All frames' parts of one block, one after the other, {@code double[dimension][frames x particles]}. */
    double[][] rows(final int b) {
        final var block = m_blocks[b];
        if (isBlockItself()) {
            return block.x();
        }
        if (m_rows[b] == null) {
            m_rows[b] = new double[block.x().length][block.size() * m_steps.length];
        }
        return m_rows[b];
    }

    /** A frame's part of one block, valid until the next call. */
    double[][] part(final int b, final int frame) {
        if (m_steps.length == 1) {
            return rows(b);
        }
        final int n = m_blocks[b].size();
        final double[][] rows = m_rows[b];
        for (int i = 0; i < rows.length; i++) {
            if (n == 1) {
                m_part[i][0] = rows[i][frame];
            } else {
                System.arraycopy(rows[i], frame * n, m_part[i], 0, n);
            }
        }
        return m_part;
    }

    private boolean isBlockItself() {
        return m_steps.length == 1 && m_ranges.isEmpty();
    }
}
