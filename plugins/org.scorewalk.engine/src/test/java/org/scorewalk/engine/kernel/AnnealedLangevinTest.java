// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.BlockNoiseScore;
import org.scorewalk.engine.density.Capability;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.density.NoiseConditionalScore;
import org.scorewalk.engine.density.NoiseLevels;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.engine.sampling.InitialState;
import org.scorewalk.engine.sampling.KeptSteps;
import org.scorewalk.engine.sampling.RunPlan;
import org.scorewalk.engine.sampling.RunSummary;
import org.scorewalk.engine.sampling.Sampler;
import org.scorewalk.engine.sampling.SamplingPlan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

class AnnealedLangevinTest {

    private static final double NARROW = 0.1;

    /** Along the first coordinate a quarter at -2 and the rest at 3; along the second a normal, independent. */
    private static final class TwoHills implements Density, NoiseConditionalScore {

        private static final double LEFT = 0.25;

        @Override
        public DensityDocument document() {
            return new DensityDocument("TEST", 2, List.of(), JsonNodeFactory.instance.objectNode(), Map.of(),
                EnumSet.of(Capability.NOISE_CONDITIONAL_SCORE));
        }

        @Override
        public Optional<NoiseConditionalScore> noiseConditionalScore() {
            return Optional.of(this);
        }

        @Override
        public void score(final double[][] x, final int n, final double[][] out) {
            noiseScore().score(x, n, 0, out);
        }

        @Override
        public NoiseLevels levels() {
            return new NoiseLevels(5, 0.01, 10);
        }

        @Override
        public double[] centre() {
            return new double[]{1.75, 100};
        }

        @Override
        public double[] scale() {
            return new double[]{2, 20};
        }

        @Override
        public BlockNoiseScore noiseScore() {
            return (x, n, sigma, out) -> {
                final double first = NARROW * NARROW + 4 * sigma * sigma;
                final double second = 400 * (1 + sigma * sigma);
                for (int k = 0; k < n; k++) {
                    final double a = LEFT * Math.exp(-(x[0][k] + 2) * (x[0][k] + 2) / (2 * first));
                    final double b = (1 - LEFT) * Math.exp(-(x[0][k] - 3) * (x[0][k] - 3) / (2 * first));
                    final double left = a + b == 0 ? (x[0][k] < 0.5 ? 1 : 0) : a / (a + b);
                    out[0][k] = -(left * (x[0][k] + 2) + (1 - left) * (x[0][k] - 3)) / first;
                    out[1][k] = -(x[1][k] - 100) / second;
                }
            };
        }
    }

    private static RunPlan run(final Annealing annealing, final double step) {
        return new RunPlan(Algorithm.ANNEALED, annealing.steps(), KernelSettings.DEFAULT.withAnnealing(annealing),
            step);
    }

    private static double[][] sample(final Annealing annealing, final double step, final int particles) {
        final double[][] all = new double[2][particles];
        final var plan = new SamplingPlan(new TwoHills(), List.of(run(annealing, step)), particles,
            InitialState.point(-2, 100), KeptSteps.last(false), 7);
        final List<RunSummary> summaries = Sampler.run(plan, (run, s, first, x, n) -> {
            for (int i = 0; i < 2; i++) {
                System.arraycopy(x[i], 0, all[i], first, n);
            }
        }, Monitor.SILENT);
        assertThat(summaries.get(0).status()).isEqualTo(RunSummary.Status.OK);
        return all;
    }

    /**
     * All particles were placed in the smaller hill, from which Langevin dynamics without noise would never get out.
     * With 20,000 particles the share's standard error is 0.003, that of the deviations below 1 %.
     */
    @ParameterizedTest
    @CsvSource({"20, 20, 0.1, true", "20, 60, 0.1, false", "200, 1, 0.1, true"})
    void hillsGetTheirSharesAndTheirWidths(final int levels, final int steps, final double step,
        final boolean predictor) {
        final double[][] x = sample(new Annealing(levels, steps, predictor, true), step, 20_000);
        double left = 0;
        double squares = 0;
        double mean = 0;
        double spread = 0;
        for (int k = 0; k < x[0].length; k++) {
            final boolean isLeft = x[0][k] < 0.5;
            left += isLeft ? 1.0 / x[0].length : 0;
            final double rest = x[0][k] - (isLeft ? -2 : 3);
            squares += rest * rest / x[0].length;
            mean += x[1][k] / x[0].length;
            spread += (x[1][k] - 100) * (x[1][k] - 100) / x[0].length;
        }
        assertThat(left).isCloseTo(0.25, within(0.02));
        assertThat(Math.sqrt(squares)).isCloseTo(NARROW, within(0.12 * NARROW));
        assertThat(mean).isCloseTo(100, within(0.8));
        assertThat(Math.sqrt(spread)).isCloseTo(20, within(1.2));
    }

    /**
     * Along the second coordinate all steps are linear, so that the variance after each follows from the one before;
     * six standard errors, sqrt(2 / n) of the variance and 1 / sqrt(n) of the deviation.
     */
    @ParameterizedTest
    @CsvSource({"10, 1, true, false", "10, 2, true, false", "10, 3, false, true", "30, 1, true, true"})
    void theVarianceOfANormalFollowsItsRecursion(final int levels, final int steps, final boolean predictor,
        final boolean denoise) {
        final int n = 20_000;
        final double r = 0.1;
        final double[] z = sample(new Annealing(levels, steps, predictor, denoise), r, n)[1];
        final var sigmas = new NoiseLevels(5, 0.01, levels);
        double variance = 1 + 5 * 5; // in units of 20^2
        for (int level = 0; level < levels; level++) {
            final double s = sigmas.sigma(level);
            final boolean leads = predictor && level > 0;
            if (leads) {
                final double before = sigmas.sigma(level - 1);
                final double part = 1 - s * s / (before * before);
                final double shrink = 1 - part * before * before / (1 + before * before);
                variance = shrink * shrink * variance + s * s * part;
            }
            for (int t = leads ? 1 : 0; t < steps; t++) {
                final double shrink = 1 - r * s * s / (1 + s * s);
                variance = shrink * shrink * variance + 2 * r * s * s;
            }
        }
        if (denoise) {
            final double shrink = 1 - 0.01 * 0.01 / (1 + 0.01 * 0.01);
            variance *= shrink * shrink;
        }
        double sum = 0;
        double squares = 0;
        for (final double v : z) {
            sum += (v - 100) / 20 / n;
            squares += (v - 100) * (v - 100) / 400 / n;
        }
        assertThat(sum).isCloseTo(0, within(6 * Math.sqrt(variance / n)));
        assertThat(squares).isCloseTo(variance, within(6 * variance * Math.sqrt(2.0 / n)));
    }

    /** Where the density is a point, the last step goes to it exactly: x + s2 (-(x - m) / s2) = m. */
    @Test
    void theLastStepTakesTheNoiseAway() {
        final double[][] noisy = sample(new Annealing(20, 20, true, false), 0.1, 2000);
        final double[][] clean = sample(new Annealing(20, 20, true, true), 0.1, 2000);
        final double sigma = 0.01 * 2;
        for (int k = 0; k < 2000; k++) {
            final double hill = clean[0][k] < 0.5 ? -2 : 3;
            final double shrink = 1 - sigma * sigma / (NARROW * NARROW + sigma * sigma);
            assertThat(clean[0][k] - hill).isCloseTo(shrink * (noisy[0][k] - hill), within(1e-9));
        }
    }

    @Test
    void densitiesWithoutScoresWithNoiseAndAcceptanceTestsWithoutLogDensityAreRefused() {
        final var kept = KeptSteps.last(false);
        final var annealed = List.of(run(Annealing.DEFAULT, 0.1));
        final var ring = new RingDensity(1, 1, 0, 0, 0.1);
        assertThatThrownBy(() -> SamplingPlan.check(ring.document(), annealed, 1, kept))
            .isInstanceOf(InputException.class).hasMessageContaining("'Ring'").hasMessageContaining("Score Learner");
        for (final var algorithm : List.of(Algorithm.MALA, Algorithm.HMC, Algorithm.NUTS)) {
            final var runs = List.of(new RunPlan(algorithm, 10, 0.1));
            assertThatThrownBy(() -> SamplingPlan.check(new TwoHills().document(), runs, 1, kept))
                .isInstanceOf(InputException.class).hasMessageContaining("no log-density")
                .hasMessageContaining(algorithm.label()).hasMessageContaining("'Annealed Langevin'");
        }
        SamplingPlan.check(new TwoHills().document(), annealed, 1, kept);
    }

    @Test
    void settingsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new Annealing(1, 20, true, true)).hasMessageContaining("noise levels");
        assertThatThrownBy(() -> new Annealing(20, 0, true, true)).hasMessageContaining("steps per noise level");
        assertThatThrownBy(() -> new Annealing(10_000, 1_000_000, true, true)).hasMessageContaining("too many");
        assertThatThrownBy(() -> run(Annealing.DEFAULT, 2)).hasMessageContaining("Step relative to noise");
        assertThatThrownBy(() -> new RunPlan(Algorithm.ANNEALED, 5, KernelSettings.DEFAULT, 0.1))
            .hasMessageContaining("401");
    }
}
