// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.scorewalk.engine.sampling.Plans.GAUSSIAN;
import static org.scorewalk.engine.sampling.Plans.RING;
import static org.scorewalk.engine.sampling.Plans.plan;
import static org.scorewalk.engine.sampling.Plans.ula;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.Monitor;

/** What the sampler promises besides statistics: order, determinism, starts and summaries. */
class SamplerTest {

    private static long fingerprint(final SamplingPlan plan, final int threads) {
        final var recorder = new Recorder(plan.particles());
        final var summaries = Sampler.run(plan, recorder, Monitor.SILENT, threads);
        long hash = recorder.fingerprint();
        for (final var summary : summaries) {
            hash = 31 * hash + Arrays.hashCode(summary.mean());
            hash = 31 * hash + Arrays.deepHashCode(summary.covariance());
            hash = 31 * hash + summary.brokenBy();
        }
        return hash;
    }

    @Test
    void framesComeInOrderWithTheStartAsStepZero() {
        final var recorder = new Recorder(2500);
        final var summaries = Sampler.run(plan(RING, 2500, KeptSteps.every(true, 0, 2), 1, ula(4, 0.01), ula(5, 0.02)),
            recorder, Monitor.SILENT, 3);

        assertThat(recorder.frames()).extracting(f -> f.run() + "/" + f.step()).containsExactly("0/0", "0/2", "0/4",
            "1/0", "1/2", "1/4");
        assertThat(summaries).extracting(RunSummary::frames).containsExactly(3L, 3L);
        assertThat(summaries).extracting(RunSummary::rows).containsExactly(7500L, 7500L);
        assertThat(summaries.get(1).particleSteps()).isEqualTo(12_500);
        assertThat(summaries.get(1).rate()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void threadsDoNotChangeABit(final int threads) {
        final var runs = new RunPlan[]{ula(30, 0.01, 0.02), new RunPlan(Algorithm.EXACT, 2), ula(400, 1)};
        final var plan = plan(RING, 10_000, KeptSteps.every(true, 3, 9), 42, runs);

        assertThat(fingerprint(plan, threads)).isEqualTo(fingerprint(plan, 1));
        assertThat(fingerprint(plan(RING, 10_000, KeptSteps.every(true, 3, 9), 43, runs), threads))
            .isNotEqualTo(fingerprint(plan, 1));
    }

    @Test
    void whichStepsAreKeptChangesNoStep() {
        final var all = new Recorder(1500);
        final var last = new Recorder(1500);
        Sampler.run(plan(RING, 1500, KeptSteps.every(true, 0, 1), 1, ula(20, 0.01)), all, Monitor.SILENT);
        Sampler.run(plan(RING, 1500, KeptSteps.last(false), 1, ula(20, 0.01)), last, Monitor.SILENT);

        assertThat(last.frames()).hasSize(1);
        assertThat(last.last().x()).isDeepEqualTo(all.last().x());
    }

    @Test
    void runsHaveRandomNumbersOfTheirOwnAndDoNotDependOnOthers() {
        final var both = new Recorder(100);
        Sampler.run(plan(RING, 100, KeptSteps.every(true, 0, 1), 1, ula(3, 0.01), ula(3, 0.01)), both, Monitor.SILENT);
        final var alone = new Recorder(100);
        Sampler.run(plan(RING, 100, KeptSteps.every(true, 0, 1), 1, ula(3, 0.01)), alone, Monitor.SILENT);

        assertThat(both.frames(0).get(3).x()).isDeepEqualTo(alone.last().x());
        assertThat(both.frames(1).get(0).x()[0]).isNotEqualTo(both.frames(0).get(0).x()[0]);
    }

    @Test
    void moreParticlesLeaveFullBlocksAsTheyAre() {
        final var few = new Recorder(1024);
        final var many = new Recorder(1500);
        Sampler.run(plan(RING, 1024, KeptSteps.last(false), 1, ula(5, 0.01)), few, Monitor.SILENT);
        Sampler.run(plan(RING, 1500, KeptSteps.last(false), 1, ula(5, 0.01)), many, Monitor.SILENT);

        assertThat(Arrays.copyOf(many.last().x()[1], 1024)).containsExactly(few.last().x()[1]);
    }

    @Test
    void particlesStartWhereTheyShould() {
        final var rows = new double[2][2000];
        Arrays.setAll(rows[0], k -> k);
        Arrays.setAll(rows[1], k -> -k);
        final var table = start(InitialState.points(rows), 2000);
        final var point = start(InitialState.point(3, -4), 2000);
        final var normal = start(InitialState.normal(new double[]{1, -2}, new double[]{0, 3}), 200_000);

        assertThat(table).isDeepEqualTo(rows);
        assertThat(point[0]).containsOnly(3);
        assertThat(point[1]).containsOnly(-4);
        final var moments = new Moments(2, true);
        moments.add(normal, 0, 200_000, new double[2][200_000]);
        assertThat(normal[0]).containsOnly(1);
        assertThat(moments.mean()[1]).isCloseTo(-2, within(5 * 3 / Math.sqrt(200_000)));
        assertThat(Math.sqrt(moments.covariance(1, 1))).isCloseTo(3, within(5 * 3 / Math.sqrt(400_000)));
    }

    private static double[][] start(final InitialState start, final int particles) {
        final var recorder = new Recorder(particles);
        Sampler.run(new SamplingPlan(RING, List.of(ula(1, 0.01)), particles, start, KeptSteps.chosen(true, 0), 3),
            recorder, Monitor.SILENT);
        assertThat(recorder.frames()).hasSize(1);
        return recorder.last().x();
    }

    @Test
    void theSummaryIsThatOfTheRecordedStepsWithoutTheStart() {
        final var recorder = new Recorder(1500);
        final var summary = Sampler.run(plan(GAUSSIAN, 1500, KeptSteps.every(true, 2, 3), 1, ula(8, 0.05)), recorder,
            Monitor.SILENT).get(0);

        final var moments = new Moments(2, true);
        recorder.frames().stream().filter(f -> f.step() > 0)
            .forEach(f -> moments.add(f.x(), 0, 1500, new double[2][1500]));
        assertThat(moments.count()).isEqualTo(3000);
        for (int i = 0; i < 2; i++) {
            assertThat(summary.mean()[i]).isCloseTo(moments.mean()[i], within(1e-12));
            for (int j = 0; j < 2; j++) {
                assertThat(summary.covariance()[i][j]).isCloseTo(moments.covariance(i, j), within(1e-12));
            }
        }
    }
}
