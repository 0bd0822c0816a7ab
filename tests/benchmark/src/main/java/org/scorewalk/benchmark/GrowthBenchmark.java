// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.StandardNormalDensity;
import org.scorewalk.engine.gan.GanData;
import org.scorewalk.engine.gan.GanSettings;
import org.scorewalk.engine.gan.GanShape;
import org.scorewalk.engine.gan.GanTrainer;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.engine.sampling.FrameSink;
import org.scorewalk.engine.sampling.InitialState;
import org.scorewalk.engine.sampling.KeptSteps;
import org.scorewalk.engine.sampling.RunPlan;
import org.scorewalk.engine.sampling.Sampler;
import org.scorewalk.engine.sampling.SamplingPlan;

/** The engine's work at four sizes along each of its axes, the others fixed. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class GrowthBenchmark {

    /** Particles on the ring, 10 steps. */
    @State(Scope.Benchmark)
    public static class Particles {
        @Param({"10000", "40000", "160000", "640000"})
        public int size;
    }

    /** Steps of 10,000 particles on the ring. */
    @State(Scope.Benchmark)
    public static class Steps {
        @Param({"50", "200", "800", "3200"})
        public int size;
    }

    /** Coordinates of a standard normal, 2,000 particles, 100 steps. */
    @State(Scope.Benchmark)
    public static class Dimension {
        @Param({"10", "40", "160", "640"})
        public int size;
    }

    /** Coordinates of a Gaussian with a full covariance, 1,000 particles, 20 steps. */
    @State(Scope.Benchmark)
    public static class FullDimension {
        @Param({"25", "50", "100", "200"})
        public int size;
    }

    /** Threads for 1,000,000 particles, 10 steps. More threads than cores show what that costs. */
    @State(Scope.Benchmark)
    public static class Threads {
        @Param({"1", "2", "4", "8"})
        public int size;
    }

    /** Epochs of the notebook's GAN on 1,280 images. */
    @State(Scope.Benchmark)
    public static class Epochs {
        @Param({"4", "8", "16", "32"})
        public int size;
    }

    @Benchmark
    public Object particles(final Particles p) {
        return Sampler.run(SamplingBenchmark.plan(p.size, 10, KeptSteps.last(false)), FrameSink.NONE, Monitor.SILENT);
    }

    @Benchmark
    public Object steps(final Steps s) {
        return Sampler.run(SamplingBenchmark.plan(10_000, s.size, KeptSteps.last(false)), FrameSink.NONE,
            Monitor.SILENT);
    }

    @Benchmark
    public Object dimension(final Dimension d) {
        return Sampler.run(plan(new StandardNormalDensity(d.size, names(d.size)), 2000, 100), FrameSink.NONE,
            Monitor.SILENT);
    }

    @Benchmark
    public Object fullDimension(final FullDimension d) {
        final double[][] covariance = new double[d.size][d.size];
        for (int i = 0; i < d.size; i++) {
            for (int j = 0; j < d.size; j++) {
                covariance[i][j] = Math.pow(0.5, Math.abs(i - j)); // an autoregressive process
            }
        }
        return Sampler.run(plan(new GaussianDensity(new double[d.size], covariance, names(d.size)), 1000, 20),
            FrameSink.NONE, Monitor.SILENT);
    }

    @Benchmark
    public Object threads(final Threads t) {
        return Sampler.run(SamplingBenchmark.plan(1_000_000, 10, KeptSteps.last(false)), FrameSink.NONE,
            Monitor.SILENT, t.size);
    }

    @Benchmark
    public Object epochs(final Epochs e) {
        final GanData images =
            GanData.images(new GanShape.Images(TestImages.SIDE, TestImages.SIDE, 1), TestImages.pixels(1280));
        return GanTrainer.train(GanSettings.builder().epochs(e.size).build(), images, Optional.empty(),
            GanTrainer.Observer.NONE, Monitor.SILENT);
    }

    private static SamplingPlan plan(final Density density, final int particles, final int steps) {
        return new SamplingPlan(density, Collections.nCopies(1, new RunPlan(Algorithm.ULA, steps, 0.01)), particles,
            InitialState.standardNormal(), KeptSteps.last(false), 42);
    }

    private static List<String> names(final int dimension) {
        final List<String> names = new ArrayList<>();
        for (int i = 1; i <= dimension; i++) {
            names.add("x" + i);
        }
        return names;
    }
}
