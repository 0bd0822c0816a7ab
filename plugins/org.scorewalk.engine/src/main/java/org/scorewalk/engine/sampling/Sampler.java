// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import java.util.ArrayList;
import java.util.List;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.Parallelism;
import org.scorewalk.engine.Plural;
import org.scorewalk.engine.ProgressMeter;
import org.scorewalk.engine.kernel.Metric;
import org.scorewalk.engine.kernel.ParticleBlock;
import org.scorewalk.engine.random.RandomStreams;

/**
 * Computes the runs of a {@link SamplingPlan}, one after the other, each in parallel over blocks of particles. Threads
 * meet only to hand over recorded frames, one at a time or many where they are small; a single block never meets
 * anybody. Memory is that of a hand-over, however many frames are recorded. Results depend on the plan alone.
 */
public final class Sampler {

    private Sampler() {
    }

    /**
     * Computes all runs with {@link Parallelism#threads()} threads.
     *
     * @param plan what to compute
     * @param sink receives the recorded frames
     * @param monitor asked for a cancel, told about progress
     * @return one summary a run
     */
    public static List<RunSummary> run(final SamplingPlan plan, final FrameSink sink, final Monitor monitor) {
        return run(plan, sink, monitor, Parallelism.threads());
    }

    /**
     * Computes all runs.
     *
     * @param plan what to compute
     * @param sink receives the recorded frames
     * @param monitor asked for a cancel, told about progress
     * @param threads how many threads work, at least 1
     * @return one summary a run
     */
    public static List<RunSummary> run(final SamplingPlan plan, final FrameSink sink, final Monitor monitor,
        final int threads) {
        checkMemory(plan);
        final double total = plan.runs().stream().mapToDouble(r -> (double)r.steps() * plan.particles()).sum();
        final var meter = new ProgressMeter(monitor, total, "particle-steps");
        final var streams = new RandomStreams(plan.seed());
        final var summaries = new ArrayList<RunSummary>();
        final var workers = new Parallelism(threads);
        for (int r = 0; r < plan.runs().size(); r++) {
            summaries.add(new Run(plan, r, streams, workers, monitor, meter).compute(sink));
        }
        return summaries;
    }

    /** Refuses what cannot fit, before minutes go into filling the memory. Other needs are small beside particles. */
    private static void checkMemory(final SamplingPlan plan) {
        int numbers = 0;
        for (final var run : plan.runs()) {
            numbers = Math.max(numbers, switch (run.algorithm()) {
                case ULA, EXACT, SGLD, ANNEALED -> 1; // the coordinates
                case MALA, HMC, NUTS -> 2; // the score, too
                case UNDERDAMPED -> 3; // and the momentum
            });
        }
        if (!plan.density().ranges().isEmpty()) {
            numbers++; // what is shown differs from what is moved
        }
        final double dimension = plan.density().dimension();
        final double blocks = Math.ceil(plan.particles() / (double)ParticleBlock.sizeFor(plan.density().dimension()));
        final boolean dense = plan.runs().stream().anyMatch(r -> r.algorithm().hasWarmup() && r.settings().warmup() > 0
            && r.settings().metric() == Metric.DENSE);
        // a dense metric, and what it is learned from, are triangles
        final double needed = Double.BYTES
            * (numbers * dimension * plan.particles() + (dense ? (blocks * dimension * dimension * 2) : 0));
        final double available = Runtime.getRuntime().maxMemory();
        InputException.check(needed <= available,
            "%s with %s need about %sB of memory, but the program has %sB. Lower the option 'Number of "
                + "particles', or connect fewer starting points, or give the program more memory, in KNIME by the line "
                + "-Xmx of knime.ini.",
            Plural.of(plan.particles(), "particle"), Plural.of(plan.density().dimension(), "coordinate"),
            ProgressMeter.quantity(needed), ProgressMeter.quantity(available));
    }
}
