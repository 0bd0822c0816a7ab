// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.scorewalk.engine.Monitor;

/**
 * Keeps the rows of a source in memory when it is first read, as far as a given number of bytes allows, so that later
 * readings cost nothing. A larger source is read again each time: slower, never too large.
 */
final class CachedSource implements ParticleSource {

    /** Two doubles and an int a row. */
    private static final int ROW_BYTES = 20;

    private static final int SEGMENT_BYTES = 16;

    private static final int CHUNK = 1 << 15;

    private final ParticleSource m_source;

    private final long m_budget;

    private List<Chunk> m_chunks = new ArrayList<>();

    private boolean m_complete;

    private long m_bytes;

    /**
     * @param source the rows
     * @param budget bytes to keep at most
     */
    CachedSource(final ParticleSource source, final long budget) {
        m_source = source;
        m_budget = budget;
    }

    @Override
    public long size() {
        return m_source.size();
    }

    /** @return whether the rows are in memory after the first reading */
    boolean isCached() {
        return m_complete;
    }

    @Override
    public void scan(final RowVisitor visitor, final Monitor monitor) {
        if (m_complete) {
            replay(visitor, monitor);
        } else if (m_chunks == null) {
            m_source.scan(visitor, monitor);
        } else {
            // a reading that was interrupted left a part: begin anew
            m_chunks.clear();
            m_bytes = 0;
            m_source.scan((run, step, particle, x, y) -> {
                store(run, step, particle, x, y);
                visitor.accept(run, step, particle, x, y);
            }, monitor);
            m_complete = m_chunks != null;
        }
    }

    private void store(final int run, final int step, final int particle, final double x, final double y) {
        if (m_chunks == null) {
            return;
        }
        Chunk chunk = m_chunks.isEmpty() ? null : m_chunks.get(m_chunks.size() - 1);
        if (chunk == null || chunk.m_rows == CHUNK) {
            m_bytes += (long)CHUNK * ROW_BYTES;
            chunk = new Chunk();
            m_chunks.add(chunk);
        }
        if (chunk.add(run, step, particle, x, y)) {
            m_bytes += SEGMENT_BYTES;
        }
        if (m_bytes > m_budget) {
            m_chunks = null;
        }
    }

    private void replay(final RowVisitor visitor, final Monitor monitor) {
        final long size = Math.max(1, size());
        long done = 0;
        for (final Chunk chunk : m_chunks) {
            monitor.check();
            chunk.replay(visitor);
            done += chunk.m_rows;
            final double fraction = (double)done / size;
            monitor.report(fraction, () -> "Drawing particles");
        }
    }

    /** Rows; neighbours with the same run and step, a segment, name them once. */
    private static final class Chunk {

        private final double[] m_x = new double[CHUNK];

        private final double[] m_y = new double[CHUNK];

        private final int[] m_particle = new int[CHUNK];

        /** Run, step and first row of each segment. */
        private int[] m_segments = new int[12];

        private int m_segmentCount;

        private int m_rows;

        /** Returns whether a new segment began. */
        boolean add(final int run, final int step, final int particle, final double x, final double y) {
            final int last = 3 * m_segmentCount - 3;
            final boolean begins = last < 0 || m_segments[last] != run || m_segments[last + 1] != step;
            if (begins) {
                final int at = 3 * m_segmentCount;
                if (at == m_segments.length) {
                    m_segments = Arrays.copyOf(m_segments, 2 * at);
                }
                m_segments[at] = run;
                m_segments[at + 1] = step;
                m_segments[at + 2] = m_rows;
                m_segmentCount++;
            }
            m_x[m_rows] = x;
            m_y[m_rows] = y;
            m_particle[m_rows] = particle;
            m_rows++;
            return begins;
        }

        void replay(final RowVisitor visitor) {
            for (int s = 0; s < m_segmentCount; s++) {
                final int run = m_segments[3 * s];
                final int step = m_segments[3 * s + 1];
                final int to = s + 1 < m_segmentCount ? m_segments[3 * s + 5] : m_rows;
                for (int row = m_segments[3 * s + 2]; row < to; row++) {
                    visitor.accept(run, step, m_particle[row], m_x[row], m_y[row]);
                }
            }
        }
    }
}
