// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.scorelearning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.density.TwoMoonsDensity;
import org.scorewalk.engine.diagnostics.SampleDistance;
import org.scorewalk.engine.kernel.Annealing;
import org.scorewalk.engine.kernel.KernelSettings;
import org.scorewalk.engine.random.RandomStreams;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.engine.sampling.InitialState;
import org.scorewalk.engine.sampling.KeptSteps;
import org.scorewalk.engine.sampling.RunPlan;
import org.scorewalk.engine.sampling.RunSummary;
import org.scorewalk.engine.sampling.Sampler;
import org.scorewalk.engine.sampling.SamplingPlan;

/**
 * From 10,000 points to 10,000 new ones with what the nodes offer as defaults. The samples' radius, the distance from
 * the ring's centre or from that of the nearer moon, has the data's mean within 2 % and the data's spread within 15 %,
 * and the sliced Wasserstein distance to held-out data is no more than twice that of a fresh exact sample. That
 * distance varies by half from one pair of exact samples to the next, so both are means over several held-out samples.
 */
class LearnedSamplesTest {

    private static final int N = 10_000;

    private static final int HELD = 4;

    private static double[][] draw(final Density density, final int stream) {
        final var x = new double[2][N];
        density.exactDraws().orElseThrow().draw(x, N, new RandomStreams(3).nextRun(stream + 1)[stream]);
        return x;
    }

    private static double[][] generate(final Density learned) {
        final var x = new double[2][N];
        final var plan = new SamplingPlan(learned, List.of(new RunPlan(Algorithm.ANNEALED, Annealing.DEFAULT.steps(),
            KernelSettings.DEFAULT, Annealing.DEFAULT_STEP)), N, InitialState.standardNormal(), KeptSteps.last(false),
            42);
        final List<RunSummary> summaries = Sampler.run(plan, (run, step, first, rows, n) -> {
            for (int i = 0; i < 2; i++) {
                System.arraycopy(rows[i], 0, x[i], first, n);
            }
        }, Monitor.SILENT);
        assertThat(summaries.get(0).status()).isEqualTo(RunSummary.Status.OK);
        return x;
    }

    private static double distance(final double[][] x, final double[][] held) {
        return SampleDistance.slicedWasserstein(x, held, 100, new RandomStreams(5).nextRun(1)[0], Monitor.SILENT);
    }

    private static double[] radii(final double[][] x, final ToDoubleBiFunction<Double, Double> radius) {
        final var radii = new double[N];
        for (int k = 0; k < N; k++) {
            radii[k] = radius.applyAsDouble(x[0][k], x[1][k]);
        }
        return radii;
    }

    private static double mean(final double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(final double[] values) {
        final double mean = mean(values);
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
    }

    private static void check(final Density density, final ToDoubleBiFunction<Double, Double> radius) {
        final var data = draw(density, 0);
        final var sample = generate(
            ScoreTrainer.train(ScoreSettings.DEFAULT, List.of("x", "y"), data, losses -> { }, Monitor.SILENT));
        final var expected = radii(data, radius);
        final var radii = radii(sample, radius);
        assertThat(mean(radii)).as("mean radius").isCloseTo(mean(expected),
            within(0.02 * mean(expected)));
        final var spread = deviation(expected);
        assertThat(deviation(radii)).as("spread of the radius").isCloseTo(spread,
            within(0.15 * spread));
        double exact = 0;
        double learned = 0;
        for (int h = 0; h < HELD; h++) {
            final var held = draw(density, 1 + h);
            learned += distance(sample, held) / HELD;
            for (int s = 0; s < HELD; s++) {
                exact += distance(draw(density, 1 + HELD + s), held) / HELD / HELD;
            }
        }
        assertThat(learned).as("sliced Wasserstein distance, exact: %s", exact).isLessThanOrEqualTo(2 * exact);
    }

    @Test
    void ring() {
        check(new RingDensity(1.5, 1.5, 0, 0, RingDensity.DEFAULT_WIDTH), Math::hypot);
    }

    @Test
    void twoMoons() {
        check(new TwoMoonsDensity(1, 0.1, List.of("x", "y")), (x, y) -> {
            final double upper = arc(x, y);
            final double lower = arc(1 - x, 0.5 - y); // the lower moon is the upper one turned about (1/2, 1/4)
            return upper < lower ? Math.hypot(x, y) : Math.hypot(1 - x, 0.5 - y);
        });
    }

    /** The distance from the upper half of the unit circle. */
    private static double arc(final double x, final double y) {
        return y >= 0 ? Math.abs(Math.hypot(x, y) - 1) : Math.min(Math.hypot(x - 1, y), Math.hypot(x + 1, y));
    }
}
