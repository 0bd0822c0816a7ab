// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.engine.sampling.FrameSink;
import org.scorewalk.engine.sampling.InitialState;
import org.scorewalk.engine.sampling.KeptSteps;
import org.scorewalk.engine.sampling.RunPlan;
import org.scorewalk.engine.sampling.RunSummary;
import org.scorewalk.engine.sampling.Sampler;
import org.scorewalk.engine.sampling.SamplingPlan;

/** Langevin dynamics on the ring: the first notebook. Every frame is kept where all have a million points at most. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SamplingBenchmark {

    private static final int MOST_POINTS = 1_000_000;

    /** Particles x steps. */
    @Param({"10000x10"})
    public String size;

    private SamplingPlan m_plan;

    private double[][][] m_frames;

    @Setup
    public void prepare() {
        final int particles = Integer.parseInt(size.substring(0, size.indexOf('x')));
        final int steps = Integer.parseInt(size.substring(size.indexOf('x') + 1));
        m_plan = plan(particles, steps);
        m_frames = new double[(int)m_plan.kept().count(steps)][2][particles];
    }

    static SamplingPlan plan(final int particles, final int steps) {
        return plan(particles, steps,
            (long)particles * steps <= MOST_POINTS ? KeptSteps.every(true, 0, 1) : KeptSteps.last(false));
    }

    static SamplingPlan plan(final int particles, final int steps, final KeptSteps kept) {
        return new SamplingPlan(new RingDensity(1.5, 1.5, 0, 0, RingDensity.DEFAULT_WIDTH),
            List.of(new RunPlan(Algorithm.ULA, steps, 0.01)), particles, InitialState.standardNormal(), kept, 42);
    }

    @Benchmark
    public List<RunSummary> ring() {
        final FrameSink sink = (run, step, first, x, n) -> {
            final double[][] frame = m_frames[m_frames.length > 1 ? step : 0];
            for (int i = 0; i < x.length; i++) {
                System.arraycopy(x[i], 0, frame[i], first, n);
            }
        };
        return Sampler.run(m_plan, sink, Monitor.SILENT);
    }
}
