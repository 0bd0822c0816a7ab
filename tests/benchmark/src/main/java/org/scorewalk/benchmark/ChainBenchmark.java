// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.engine.sampling.InitialState;
import org.scorewalk.engine.sampling.KeptSteps;
import org.scorewalk.engine.sampling.RunPlan;
import org.scorewalk.engine.sampling.RunSummary;
import org.scorewalk.engine.sampling.Sampler;
import org.scorewalk.engine.sampling.SamplingPlan;

/** One chain of 100,000 steps on the notebook's Gaussian, every step kept: the second notebook. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ChainBenchmark {

    static final int STEPS = 100_000;

    private final double[][] m_chain = new double[2][STEPS + 1];

    private SamplingPlan m_plan;

    @Setup
    public void prepare() {
        final GaussianDensity gaussian =
            new GaussianDensity(new double[]{1, 1}, new double[][]{{1, 0.9}, {0.9, 1}}, List.of("x1", "x2"));
        m_plan = new SamplingPlan(gaussian, List.of(new RunPlan(Algorithm.ULA, STEPS, 0.01)), 1,
            InitialState.point(0, 0), KeptSteps.every(true, 0, 1), 42);
    }

    @Benchmark
    public List<RunSummary> chain() {
        return Sampler.run(m_plan, (run, step, first, x, n) -> {
            m_chain[0][step] = x[0][0];
            m_chain[1][step] = x[1][0];
        }, Monitor.SILENT);
    }
}
