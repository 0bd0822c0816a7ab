// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.engine.sampling.InitialState;
import org.scorewalk.engine.sampling.KeptSteps;
import org.scorewalk.engine.sampling.RunPlan;
import org.scorewalk.engine.sampling.Sampler;
import org.scorewalk.engine.sampling.SamplingPlan;
import org.scorewalk.engine.transform.Interval;

/** Generated code gives the bits that the interpreter of tapes gives, and the interpreter those of single numbers. */
class FusedCodeTest {

    /** What has no arguments, or cannot be asked for with arbitrary ones. */
    private static final List<Op> OPS = Arrays.stream(Op.values()).filter(op -> op.arity() > 0).toList();

    /** A tape of random operations, each on some of the last values, with the nodes that it computes. */
    private record Sample(Graph graph, List<Integer> given, List<Integer> uniform, int[] midway, int[] results,
        Tape tape) {
    }

    private static Sample sample(final Random random, final int operations) {
        final var graph = new Graph();
        final var given = new ArrayList<Integer>();
        for (int i = 0; i < 4; i++) {
            given.add(graph.input(i));
        }
        final var uniform = List.of(given.get(3));
        final var nodes = new ArrayList<>(given);
        final var computed = new HashSet<Integer>();
        while (computed.size() < operations) {
            final var op = OPS.get(random.nextInt(OPS.size()));
            final var arguments = new int[3];
            for (int i = 0; i < 3; i++) {
                arguments[i] = random.nextInt(12) == 0 ? graph.constant(random.nextGaussian())
                    : nodes.get(Math.max(0, nodes.size() - 1 - random.nextInt(20)));
            }
            final var k = random.nextGaussian();
            final var node = switch (op) {
                case ADD_CONST -> graph.addConst(arguments[0], k);
                case MUL_CONST -> graph.mulConst(arguments[0], k);
                case CONST_DIV -> graph.constDiv(k, arguments[0]);
                case POW_CONST -> graph.powConst(arguments[0], k);
                case SQUARE -> graph.square(arguments[0]);
                case SELECT -> graph.select(arguments[0], arguments[1], arguments[2]);
                default -> op.arity() == 1 ? graph.unary(op, arguments[0])
                    : graph.binary(op, arguments[0], arguments[1]);
            };
            if (!graph.isConst(node) && !given.contains(node)) {
                nodes.add(node);
                computed.add(node);
            }
        }
        final var midway = pick(random, nodes);
        final var results = pick(random, nodes);
        return new Sample(graph, given, uniform, midway, results,
            Tape.compile(graph, given, uniform, midway, results));
    }

    private static int[] pick(final Random random, final List<Integer> nodes) {
        return random.ints(1 + random.nextInt(6), 0, nodes.size()).map(nodes::get).toArray();
    }

    /** Registers with some of the values that make trouble among the usual ones. */
    private static double[][] registers(final Sample sample, final int n, final Random random) {
        final var r = sample.tape().allocate(n);
        final var odd = new double[]{0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE, 1e300, -1e-300};
        for (int i = 0; i < sample.given().size(); i++) {
            r[i] = new double[n];
            Arrays.setAll(r[i], k -> random.nextInt(10) == 0 ? odd[random.nextInt(odd.length)]
                : 3 * random.nextGaussian());
        }
        Arrays.fill(r[3], r[3][0]);
        return r;
    }

    private static double[][] copy(final double[][] r) {
        return Arrays.stream(r).map(double[]::clone).toArray(double[][]::new);
    }

    private static double[][] chosen(final double[][] r, final int[] registers) {
        return Arrays.stream(registers).mapToObj(i -> r[i].clone()).toArray(double[][]::new);
    }

    /** Equal bits, but for the many kinds of NaN. */
    private static void same(final double[][] a, final double[][] b, final int n, final String what) {
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < n; k++) {
                assertThat(Double.doubleToLongBits(a[i][k])).as("%s, result %d, element %d: %s and %s", what, i, k,
                    a[i][k], b[i][k]).isEqualTo(Double.doubleToLongBits(b[i][k]));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 12, 60, 400, 1500})
    void generatedCodeGivesTheInterpretersBits(final int operations) {
        final var random = new Random(operations);
        for (int repeat = 0; repeat < 2000 / (operations + 10); repeat++) {
            final var sample = sample(random, operations);
            final var tape = sample.tape();
            final var n = 1 + random.nextInt(70);
            final var interpreted = registers(sample, n, random);
            final var generated = copy(interpreted);
            final var code = FusedCode.of(tape);
            tape.interpret(interpreted, n, 0, tape.split());
            code.runFirst(generated, n);
            same(chosen(generated, tape.midway()), chosen(interpreted, tape.midway()), n, "midway");
            tape.interpret(interpreted, n, tape.split(), tape.length());
            code.runSecond(generated, n);
            same(chosen(generated, tape.midway()), chosen(interpreted, tape.midway()), n, "midway, at the end");
            same(chosen(generated, tape.results()), chosen(interpreted, tape.results()), n, "results");
        }
    }

    @Test
    void theScheduleChangesNoValue() {
        final var random = new Random(99);
        for (int repeat = 0; repeat < 100; repeat++) {
            final var sample = sample(random, 1 + random.nextInt(200));
            final var r = registers(sample, 5, random);
            final var single = new double[sample.graph().size()];
            for (int k = 0; k < 5; k++) {
                final var g = sample.graph();
                for (int node = 0; node < g.size(); node++) {
                    final var a = new double[3];
                    for (int i = 0; i < g.op(node).arity(); i++) {
                        a[i] = single[g.argument(node, i)];
                    }
                    single[node] = g.op(node) == Op.INPUT ? r[g.argument(node, 0)][k]
                        : Scalar.apply(g.op(node), a[0], a[1], a[2], g.number(node));
                }
                final var one = new double[r.length][];
                for (int i = 0; i < r.length; i++) {
                    one[i] = r[i] == null ? null : new double[]{r[i][k]};
                }
                sample.tape().interpret(one, 1, 0, sample.tape().length());
                final var results = Arrays.stream(sample.results()).mapToObj(i -> new double[]{single[i]})
                    .toArray(double[][]::new);
                same(chosen(one, sample.tape().results()), results, 1, "single numbers");
            }
        }
    }

    /** Rows that are summed and grouped, with definitions, choices and functions. */
    private static ExpressionDensity withData(final int rows) {
        final var random = new Random(4);
        final var x = random.doubles(rows, -2, 2).toArray();
        final var y = random.doubles(rows, 0, 3).toArray();
        final var g = random.ints(rows, 1, 4).asDoubleStream().toArray();
        return new ExpressionDensity(new ExpressionModel("std_normal(a) + std_normal(b) + student_t(c | 4, 0, 1)",
            "mu = a[$g$] * $x$ + b * $x$^2; if $x$ > b then normal($y$ | mu, exp(c)) else cauchy($y$ | mu, exp(c))",
            List.of(new Parameter("a", 3, Interval.LINE), Parameter.real("b"), Parameter.real("c")), Map.of(),
            List.of("x", "y", "g"), List.of(x, y, g)));
    }

    /** The first evaluations are interpreted, the later ones run generated code. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 511, 512, 513, 1700})
    void resultsStayTheSameWhenCodeIsGenerated(final int rows) {
        final var density = withData(rows);
        final var random = new Random(2);
        final var n = 3;
        final var x = new double[5][n];
        for (final var row : x) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        final var evaluation = density.blockEvaluation(n);
        final var values = new double[40][n];
        final var scores = new double[40][5][n];
        for (int i = 0; i < 40; i++) {
            evaluation.evaluate(x, n, values[i], scores[i]);
            same(new double[][]{values[i]}, new double[][]{values[0]}, n, "log density");
            same(scores[i], scores[0], n, "score");
        }
        final var value = new double[n];
        final var score = new double[5][n];
        density.logDensity(x, n, value);
        density.score(x, n, score);
        same(new double[][]{value}, new double[][]{values[0]}, n, "log density alone");
        same(score, scores[0], n, "score alone");
    }

    @Test
    void blocksOfAnySizeGiveWhatSinglePointsGive() {
        final var density = new ExpressionDensity(new ExpressionModel("-(sqrt(x^2 + y^2) - 1)^2/0.1 + exp(-x^2)*sin(y)",
            List.of(Parameter.real("x"), Parameter.real("y")), Map.of()));
        final var random = new Random(6);
        final var x = new double[2][3000];
        for (final var row : x) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        final var evaluation = density.blockEvaluation(3000);
        final var value = new double[3000];
        final var score = new double[2][3000];
        for (final var n : new int[]{3000, 1, 1024, 1025, 2999}) {
            for (int repeat = 0; repeat < 10; repeat++) {
                Arrays.fill(value, 7);
                evaluation.evaluate(x, n, value, score);
                for (int k = 0; k < n; k += 97) {
                    assertThat(value[k]).isEqualTo(density.logDensity(x[0][k], x[1][k]));
                    assertThat(new double[]{score[0][k], score[1][k]})
                        .containsExactly(density.score(x[0][k], x[1][k]));
                }
                for (int k = n; k < 3000; k++) {
                    assertThat(value[k]).isEqualTo(7);
                }
            }
        }
    }

    /** Results that are constants, coordinates themselves, or the same for two coordinates. */
    @Test
    void resultsNeedNotBeComputed() {
        final var density = new ExpressionDensity(new ExpressionModel("x + y + 0*z^2 + 3 - q^2/2 - w^2/2 + q*w",
            List.of(Parameter.real("x"), Parameter.real("y"), Parameter.real("z"), Parameter.real("q"),
                Parameter.real("w")), Map.of()));
        final var evaluation = density.blockEvaluation(2);
        final var value = new double[2];
        final var score = new double[5][2];
        for (int repeat = 0; repeat < 30; repeat++) {
            evaluation.evaluate(new double[][]{{1, 2}, {3, 4}, {5, 6}, {7, 7}, {9, 9.5}}, 2, value, score);
            assertThat(value).containsExactly(5, 9 - 3.125);
            assertThat(score).isDeepEqualTo(new double[][]{{1, 1}, {1, 1}, {0, 0}, {2, 2.5}, {-2, -2.5}});
        }
    }

    @Test
    void threadsDoNotChangeABit() {
        final var plan = new SamplingPlan(withData(700), List.of(new RunPlan(Algorithm.ULA, 12, 1e-4)), 2500,
            InitialState.standardNormal(), KeptSteps.last(false), 3);
        final var first = frames(plan, 1);
        same(frames(plan, 3), first, 2500, "3 threads");
        same(frames(plan, 1), first, 2500, "once more");
    }

    private static double[][] frames(final SamplingPlan plan, final int threads) {
        final var out = new double[5][2500];
        Sampler.run(plan, (run, step, first, x, n) -> {
            for (int i = 0; i < 5; i++) {
                System.arraycopy(x[i], 0, out[i], first, n);
            }
        }, Monitor.SILENT, threads);
        return out;
    }

    @Test
    void tapesThatAreTooLongForCodeAreInterpreted() {
        final var text = new StringBuilder("0");
        for (int i = 0; i < 2000; i++) {
            text.append(" - (x - ").append(i).append("/1000)^2/(1 + y^2*").append(i).append(")");
        }
        final var density = new ExpressionDensity(new ExpressionModel(text.toString(),
            List.of(Parameter.real("x"), Parameter.real("y")), Map.of()));
        final var evaluation = density.blockScore(50);
        final var x = new double[2][50];
        Arrays.setAll(x[0], i -> 0.01 * i);
        final var score = new double[2][50];
        for (int repeat = 0; repeat < 20; repeat++) {
            evaluation.score(x, 50, score);
        }
        // with y = 0: the sum over i of -2 (x - i/1000)
        assertThat(score[0][10]).isCloseTo(-2 * (2000 * 0.1 - 1999), within(1e-6));
    }
}
