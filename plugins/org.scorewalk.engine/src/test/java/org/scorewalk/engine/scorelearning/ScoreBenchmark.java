// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.scorelearning;

import java.util.List;
import java.util.Locale;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.Parallelism;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.random.RandomStreams;

/**
 * Not a test: steps of denoising score matching per second, batch 1024, two columns, hidden layers 128-128 with SiLU, to
 * be compared with those of {@code benchmark_torch.py} beside it. Arguments: the number of threads, the number of steps.
 */
public final class ScoreBenchmark {

    private ScoreBenchmark() {
    }

    public static void main(final String[] arguments) {
        System.setProperty(Parallelism.PROPERTY, arguments[0]);
        final int count = Integer.parseInt(arguments[1]);
        final int warmUp = 500; // the compiler's time, not the network's
        final var x = new double[2][10_000];
        new RingDensity(1.5, 1.5, 0, 0, RingDensity.DEFAULT_WIDTH).exactDraws().orElseThrow().draw(x, 10_000,
            new RandomStreams(1).nextRun(1)[0]);
        final ScoreSettings d = ScoreSettings.DEFAULT;
        final double[] seconds = new double[1];
        ScoreTrainer.train(new ScoreSettings(d.hidden(), d.levels(), d.method(), d.adam(), d.averaging(), d.batch(),
            warmUp + count, 0, warmUp, d.seed()), List.of("x", "y"), x, losses -> {
                if (losses.step() == warmUp) {
                    seconds[0] = losses.seconds();
                } else if (losses.step() == warmUp + count) {
                    System.err.printf(Locale.ROOT, "%.1f%n", count / (losses.seconds() - seconds[0]));
                }
            }, Monitor.SILENT);
    }
}
