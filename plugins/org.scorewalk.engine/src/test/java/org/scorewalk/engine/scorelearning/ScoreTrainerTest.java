// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.scorelearning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.Parallelism;
import org.scorewalk.engine.Parallelism;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.NoiseLevels;
import org.scorewalk.engine.nn.AdamSettings;
import org.scorewalk.engine.nn.Natives;
import org.scorewalk.engine.nn.Networks;
import org.scorewalk.engine.random.RandomStreams;
import org.scorewalk.engine.scorelearning.ScoreSettings.Method;

class ScoreTrainerTest {

    private static final List<String> NAMES = List.of("height", "weight");

    private static final double[] MEAN = {170, -3};

    private static final double[][] COVARIANCE = {{100, 6}, {6, 0.5}};

    private static final ScoreSettings SMALL = ScoreSettings.DEFAULT.withHidden(32, 32).withBatch(256).withSteps(50);

    @AfterEach
    void threadsAsBefore() {
        System.clearProperty(Parallelism.PROPERTY);
    }

    private static double[][] normals(final int rows) {
        final double[][] x = new double[2][rows];
        new GaussianDensity(MEAN, COVARIANCE, NAMES).exactDraws().orElseThrow().draw(x, rows,
            new RandomStreams(1).nextRun(1)[0]);
        return x;
    }

    private static LearnedDensity train(final ScoreSettings settings, final double[][] x) {
        return ScoreTrainer.train(settings, NAMES, x, losses -> { }, Monitor.SILENT);
    }

    /**
     * With noise sigma, in standard deviations of the columns, the exact score is that of a Gaussian whose covariance
     * has sigma squared times the variances added to its diagonal.
     */
    @ParameterizedTest
    @EnumSource(Method.class)
    void theScoreOfCorrelatedNormalsIsLearnedAtEachNoiseLevel(final Method method) {
        final double[][] x = normals(4000);
        final LearnedDensity learned = train(
            ScoreSettings.DEFAULT.withHidden(48, 48).withBatch(512).withSteps(1500).withMethod(method), x);
        for (final double sigma : new double[]{0.3, 1, 3}) {
            final double[][] noisy = {{COVARIANCE[0][0] * (1 + sigma * sigma), COVARIANCE[0][1]},
                {COVARIANCE[1][0], COVARIANCE[1][1] * (1 + sigma * sigma)}};
            final GaussianDensity exact = new GaussianDensity(MEAN, noisy, NAMES);
            final double[][] at = new double[2][1000];
            exact.exactDraws().orElseThrow().draw(at, 1000, new RandomStreams(2).nextRun(1)[0]);
            final double[][] expected = new double[2][1000];
            exact.score(at, 1000, expected);
            final double[][] score = new double[2][1000];
            learned.noiseScore().score(at, 1000, sigma, score);
            for (int i = 0; i < 2; i++) {
                double error = 0;
                double size = 0;
                for (int k = 0; k < 1000; k++) {
                    error += (score[i][k] - expected[i][k]) * (score[i][k] - expected[i][k]);
                    size += expected[i][k] * expected[i][k];
                }
                assertThat(Math.sqrt(error / size)).as("noise %s, coordinate %d", sigma, i).isLessThan(0.25);
            }
        }
        assertThat(learned.centre()[0]).isCloseTo(170, within(0.5));
        assertThat(learned.scale()[0]).isCloseTo(10, within(0.3));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void theResultIsTheSameBitByBitWithAnyNumberOfThreads(final Method method) {
        final double[][] x = normals(300);
        System.setProperty(Parallelism.PROPERTY, "1");
        final LearnedDensity one = train(SMALL.withMethod(method), x);
        System.setProperty(Parallelism.PROPERTY, "3");
        final LearnedDensity three = train(SMALL.withMethod(method), x);
        assertThat(three.document()).isEqualTo(one.document());
        assertThat(train(SMALL.withMethod(method).withSeed(43), x).document()).isNotEqualTo(one.document());
    }

    @Test
    void unitsOfTheColumnsDoNotMatter() {
        final double[][] x = normals(300);
        final double[][] other = Arrays.stream(x).map(row -> Arrays.stream(row).map(v -> 1024 * v).toArray())
            .toArray(double[][]::new);
        final LearnedDensity small = train(SMALL, x);
        final LearnedDensity large = train(SMALL, other);
        assertThat(large.score(1024 * 165.0, 1024 * -3.0)[0] * 1024).isCloseTo(small.score(165, -3)[0], within(1e-6));
    }

    @Test
    void lossesAreGivenAsOftenAsAskedForAndFall() {
        final List<ScoreLosses> losses = new ArrayList<>();
        ScoreTrainer.train(SMALL.withSteps(250), NAMES, normals(500), losses::add, Monitor.SILENT);
        assertThat(losses).extracting(ScoreLosses::step).containsExactly(100, 200, 250);
        assertThat(losses.get(2).loss()).isLessThan(losses.get(0).loss());
        assertThat(losses.get(2).validation()).isCloseTo(losses.get(2).loss(), within(0.15)).isNotEqualTo(
            losses.get(0).validation());
        assertThat(losses.get(0).seconds()).isPositive();

        final List<ScoreLosses> without = new ArrayList<>();
        final ScoreSettings s = SMALL;
        ScoreTrainer.train(new ScoreSettings(s.hidden(), s.levels(), s.method(), s.adam(), 0, s.batch(), 10, 0, 100, 1),
            NAMES, normals(50), without::add, Monitor.SILENT);
        assertThat(without).hasSize(1).allMatch(l -> Double.isNaN(l.validation()));
    }

    @Test
    void aCancelStopsWithinAStepAndMemoryIsGivenBack() {
        final double[][] x = normals(300);
        Natives.load();
        final long before = Networks.nativeBytes();
        final AtomicInteger checks = new AtomicInteger();
        final Monitor monitor = new Monitor() {
            @Override
            public void report(final double fraction, final Supplier<String> message) {
                // not looked at
            }

            @Override
            public void check() {
                if (checks.incrementAndGet() > 20) {
                    throw new CancellationException();
                }
            }
        };
        assertThatThrownBy(() -> ScoreTrainer.train(SMALL, NAMES, x, l -> { }, monitor))
            .isInstanceOf(CancellationException.class);
        // each thread may ask once more before it comes to rest
        assertThat(checks.get()).isBetween(21, 20 + Parallelism.threads());
        assertThat(Networks.nativeBytes()).isLessThanOrEqualTo(before);
    }

    @Test
    void progressHasLossRateAndRemainingTime() {
        assertThat(ScoreTrainer.message(1500, 6000, 0.61234, 750)).isEqualTo(
            "step 1,500 of 6,000 · loss 0.612 · 750 steps/s · 6 s left");
    }

    @Test
    void rowsThatCannotBeLearnedFromAreNamed() {
        assertThatThrownBy(() -> train(SMALL, new double[][]{{1}, {2}})).isInstanceOf(InputException.class)
            .hasMessageContaining("too few rows");
        assertThatThrownBy(() -> train(SMALL, new double[][]{{1, 2, 3}, {5, 5, 5}})).isInstanceOf(InputException.class)
            .hasMessageContaining("'weight' is constant (5.0");
        assertThatThrownBy(() -> train(SMALL, new double[][]{{1, 2}, {5, Double.NaN}}))
            .isInstanceOf(InputException.class).hasMessageContaining("'weight' holds NaN");
        assertThatThrownBy(() -> train(SMALL, new double[][]{{1, 2}, {-1e101, 0}})).isInstanceOf(InputException.class)
            .hasMessageContaining("'weight' holds 1.0E101").hasMessageContaining("Scale");
        assertThatThrownBy(() -> train(SMALL.withHidden(4096, 4096), normals(5))).isInstanceOf(InputException.class)
            .hasMessageContaining("Hidden layers");
    }

    @Test
    void aDivergedTrainingSaysWhichOptionToChange() {
        final ScoreSettings s = SMALL;
        final ScoreSettings wild = new ScoreSettings(s.hidden(), s.levels(), s.method(),
            new AdamSettings(10, 0.9, 0.999, 1e-8), 0, s.batch(), 3000, 0, 100, 1);
        final double[][] x = normals(100);
        x[0][0] = 1e99; // far from all others
        x[1][7] = -1e99;
        try {
            final double[] score = train(wild, x).score(170, -3);
            assertThat(score).doesNotContain(Double.NaN);
        } catch (final InputException e) {
            assertThat(e).hasMessageContaining("Learning rate");
        }
    }

    @Test
    void optionsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> SMALL.withSteps(0)).hasMessageContaining("'Training steps'");
        assertThatThrownBy(() -> SMALL.withBatch(0)).hasMessageContaining("'Batch size'");
        assertThatThrownBy(() -> SMALL.withHidden(0)).hasMessageContaining("'Hidden layers'");
        assertThatThrownBy(() -> SMALL.withHidden()).hasMessageContaining("hidden layers");
        assertThatThrownBy(() -> new NoiseLevels(1, 2, 10)).hasMessageContaining("Largest noise");
        assertThatThrownBy(() -> new NoiseLevels(1, Double.NaN, 10)).hasMessageContaining("Smallest noise");
        assertThatThrownBy(() -> new NoiseLevels(1, 0.1, 1)).hasMessageContaining("between 2 and");
    }
}
