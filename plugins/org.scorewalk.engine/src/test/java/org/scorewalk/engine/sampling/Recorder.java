// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps all frames and checks their order. */
final class Recorder implements FrameSink {

    /** One frame of one run, {@code double[dimension][particles]}. */
    record Frame(int run, int step, double[][] x) {
    }

    private final int m_particles;

    private final List<Frame> m_frames = new ArrayList<>();

    private int m_next;

    Recorder(final int particles) {
        m_particles = particles;
    }

    @Override
    public void accept(final int run, final int step, final int first, final double[][] x, final int n) {
        if (first == 0) {
            if (m_next != 0) {
                throw new AssertionError("The frame before ended with particle " + m_next);
            }
            if (!m_frames.isEmpty()) {
                final var last = m_frames.get(m_frames.size() - 1);
                if (run < last.run() || run == last.run() && step <= last.step()) {
                    throw new AssertionError("Run " + run + " step " + step + " came after " + last.run() + "/"
                        + last.step());
                }
            }
            m_frames.add(new Frame(run, step, new double[x.length][m_particles]));
        }
        if (first != m_next) {
            throw new AssertionError("Particle " + first + " came instead of " + m_next);
        }
        final var frame = m_frames.get(m_frames.size() - 1);
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(x[i], 0, frame.x()[i], first, n);
        }
        m_next = first + n == m_particles ? 0 : (first + n);
    }

    List<Frame> frames() {
        return m_frames;
    }

    List<Frame> frames(final int run) {
        return m_frames.stream().filter(f -> f.run() == run).toList();
    }

    Frame last() {
        return m_frames.get(m_frames.size() - 1);
    }

    /** Bit patterns of everything, to compare runs. */
    long fingerprint() {
        long hash = 1;
        for (final var frame : m_frames) {
            hash = 31 * hash + frame.run();
            hash = 31 * hash + frame.step();
            for (final var row : frame.x()) {
                hash = 31 * hash + Arrays.hashCode(row);
            }
        }
        return hash;
    }
}
