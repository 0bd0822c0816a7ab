// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.StandardNormalDensity;
import org.scorewalk.engine.kernel.KernelSettings;

class TraceRecorderTest {

    private static SamplingPlan plan(final int dimension, final int particles, final KeptSteps kept,
        final RunPlan... runs) {
        return new SamplingPlan(new StandardNormalDensity(dimension, List.of()), List.of(runs), particles,
            InitialState.standardNormal(), kept, 7);
    }

    private static RunPlan langevin(final int steps) {
        return new RunPlan(Algorithm.ULA, steps, KernelSettings.DEFAULT, 0.1);
    }

    private static List<TraceRecorder.Track> record(final SamplingPlan plan, final FrameSink next) {
        final var recorder = new TraceRecorder(plan, next);
        Sampler.run(plan, recorder, Monitor.SILENT);
        return recorder.tracks();
    }

    @Test
    void shortRunsAreKeptAsTheyAre() {
        final int particles = 3000; // several blocks
        final double[][] first = new double[11][particles];
        final var plan = plan(2, particles, KeptSteps.every(true, 0, 1), langevin(10));
        final var track = record(plan, (run, step, from, x, n) -> System.arraycopy(x[1], 0, first[step], from, n))
            .get(0);

        assertThat(track.framesPerBin()).isOne();
        assertThat(track.from()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).isEqualTo(track.to());
        final var series = track.series().get(1);
        for (int step = 0; step <= 10; step++) {
            final double mean = Arrays.stream(first[step]).average().orElseThrow();
            final double variance =
                Arrays.stream(first[step]).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
            assertThat(series.mean()[step]).isCloseTo(mean, within(1e-12));
            assertThat(series.deviation()[step]).isCloseTo(Math.sqrt(variance), within(1e-10));
            for (int c = 0; c < TraceRecorder.CHAINS; c++) {
                assertThat(series.chainMean()[c][step]).isEqualTo(first[step][c]);
            }
        }
        assertThat(series.autocorrelations()).as("too few draws").isEmpty();
    }

    @Test
    void longRunsJoinNeighbouringFramesAndKeepTheirExtremes() {
        final int steps = 5000;
        final double[] values = new double[steps + 1];
        final var plan = plan(1, 1, KeptSteps.every(true, 0, 1), langevin(steps));
        final var track = record(plan, (run, step, from, x, n) -> values[step] = x[0][0]).get(0);

        assertThat(track.framesPerBin()).isEqualTo(8);
        assertThat(track.from()).hasSize(5001 / 8 + 1);
        assertThat(Arrays.stream(track.counts()).sum()).isEqualTo(5001).isEqualTo(track.frames());
        final var series = track.series().get(0);
        for (int b = 0; b < track.from().length; b++) {
            final double[] frames = Arrays.copyOfRange(values, track.from()[b], track.to()[b] + 1);
            assertThat(frames).hasSize(track.counts()[b]);
            assertThat(series.chainMean()[0][b]).isCloseTo(Arrays.stream(frames).average().orElseThrow(),
                within(1e-12));
            assertThat(series.chainLow()[0][b]).isEqualTo(Arrays.stream(frames).min().orElseThrow());
            assertThat(series.chainHigh()[0][b]).isEqualTo(Arrays.stream(frames).max().orElseThrow());
        }
    }

    @Test
    void autocorrelationsAreThoseOfLangevinOnANormal() {
        // x' = (1 - h) x + noise has the autocorrelation (1 - h)^lag
        final var track =
            record(plan(1, 8, KeptSteps.every(false, 0, 2), langevin(40_000)), FrameSink.NONE).get(0);

        assertThat(track.spacing()).isEqualTo(2);
        assertThat(track.draws()).isEqualTo(TraceRecorder.MAX_DRAWS);
        final double[] correlations = track.series().get(0).autocorrelations();
        assertThat(correlations).hasSize(TraceRecorder.LAGS + 1);
        for (int lag = 0; lag < 10; lag++) {
            assertThat(correlations[lag]).isCloseTo(Math.pow(0.9, 2 * lag), within(0.05));
        }
    }

    @Test
    void theShareOfMovesIsTheAcceptance() {
        final var settings = KernelSettings.DEFAULT.withWarmup(0);
        final var plan =
            plan(5, 500, KeptSteps.every(true, 0, 1), new RunPlan(Algorithm.MALA, 200, settings, 0.8), langevin(5));
        final var recorder = new TraceRecorder(plan, FrameSink.NONE);
        final var summaries = Sampler.run(plan, recorder, Monitor.SILENT);
        final var tracks = recorder.tracks();

        assertThat(tracks).hasSize(2);
        assertThat(tracks.get(0).moved()[0]).as("the start").isNaN();
        final double mean = Arrays.stream(tracks.get(0).moved()).filter(v -> !Double.isNaN(v)).average().orElseThrow();
        assertThat(mean).isCloseTo(summaries.get(0).acceptance(), within(0.01)).isBetween(0.3, 0.99);
        assertThat(tracks.get(1).moved()).isEmpty();
    }

    @Test
    void stepsAtUnequalDistancesHaveNoAutocorrelation() {
        final int[] squares = new int[40];
        Arrays.setAll(squares, i -> i * i);
        final var track = record(plan(1, 50, KeptSteps.chosen(true, squares), langevin(2000)), FrameSink.NONE).get(0);

        assertThat(track.draws()).isZero();
        assertThat(track.series().get(0).autocorrelations()).isEmpty();
    }

    @Test
    void onlyTheFirstCoordinatesAreKept() {
        final var track =
            record(plan(30, 2, KeptSteps.last(false), langevin(3)), FrameSink.NONE).get(0);

        assertThat(track.series()).hasSize(TraceRecorder.COORDINATES);
        assertThat(track.from()).containsExactly(3);
        assertThat(track.chains()).isEqualTo(2);
    }
}
