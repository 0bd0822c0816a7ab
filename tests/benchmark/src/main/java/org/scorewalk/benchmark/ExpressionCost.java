// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.engine.expression.ExpressionModel;
import org.scorewalk.engine.expression.Parameter;
import org.scorewalk.engine.kernel.ChainState;
import org.scorewalk.engine.kernel.KernelSettings;
import org.scorewalk.engine.kernel.NoUTurnKernel;
import org.scorewalk.engine.kernel.ParticleBlock;
import org.scorewalk.engine.random.RandomStreams;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.engine.sampling.InitialState;
import org.scorewalk.engine.sampling.KeptSteps;
import org.scorewalk.engine.sampling.RunPlan;
import org.scorewalk.engine.sampling.Sampler;
import org.scorewalk.engine.sampling.SamplingPlan;

/**
 * What the ring as an expression costs beside the one written by hand, and what NUTS costs beside the gradients it asks
 * for. Medians of alternating repeats of one thread's processor time, after a warm-up, so that other programs disturb
 * little. Printed only: {@code ./build benchmark --only expression}.
 */
final class ExpressionCost {

    private static final int BLOCK = 1024;

    private static final int PARTICLES = 10_000;

    private static final Density HAND = new RingDensity(1.5, 2.5, 0, 0, 0.033);

    private static final Density TYPED = new ExpressionDensity(new ExpressionModel(
        "-(sqrt((x/rx)^2+(y/ry)^2)-1)^2/0.033", List.of(Parameter.real("x"), Parameter.real("y")),
        Map.of("rx", 1.5, "ry", 2.5)));

    private ExpressionCost() {
    }

    static void print(final int repeats) {
        compare("score, ns a particle", repeats, () -> score(HAND), () -> score(TYPED));
        compare("log density and score, ns a particle", repeats, () -> both(HAND), () -> both(TYPED));
        compare("ULA 10,000 x 1,000, ns a particle-step", repeats, () -> ula(HAND), () -> ula(TYPED));
        for (final int chains : new int[]{4, BLOCK}) {
            compare("gradient alone, then NUTS, ns a gradient, by hand, " + chains + " chains", repeats,
                () -> gradients(HAND, chains), () -> nuts(HAND, chains));
            compare("gradient alone, then NUTS, ns a gradient, typed, " + chains + " chains", repeats,
                () -> gradients(TYPED, chains), () -> nuts(TYPED, chains));
        }
        final var model = regression();
        compare("the same, logistic regression on 1,000 rows, 4 chains", repeats, () -> gradients(model, 4, 500),
            () -> nuts(model, 4, 100));
    }

    private static Density regression() {
        final var random = new Random(2);
        final var x = random.doubles(1000, -1, 1).toArray();
        final var y = Arrays.stream(x).map(v -> random.nextDouble() < 0.5 + 0.3 * v ? 1 : 0).toArray();
        return new ExpressionDensity(new ExpressionModel("std_normal(a) + std_normal(b)",
            "bernoulli_logit($y$ | a + b * $x$)", List.of(Parameter.real("a"), Parameter.real("b")), Map.of(),
            List.of("x", "y"), List.of(x, y)));
    }

    private static void compare(final String what, final int repeats, final DoubleSupplier first,
        final DoubleSupplier second) {
        final var a = new ArrayList<Double>();
        final var b = new ArrayList<Double>();
        final var ratios = new ArrayList<Double>();
        for (int i = 0; i < repeats + 3; i++) {
            final var f = first.getAsDouble();
            final var s = second.getAsDouble();
            if (i >= 3) {
                a.add(f);
                b.add(s);
                ratios.add(s / f);
            }
        }
        System.err.printf(Locale.ROOT, "%-70s %8.2f %8.2f  ratio %.2f%n", what,
            Statistics.median(a), Statistics.median(b), Statistics.median(ratios));
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double[][] points(final int n) {
        final var random = new Random(1);
        final var x = new double[2][n];
        for (final var row : x) {
            Arrays.setAll(row, i -> 2 * random.nextGaussian());
        }
        return x;
    }

    private static double score(final Density density) {
        final var evaluation = density.blockScore(BLOCK);
        final var x = points(BLOCK);
        final var out = new double[2][BLOCK];
        final var count = 20_000;
        final var start = now();
        for (int i = 0; i < count; i++) {
            evaluation.score(x, BLOCK, out);
        }
        return (double)(now() - start) / count / BLOCK;
    }

    private static double both(final Density density) {
        return gradients(density, BLOCK);
    }

    private static double gradients(final Density density, final int n) {
        return gradients(density, n, 20_000_000 / (n + 100));
    }

    private static double gradients(final Density density, final int n, final int count) {
        final var evaluation = density.blockEvaluation(n);
        final var x = points(n);
        final var out = new double[2][n];
        final var value = new double[n];
        final var start = now();
        for (int i = 0; i < count; i++) {
            evaluation.evaluate(x, n, value, out);
        }
        return (double)(now() - start) / count / n;
    }

    private static double ula(final Density density) {
        final var plan = new SamplingPlan(density, List.of(new RunPlan(Algorithm.ULA, 1000, 0.01)), PARTICLES,
            InitialState.standardNormal(), KeptSteps.last(false), 1);
        final var start = now();
        Sampler.run(plan, (run, step, first, x, n) -> { }, Monitor.SILENT, 1);
        return (double)(now() - start) / 1000 / PARTICLES;
    }

    private static double nuts(final Density density, final int chains) {
        return nuts(density, chains, 200_000 / (chains + 100));
    }

    private static double nuts(final Density density, final int chains, final int steps) {
        final var block = new ParticleBlock(0, chains, 2, new RandomStreams(7).nextRun(1)[0]);
        for (final var row : block.x()) {
            block.random().fillNormal(row, chains);
        }
        final var kernel = new NoUTurnKernel(density, new double[]{0.2, 0.2}, chains, KernelSettings.DEFAULT,
            Monitor.SILENT);
        kernel.init(block);
        final var start = now();
        for (int i = 0; i < steps; i++) {
            kernel.step(block);
        }
        return (double)(now() - start) / ((ChainState)block.state()).gradients();
    }
}
