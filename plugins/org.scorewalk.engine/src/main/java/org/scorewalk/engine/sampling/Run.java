// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.Parallelism;
import org.scorewalk.engine.ProgressMeter;
import org.scorewalk.engine.kernel.ChainState;
import org.scorewalk.engine.kernel.ParticleBlock;
import org.scorewalk.engine.random.RandomStreams;
import org.scorewalk.engine.sampling.RunSummary.Status;

/**
 * One run in the making: the blocks of particles, a kernel a thread, and what is known of divergence.
 * <p>
 * Unadjusted Langevin dynamics runs away where the step is too large for the density's curvature (Roberts and Tweedie
 * 1996, section 3.2). A run counts as diverged if that is known in advance, or once a coordinate is
 * {@value #ABSURD} times as large as anything expected. It goes on for as long as its numbers can be reckoned with, and
 * ends before the first recorded frame that has one beyond {@value #BROKEN}.
 */
final class Run {

    /** Coordinates this many times larger than the density's extent and the start show that the run has diverged. */
    static final double ABSURD = 1e8;

    /** Coordinates beyond this cannot be squared and summed any more; the next steps would give infinity and NaN. */
    static final double BROKEN = 1e140;

    /** Particles handed over between two looks for a cancel. */
    private static final int PARTICLES_PER_CHECK = 1024;

    private final SamplingPlan m_plan;

    private final RunPlan m_run;

    private final int m_number;

    private final Parallelism m_workers;

    private final Monitor m_monitor;

    private final ProgressMeter m_meter;

    private final Track[] m_tracks;

    private final Window m_window;

    private final Moments m_moments;

    /** One a thread, made by the thread itself. */
    private final Walker[] m_walkers;

    private final double[] m_stepSizes;

    private final int m_capacity;

    private final Supplier<String> m_message = this::message;

    private long m_nanos;

    private long m_frames;

    private int m_delivered;

    private int m_step;

    Run(final SamplingPlan plan, final int number, final RandomStreams streams, final Parallelism workers,
        final Monitor monitor, final ProgressMeter meter) {
        m_plan = plan;
        m_run = plan.runs().get(number);
        m_number = number;
        m_workers = workers;
        m_monitor = monitor;
        m_meter = meter;
        final int dimension = plan.density().dimension();
        m_stepSizes = m_run.stepSizes(dimension);
        final int blockSize = ParticleBlock.sizeFor(dimension);
        m_capacity = Math.min(blockSize, plan.particles());
        final boolean full = dimension <= RunSummary.MAX_COVARIANCES;
        m_moments = new Moments(dimension, full);
        m_tracks = new Track[(plan.particles() - 1) / blockSize + 1];
        final var random = streams.nextRun(m_tracks.length);
        for (int b = 0; b < m_tracks.length; b++) {
            monitor.check();
            final int first = b * blockSize;
            m_tracks[b] = new Track(b, new ParticleBlock(first, Math.min(blockSize, plan.particles() - first),
                dimension, random[b]), full);
        }
        m_window = new Window(plan.kept(), m_run.steps(),
            blocks().toArray(ParticleBlock[]::new), plan.particles(), plan.density().ranges());
        m_walkers = new Walker[Math.min(workers.size(), m_tracks.length)];
    }

    RunSummary compute(final FrameSink sink) {
        boolean isStart = true;
        int brokenBy = 0;
        while (m_step < m_run.steps() && brokenBy == 0) {
            final boolean place = isStart;
            isStart = false;
            m_window.next();
            timed((worker, b) -> {
                final var walker = walker(worker);
                if (place) {
                    m_plan.start().place(m_tracks[b].block());
                    walker.start(m_tracks[b]);
                }
                walker.advance(m_tracks[b], m_step);
            });
            brokenBy = Arrays.stream(m_tracks).mapToInt(Track::brokenBy).filter(step -> step > 0).min().orElse(0);
            deliver(sink, brokenBy);
        }
        return summary(brokenBy);
    }

    private Walker walker(final int worker) {
        if (m_walkers[worker] == null) {
            final var kernel = m_run.algorithm().newKernel(m_plan.density().watchedBy(m_monitor), m_stepSizes,
                m_capacity, m_run.settings(), m_monitor);
            final Runnable report = worker == 0 ? this::report : () -> { }; // 0 is the calling thread
            m_walkers[worker] =
                new Walker(kernel, m_window, m_stepSizes.length, m_capacity, m_monitor, m_meter, report);
        }
        return m_walkers[worker];
    }

    private void timed(final Parallelism.Task task) {
        final long start = System.nanoTime();
        m_workers.forEach(m_tracks.length, task, m_monitor, this::report);
        m_nanos += System.nanoTime() - start;
    }

    private void deliver(final FrameSink sink, final int brokenBy) {
        final int frames = m_window.intact(brokenBy);
        final boolean isWhole = frames == m_window.frames();
        m_step = isWhole ? m_window.until() : m_window.step(frames);
        for (final var track : m_tracks) {
            if (!isWhole) {
                walker(0).remeasure(track, frames);
            }
            m_moments.add(track.moments());
        }
        for (int f = 0; f < frames; f++) {
            for (int b = 0; b < m_tracks.length; b++) {
                final var block = m_tracks[b].block();
                sink.accept(m_number, m_window.step(f), block.first(), m_window.part(b, f), block.size());
                m_delivered += block.size();
                if (m_delivered >= PARTICLES_PER_CHECK) {
                    m_delivered = 0;
                    m_monitor.check();
                    report();
                }
            }
            m_frames++;
        }
    }

    private RunSummary summary(final int brokenBy) {
        final double expected = Math.max(m_plan.density().extent(),
            Arrays.stream(m_tracks).mapToDouble(Track::largestStart).max().orElseThrow());
        final var factor = m_run.algorithm().hasStableBound() ? m_plan.density().stableFactor(m_stepSizes)
            : OptionalDouble.empty();
        final double largest = Arrays.stream(m_tracks).mapToDouble(Track::largest).max().orElseThrow();
        final boolean diverged = brokenBy > 0 || !(largest <= ABSURD * expected)
            || factor.isPresent() && !(factor.getAsDouble() > 1);
        final int dimension = m_stepSizes.length;
        final boolean full = dimension <= RunSummary.MAX_COVARIANCES;
        final var covariance = new double[dimension][full ? dimension : 1];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < covariance[i].length; j++) {
                covariance[i][j] = m_moments.covariance(i, full ? j : i);
            }
        }
        return new RunSummary(m_run, m_plan.particles(), diverged ? Status.DIVERGED : Status.OK, brokenBy,
            factor.orElse(Double.NaN), m_frames, m_moments.mean(), covariance, m_nanos * 1e-9,
            (double)m_step * m_plan.particles(), acceptance(), total(ChainState::divergences), adapted(),
            total(ChainState::longest));
    }

    private double[] adapted() {
        if (!m_run.algorithm().hasWarmup() || m_run.settings().warmup() == 0) {
            return new double[0];
        }
        final double[] adapted = new double[m_stepSizes.length];
        for (final var track : m_tracks) {
            if (track.block().state() instanceof ChainState state) {
                final double[] sizes = state.stepSizes();
                for (int i = 0; i < adapted.length; i++) {
                    adapted[i] += track.block().size() * Math.log(sizes[i]) / m_plan.particles();
                }
            }
        }
        return Arrays.stream(adapted).map(Math::exp).toArray();
    }

    private double acceptance() {
        return !m_run.algorithm().isAdjusted() ? Double.NaN
            : blocks().filter(b -> b.state() instanceof ChainState)
                .mapToDouble(b -> ((ChainState)b.state()).acceptance() * b.size()).sum() / m_plan.particles();
    }

    private long total(final ToLongFunction<ChainState> count) {
        return blocks().mapToLong(b -> b.state() instanceof ChainState s ? count.applyAsLong(s) : 0).sum();
    }

    private Stream<ParticleBlock> blocks() {
        return Arrays.stream(m_tracks).map(Track::block);
    }

    private void report() {
        m_meter.report(m_message);
    }

    private String message() {
        return m_plan.runs().size() == 1 ? String.format(Locale.ROOT, "%,d steps", m_run.steps())
            : String.format(Locale.ROOT, "Run %d of %d, %,d steps", m_number + 1, m_plan.runs().size(), m_run.steps());
    }
}
