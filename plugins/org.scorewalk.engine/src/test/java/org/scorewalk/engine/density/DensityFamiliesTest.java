// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.diagnostics.Convergence;
import org.scorewalk.engine.kernel.KernelSettings;
import org.scorewalk.engine.random.RandomStreams;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.engine.sampling.InitialState;
import org.scorewalk.engine.sampling.KeptSteps;
import org.scorewalk.engine.sampling.RunPlan;
import org.scorewalk.engine.sampling.Sampler;
import org.scorewalk.engine.sampling.SamplingPlan;

/**
 * Exact draws, and the draws of the samplers that claim exactness, against integrals over the plane. Six standard
 * errors are tolerated everywhere; those of chains come from their effective sample sizes.
 */
class DensityFamiliesTest {

    private static final int CHAINS = 100;

    private static final int WARMUP = 300;

    private static final int DRAWS = 500;

    static Stream<DensityCase> cases() {
        return DensityCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void logDensitiesAreNormalisedAndExactDrawsHaveTheirMeans(final DensityCase c) {
        final double[] exact = c.integrals();
        if (c.density().document().capabilities().contains(Capability.EXACT_DRAWS)) {
            assertThat(exact[0]).isCloseTo(1, within(2e-5));
            final int n = 400_000;
            final var x = new double[2][n];
            c.density().exactDraws().orElseThrow().draw(x, n, new RandomStreams(31).nextRun(1)[0]);
            for (int q = 0; q < DensityCase.QUANTITIES.length; q++) {
                final var values = new double[n];
                for (int k = 0; k < n; k++) {
                    values[k] = DensityCase.QUANTITIES[q].of(x[0][k], x[1][k]);
                }
                final double mean = Arrays.stream(values).average().orElseThrow();
                final double variance =
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
                assertThat(mean).as("quantity %d", q).isCloseTo(exact[q + 1],
                    within(6 * Math.sqrt(variance / n) + 2e-5));
            }
        } else {
            assertThat(exact[0]).isPositive();
            assertThat(c.density().exactDraws()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void samplersThatClaimExactnessHaveTheseMeans(final DensityCase c) {
        final double[] exact = c.integrals();
        for (final var algorithm : List.of(Algorithm.MALA, Algorithm.HMC, Algorithm.NUTS)) {
            final var settings = KernelSettings.DEFAULT.withWarmup(WARMUP).withLeapfrogSteps(8);
            final var run = new RunPlan(algorithm, WARMUP + DRAWS, settings, 0.1);
            final double[][][] chains = chains(c.density(), run, WARMUP, 1, 32);
            for (int q = 0; q < chains.length; q++) {
                final double error = Convergence.meanError(chains[q]);
                assertThat(error).as("%s, quantity %d: the run is long enough", algorithm, q).isLessThan(0.03);
                assertThat(mean(chains[q])).as("%s, quantity %d", algorithm, q).isCloseTo(exact[q + 1],
                    within(6 * error));
            }
        }
    }

    @Test
    void unadjustedDynamicsIsBiasedInProportionToItsStep() {
        final var c = DensityCase.all().filter(d -> d.name().equals("double well")).findFirst().orElseThrow();
        final double exact = c.integrals()[3];

        final double[] bias = new double[2];
        for (int i = 0; i < 2; i++) {
            final double step = i == 0 ? 0.04 : 0.02;
            final double[][] chains = chains(c.density(), new RunPlan(Algorithm.ULA, 20_500, step), 500, 5, 33)[2];
            bias[i] = mean(chains) - exact;
            assertThat(Math.abs(bias[i])).as("step %s", step).isGreaterThan(10 * Convergence.meanError(chains));
        }
        final double[][] adjusted = chains(c.density(), new RunPlan(Algorithm.MALA, 5500, 0.04), 500, 1, 33)[2];

        assertThat(bias[0] / bias[1]).isBetween(1.7, 2.7);
        assertThat(mean(adjusted)).isCloseTo(exact, within(6 * Convergence.meanError(adjusted)));
    }

    private static double mean(final double[][] chains) {
        return Arrays.stream(chains).flatMapToDouble(Arrays::stream).average().orElseThrow();
    }

    /** Of each quantity {@code double[chains][draws]}, every few steps after the burn-in. */
    private static double[][][] chains(final Density density, final RunPlan run, final int burnIn,
        final int thinning, final long seed) {
        final int draws = (run.steps() - burnIn) / thinning;
        final var chains = new double[DensityCase.QUANTITIES.length][CHAINS][draws];
        final var plan = new SamplingPlan(density, List.of(run), CHAINS, InitialState.standardNormal(),
            KeptSteps.every(false, burnIn, thinning), seed);
        Sampler.run(plan, (number, step, first, x, n) -> {
            for (int q = 0; q < chains.length; q++) {
                for (int k = 0; k < n; k++) {
                    chains[q][first + k][(step - burnIn) / thinning - 1] =
                        DensityCase.QUANTITIES[q].of(x[0][k], x[1][k]);
                }
            }
        }, Monitor.SILENT);
        return chains;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void evaluatorsGiveWhatTheDensityGivesOnePointAtATime(final DensityCase c) {
        final int n = 37;
        final var x = new double[2][n + 3];
        final var random = new RandomStreams(34).nextRun(1)[0];
        random.fillNormal(x[0], n);
        random.fillNormal(x[1], n);
        final var log = new double[n + 3];
        final var score = new double[2][n + 3];
        final var again = new double[2][n + 3];

        c.density().blockEvaluation(n + 3).evaluate(x, n, log, score);
        c.density().blockScore(n + 3).score(x, n, again);

        for (int k = 0; k < n; k++) {
            final double[] one = c.density().score(x[0][k], x[1][k]);
            for (int i = 0; i < 2; i++) {
                assertThat(score[i][k]).isCloseTo(one[i], within(1e-12 * (1 + Math.abs(one[i]))));
                assertThat(again[i][k]).isCloseTo(one[i], within(1e-12 * (1 + Math.abs(one[i]))));
            }
            final double expected = c.density().logDensity(x[0][k], x[1][k]);
            assertThat(log[k]).isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
        }
        assertThat(log[n]).isZero();
        assertThat(score[0][n]).isZero();
        assertThat(again[1][n]).isZero();
    }
}
