// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.util.List;
import java.util.SplittableRandom;
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
import org.scorewalk.engine.scorelearning.LearnedDensity;
import org.scorewalk.engine.scorelearning.ScoreSettings;
import org.scorewalk.engine.scorelearning.ScoreTrainer;

/** Steps of denoising score matching: batch 1,024 of two columns, two hidden layers of 128 with SiLU. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(ScoreModelBenchmark.STEPS)
public class ScoreModelBenchmark {

    static final int STEPS = 400;

    private static final int BATCH = 1024;

    private static final int ROWS = 10_000;

    private final double[][] m_rows = new double[2][ROWS];

    @Setup
    public void prepare() {
        final SplittableRandom random = new SplittableRandom(42);
        for (int k = 0; k < ROWS; k++) {
            final double angle = 2 * Math.PI * random.nextDouble();
            m_rows[0][k] = Math.cos(angle) + 0.1 * random.nextGaussian();
            m_rows[1][k] = Math.sin(angle) + 0.1 * random.nextGaussian();
        }
    }

    @Benchmark
    public LearnedDensity step() {
        final ScoreSettings d = ScoreSettings.DEFAULT;
        // no row is set aside for the validation loss, which belongs to an epoch, not to a step
        return ScoreTrainer.train(new ScoreSettings(d.hidden(), d.levels(), d.method(), d.adam(), d.averaging(), BATCH,
            STEPS, 0, STEPS, d.seed()), List.of("x", "y"), m_rows, losses -> { }, Monitor.SILENT);
    }
}
