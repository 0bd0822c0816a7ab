// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.Parallelism;
import org.scorewalk.engine.ProgressMeter;
import org.scorewalk.engine.kernel.ChainState;
import org.scorewalk.engine.kernel.Kernel;
import org.scorewalk.engine.kernel.ParticleBlock;
import org.scorewalk.engine.random.RandomStreams;
import org.scorewalk.engine.sampling.RunSummary.Status;
import org.scorewalk.engine.transform.Interval;

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

    /** Moves of one coordinate between two looks for a cancel, a fraction of a millisecond of plain arithmetic. */
    private static final int MOVES_PER_CHECK = 1 << 16;

    private final SamplingPlan m_plan;

    private final RunPlan m_run;

    private final int m_number;

    private final Parallelism m_workers;

    private final Monitor m_monitor;

    private final ProgressMeter m_meter;

    private final ParticleBlock[] m_blocks;

    private final Moments m_moments;

    private final Kernel[] m_kernels;

    private final double[] m_stepSizes;

    private final int m_blockSize;

    private final int m_stepsPerCheck;

    /** What each block has seen: the largest coordinate, and the step by which it was broken, or 0. */
    private final double[] m_largest;

    private final int[] m_brokenBy;

    private final Supplier<String> m_message = this::message;

    /** How bounded coordinates are shown, and room for that; empty where there are none. */
    private final List<Interval> m_ranges;

    private final double[][] m_shown;

    private long m_nanos;

    private long m_frames;

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
        m_blockSize = ParticleBlock.sizeFor(dimension);
        final int count = (plan.particles() - 1) / m_blockSize + 1;
        final var random = streams.nextRun(count);
        m_blocks = new ParticleBlock[count];
        m_moments = new Moments(dimension, Math.min(m_blockSize, plan.particles()),
            dimension <= RunSummary.MAX_COVARIANCES);
        for (int b = 0; b < count; b++) {
            monitor.check();
            final int first = b * m_blockSize;
            m_blocks[b] = new ParticleBlock(first, Math.min(m_blockSize, plan.particles() - first), dimension,
                random[b]);
        }
        m_ranges = plan.density().ranges();
        m_shown = m_ranges.isEmpty() ? new double[0][] : new double[dimension][Math.min(m_blockSize, plan.particles())];
        m_kernels = new Kernel[Math.min(workers.size(), count)];
        m_largest = new double[count];
        m_brokenBy = new int[count];
        m_stepsPerCheck = Math.max(1, MOVES_PER_CHECK / Math.min(m_blockSize, plan.particles()) / dimension);
    }

    RunSummary compute(final FrameSink sink) {
        timed((worker, b) -> {
            m_plan.start().place(m_blocks[b]);
            kernel(worker).init(m_blocks[b]);
            m_largest[b] = m_blocks[b].largest();
        });
        final double expected = Math.max(m_plan.density().extent(), Arrays.stream(m_largest).max().orElseThrow());
        if (m_plan.kept().start()) {
            deliver(sink);
        }
        int brokenBy = 0;
        while (m_step < m_run.steps() && brokenBy == 0) {
            final int next = m_plan.kept().next(m_step, m_run.steps());
            final int target = next < 0 ? m_run.steps() : next;
            timed((worker, b) -> advance(worker, b, target));
            brokenBy = firstBroken();
            m_step = target;
            if (next > 0 && brokenBy == 0) {
                deliver(sink);
            }
        }
        return summary(brokenBy, expected);
    }

    private int firstBroken() {
        int first = 0;
        for (final int step : m_brokenBy) {
            if (step > 0 && (first == 0 || step < first)) {
                first = step;
            }
        }
        return first;
    }

    private Kernel kernel(final int worker) {
        if (m_kernels[worker] == null) {
            m_kernels[worker] = m_run.algorithm().newKernel(m_plan.density().watchedBy(m_monitor), m_stepSizes,
                Math.min(m_blockSize, m_plan.particles()), m_run.settings(), m_monitor);
        }
        return m_kernels[worker];
    }

    private void timed(final Parallelism.Task task) {
        final long start = System.nanoTime();
        m_workers.forEach(m_blocks.length, task, m_monitor, this::report);
        m_nanos += System.nanoTime() - start;
    }

    /**
     * Moves one block up to a step, on any thread. A block that breaks stops; the others reach the step all the same.
     */
    private void advance(final int worker, final int b, final int target) {
        final var kernel = kernel(worker);
        final var block = m_blocks[b];
        int step = m_step;
        while (step < target) {
            final int until = Math.min(target, step + Math.min(m_stepsPerCheck, Integer.MAX_VALUE - step));
            move(kernel, block, until - step);
            m_meter.add((long)(until - step) * block.size());
            step = until;
            m_monitor.check();
            if (worker == 0) { // the calling thread
                report();
            }
            final double largest = block.largest();
            m_largest[b] = Math.max(m_largest[b], largest); // NaN stays
            if (!(largest <= BROKEN)) {
                m_brokenBy[b] = step;
                m_meter.add((long)(target - step) * block.size());
                return;
            }
        }
    }

    /** The hot loop, a method of its own so that it is compiled as a whole. */
    private static void move(final Kernel kernel, final ParticleBlock block, final int steps) {
        for (int t = 0; t < steps; t++) {
            kernel.step(block);
        }
    }

    private void deliver(final FrameSink sink) {
        for (final var block : m_blocks) {
            m_monitor.check();
            final var x = Interval.toRanges(m_ranges, block.x(), block.size(), m_shown);
            if (m_step > 0) {
                m_moments.add(x, block.size());
            }
            sink.accept(m_number, m_step, block.first(), x, block.size());
        }
        m_frames++;
        report();
    }

    private RunSummary summary(final int brokenBy, final double expected) {
        final var factor = m_run.algorithm().hasStableBound() ? m_plan.density().stableFactor(m_stepSizes)
            : OptionalDouble.empty();
        final double largest = Arrays.stream(m_largest).max().orElseThrow();
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
            (double)m_step * m_plan.particles(), acceptance(), total(ChainState::divergences),
            total(ChainState::longest));
    }

    private double acceptance() {
        return !m_run.algorithm().isAdjusted() ? Double.NaN
            : Arrays.stream(m_blocks).filter(b -> b.state() instanceof ChainState)
                .mapToDouble(b -> ((ChainState)b.state()).acceptance() * b.size()).sum() / m_plan.particles();
    }

    private long total(final ToLongFunction<ChainState> count) {
        return Arrays.stream(m_blocks).mapToLong(b -> b.state() instanceof ChainState s ? count.applyAsLong(s) : 0)
            .sum();
    }

    private void report() {
        m_meter.report(m_message);
    }

    private String message() {
        return m_plan.runs().size() == 1 ? String.format(Locale.ROOT, "%,d steps", m_run.steps())
            : String.format(Locale.ROOT, "Run %d of %d, %,d steps", m_number + 1, m_plan.runs().size(), m_run.steps());
    }
}
