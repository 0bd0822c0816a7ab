// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.gan.GanData;
import org.scorewalk.engine.gan.GanSettings;
import org.scorewalk.engine.gan.GanShape;
import org.scorewalk.engine.gan.GanTrainer;

/** Iterations of the notebook's GAN: batch 64 of 28 x 28 images, generator step, discriminator step. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(GanBenchmark.ITERATIONS)
public class GanBenchmark {

    static final int ITERATIONS = 200;

    private static final int BATCH = 64;

    private GanData m_data;

    @Setup
    public void prepare() {
        m_data = GanData.images(new GanShape.Images(TestImages.SIDE, TestImages.SIDE, 1),
            TestImages.pixels(ITERATIONS * BATCH));
    }

    @Benchmark
    public GanTrainer.Result iteration() {
        return GanTrainer.train(GanSettings.builder().epochs(1).build(), m_data, Optional.empty(),
            GanTrainer.Observer.NONE, Monitor.SILENT);
    }
}
