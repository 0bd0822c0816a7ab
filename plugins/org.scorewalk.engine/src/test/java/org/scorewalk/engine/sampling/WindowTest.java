// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.RingDensity;

/**
 * How many frames are handed over at a time shows nowhere: 1 particle makes windows of 1,024 frames, 3,000 particles of
 * 10, and 40,000 of one.
 */
class WindowTest {

    private static final GaussianDensity GAUSSIAN =
        new GaussianDensity(new double[]{1, 1}, new double[][]{{1, 0.9}, {0.9, 1}}, List.of());

    private static final RingDensity RING = new RingDensity(1.5, 1.5, 0, 0, 0.033);

    private static Recorder record(final Density density, final int particles, final KeptSteps kept, final RunPlan run,
        final RunSummary[] summary) {
        final var recorder = new Recorder(particles);
        final var plan =
            new SamplingPlan(density, List.of(run), particles, InitialState.standardNormal(), kept, 42);
        summary[0] = Sampler.run(plan, recorder, Monitor.SILENT, 2).get(0);
        return recorder;
    }

    private static int[] steps(final Recorder recorder) {
        return recorder.frames().stream().mapToInt(Recorder.Frame::step).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3000, 40_000})
    void theSameParticlesAreAtTheSamePlaces(final int particles) {
        final int steps = particles == 1 ? 2500 : particles == 40_000 ? 5 : 100;
        final var run = new RunPlan(Algorithm.ULA, steps, 0.01, 0.02);
        final var none = new RunSummary[1];
        for (final var density : List.of(GAUSSIAN, RING)) {
            final var all = record(density, particles, KeptSteps.every(true, 0, 1), run, none);
            assertThat(steps(all)).containsExactly(IntStream.rangeClosed(0, steps).toArray());
            for (final var kept : List.of(KeptSteps.every(false, 2, 3), KeptSteps.every(true, steps / 2, 1),
                KeptSteps.last(false), KeptSteps.chosen(false, 1, 2, steps - 1), KeptSteps.chosen(true, 3),
                KeptSteps.chosen(false, 0), KeptSteps.every(true, 1, Integer.MAX_VALUE))) {
                final var some = record(density, particles, kept, run, none);
                assertThat((long)some.frames().size()).isEqualTo(kept.count(steps));
                for (final var frame : some.frames()) {
                    assertThat(frame.x()).isDeepEqualTo(all.frames().get(frame.step()).x());
                }
                assertThat(none[0].particleSteps()).isEqualTo((double)steps * particles);
            }
        }
    }

    /** How many steps are done at a time follows from how long they take; here that is now and then very long. */
    @Test
    void theClockChangesNoBitOfMoments() {
        final var runs = Collections.nCopies(30, new RunPlan(Algorithm.ULA, 1000, 0.01));
        final var plan =
            new SamplingPlan(GAUSSIAN, runs, 1, InitialState.standardNormal(), KeptSteps.every(false, 7, 1), 42);
        final int[] asked = {0};
        final var slow = new Monitor() {
            @Override
            public void report(final double fraction, final Supplier<String> message) {
                // not of interest
            }

            @Override
            public void check() {
                if (++asked[0] % 5 == 0) {
                    LockSupport.parkNanos(6_000_000);
                }
            }
        };

        final var summaries = Sampler.run(plan, FrameSink.NONE, Monitor.SILENT, 1);
        final var slowly = Sampler.run(plan, FrameSink.NONE, slow, 1);

        for (int run = 0; run < runs.size(); run++) {
            assertThat(slowly.get(run).mean()).containsExactly(summaries.get(run).mean());
            assertThat(slowly.get(run).covariance()).isDeepEqualTo(summaries.get(run).covariance());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3000, 40_000})
    void noFrameAndNoMomentComesFromAfterABreak(final int particles) {
        final var summary = new RunSummary[1];
        final var run = new RunPlan(Algorithm.ULA, 3000, 2.1); // each step multiplies one deviation by -20

        final var recorder = record(GAUSSIAN, particles, KeptSteps.every(true, 0, 1), run, summary);

        final int brokenBy = summary[0].brokenBy();
        assertThat(brokenBy).isBetween(90, 120);
        assertThat(steps(recorder)).containsExactly(IntStream.range(0, brokenBy).toArray());
        assertThat(summary[0].frames()).isEqualTo(brokenBy);
        assertThat(summary[0].particleSteps()).isEqualTo((double)brokenBy * particles);
        final var last = recorder.last().x();
        assertThat(Arrays.stream(last[0]).map(Math::abs).max().orElseThrow()).isBetween(1e137, Run.BROKEN);
        final var moments = new Moments(2, true);
        recorder.frames().stream().filter(f -> f.step() > 0)
            .forEach(f -> moments.add(f.x(), 0, particles, new double[2][particles]));
        for (int i = 0; i < 2; i++) {
            assertThat(summary[0].mean()[i] / moments.mean()[i]).isCloseTo(1, within(1e-9));
            assertThat(summary[0].covariance()[i][0] / moments.covariance(i, 0)).isCloseTo(1, within(1e-9));
        }
    }
}
