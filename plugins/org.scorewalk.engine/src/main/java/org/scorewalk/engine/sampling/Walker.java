// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.ProgressMeter;
import org.scorewalk.engine.kernel.Kernel;
import org.scorewalk.engine.kernel.ParticleBlock;

/** One thread's part in a run: moves blocks from frame to frame with a kernel and scratch memory of its own. */
final class Walker {

    /** Moves of one coordinate between two looks at how large it has become. */
    private static final int MOVES_PER_LOOK = 1 << 16;

    /** Particles whose moments are taken at a time, while they are still in cache. */
    private static final int MEASURED = 1024;

    private final Kernel m_kernel;

    private final Window m_window;

    private final Monitor m_monitor;

    private final ProgressMeter m_meter;

    private final Runnable m_report;

    private final int m_stepsPerLook;

    private final Pace m_pace;

    private final double[][] m_scratch;

    /**
     * @param kernel moves the particles
     * @param window the frames to fill
     * @param dimension the number of coordinates
     * @param capacity the number of particles in the largest block
     * @param monitor asked for a cancel
     * @param meter told about steps
     * @param report called about every millisecond
     */
    Walker(final Kernel kernel, final Window window, final int dimension, final int capacity, final Monitor monitor,
        final ProgressMeter meter, final Runnable report) {
        m_kernel = kernel;
        m_window = window;
        m_monitor = monitor;
        m_meter = meter;
        m_report = report;
        m_stepsPerLook = Math.max(1, MOVES_PER_LOOK / capacity / dimension);
        m_pace = new Pace(m_stepsPerLook);
        m_scratch = new double[dimension][Math.max(MEASURED, capacity)];
    }

    /** Prepares a block whose particles have just been put at their starting points. */
    void start(final Track track) {
        m_kernel.init(track.block());
        track.start();
    }

    /**
     * Moves one block to the window's end, and keeps and measures it at each of the window's frames. A block that
     * breaks stops.
     *
     * @param track the block
     * @param from the step at which it is
     */
    void advance(final Track track, final int from) {
        track.moments().clear();
        final int frames = m_window.frames();
        final boolean isDense = m_window.isDense() && m_kernel.records();
        int f = 0;
        int step = from;
        int unmeasured = 0;
        final int n = track.block().size();
        while (f < frames && !track.isBroken()) {
            if (isDense && m_window.step(f) == step + 1) {
                final int recorded = record(track, f, Math.max(1, (MEASURED - unmeasured) / n));
                f += recorded;
                step += recorded;
                unmeasured += recorded * n;
            } else {
                reach(track, step, m_window.step(f));
                step = m_window.step(f);
                m_window.keep(track.number(), f++);
                unmeasured += step > 0 ? n : 0; // the start does not count
            }
            // however many frames were recorded at a time, which the clock decides, these places are the same
            if (f == frames || unmeasured + n > MEASURED) {
                measure(track, f, unmeasured);
                unmeasured = 0;
            }
        }
        if (!track.isBroken()) {
            reach(track, step, m_window.until());
        }
        m_meter.add(m_pace.takeSteps() * track.block().size());
    }

    /** Takes the moments of the last particles before a frame. */
    private void measure(final Track track, final int frame, final int particles) {
        if (particles > 0) {
            track.moments().add(m_window.rows(track.number()), frame * track.block().size() - particles, particles,
                m_scratch);
        }
    }

    /** Measures a block's first frames again, without those that came after some block broke. */
    void remeasure(final Track track, final int frames) {
        track.moments().clear();
        for (int f = 0; f < frames; f++) {
            measure(track, f + 1, m_window.step(f) > 0 ? track.block().size() : 0);
        }
    }

    /** Moves a block from a step to another, or to where it breaks. */
    private void reach(final Track track, final int from, final int target) {
        final var block = track.block();
        int step = from;
        while (step < target && !track.isBroken()) {
            final int until = (int)Math.min(target, (long)step + m_stepsPerLook);
            while (step < until) {
                final int steps = Math.min(until - step, m_pace.left());
                m_kernel.steps(block, steps);
                step += steps;
                lookUp(block, steps);
            }
            track.see(block.largest(), step);
        }
    }

    /** Has the kernel write down the next frames, no more than this many, and says how many. */
    private int record(final Track track, final int frame, final int most) {
        final var block = track.block();
        final int n = block.size();
        final int frames = Math.min(Math.min(m_window.frames() - frame, m_pace.left()), most);
        final double[][] rows = m_window.rows(track.number());
        m_kernel.record(block, frames, rows, frame * n);
        final double largest = ParticleBlock.largest(rows, frame * n, (frame + frames) * n);
        if (largest <= Run.BROKEN) {
            track.see(largest, m_window.step(frame + frames - 1));
        }
        for (int f = frame; !(largest <= Run.BROKEN) && !track.isBroken(); f++) {
            track.see(ParticleBlock.largest(rows, f * n, (f + 1) * n), m_window.step(f));
        }
        lookUp(block, frames);
        return frames;
    }

    private void lookUp(final ParticleBlock block, final int steps) {
        if (m_pace.isDueAfter(steps)) {
            m_meter.add(m_pace.takeSteps() * block.size());
            m_monitor.check();
            m_report.run();
        }
    }
}
