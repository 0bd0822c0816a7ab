// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.scorewalk.engine.sampling.Plans.GAUSSIAN;
import static org.scorewalk.engine.sampling.Plans.RING;
import static org.scorewalk.engine.sampling.Plans.plan;
import static org.scorewalk.engine.sampling.Plans.ula;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.sampling.RunSummary.Status;

/** Runs whose step size is too large are found, reported, and leave the others alone. */
class SamplerDivergenceTest {

    @Test
    void anUnstableRunIsReportedKeepsItsFiniteRowsAndTheOthersGoOn() {
        final var recorder = new Recorder(10);
        final var summaries = Sampler.run(plan(GAUSSIAN, 10, KeptSteps.every(false, 0, 1), 1, ula(50, 0.15),
            ula(5000, 0.5), ula(50, 0.15)), recorder, Monitor.SILENT);

        assertThat(summaries).extracting(RunSummary::status).containsExactly(Status.OK, Status.DIVERGED, Status.OK);
        assertThat(summaries.get(1).stableFactor()).isCloseTo(0.4, within(1e-9));
        assertThat(summaries.get(1).brokenBy()).isBetween(200, 5000);
        assertThat(recorder.frames(0)).hasSize(50);
        assertThat(recorder.frames(2)).hasSize(50);
        // the deviation grows by the factor 4 a step, so 1e140 is reached after log(1e140) / log(4) = 232 steps
        assertThat(recorder.frames(1).size()).isBetween(225, 240);
        assertThat(summaries.get(1).frames()).isEqualTo(recorder.frames(1).size());
        for (final var frame : recorder.frames(1)) {
            for (final var row : frame.x()) {
                for (final double value : row) {
                    assertThat(value).isFinite();
                }
            }
        }
        assertThat(summaries.get(1).covariance()[0][0]).isFinite();
    }

    @Test
    void aRunThatMustDivergeIsReportedEvenIfItsNumbersAreStillSmall() {
        final var recorder = new Recorder(1);
        final var summary = Sampler.run(plan(GAUSSIAN, 1, KeptSteps.every(false, 0, 1), 1, ula(3, 0.21)), recorder,
            Monitor.SILENT).get(0);

        assertThat(summary.status()).isEqualTo(Status.DIVERGED);
        assertThat(summary.brokenBy()).isZero();
        assertThat(recorder.frames()).hasSize(3);
    }

    @Test
    void divergenceIsFoundWithoutAKnownBound() {
        final var unknown = new Density() {
            @Override
            public DensityDocument document() {
                return RING.document();
            }

            @Override
            public void score(final double[][] x, final int n, final double[][] out) {
                GAUSSIAN.score(x, n, out);
            }
        };

        final var broken = Sampler.run(plan(unknown, 3000, KeptSteps.last(false), 1, ula(2000, 0.5)), FrameSink.NONE,
            Monitor.SILENT).get(0);
        final var absurd = Sampler.run(plan(unknown, 3000, KeptSteps.last(false), 1, ula(30, 0.5)), FrameSink.NONE,
            Monitor.SILENT).get(0);
        final var fine = Sampler.run(plan(unknown, 3000, KeptSteps.last(false), 1, ula(2000, 0.15)), FrameSink.NONE,
            Monitor.SILENT).get(0);

        assertThat(broken.status()).isEqualTo(Status.DIVERGED);
        assertThat(broken.brokenBy()).isPositive();
        assertThat(broken.frames()).isZero();
        assertThat(broken.mean()).containsExactly(Double.NaN, Double.NaN);
        assertThat(absurd.status()).isEqualTo(Status.DIVERGED);
        assertThat(absurd.brokenBy()).isZero();
        assertThat(absurd.frames()).isOne();
        assertThat(fine.status()).isEqualTo(Status.OK);
    }

    @Test
    void onTheRingTheKnownBoundIsWhereRunsBegin() {
        // bound 0.033 * 1.5^2 = 0.07425
        final var inside = Sampler.run(plan(RING, 2000, KeptSteps.last(false), 1, ula(3000, 0.9 * 0.07425)),
            FrameSink.NONE, Monitor.SILENT).get(0);
        final var outside = Sampler.run(plan(RING, 2000, KeptSteps.last(false), 1, ula(3000, 2 * 0.07425)),
            FrameSink.NONE, Monitor.SILENT).get(0);

        assertThat(inside.status()).isEqualTo(Status.OK);
        assertThat(outside.status()).isEqualTo(Status.DIVERGED);
        assertThat(outside.brokenBy()).as("the particles do run away").isPositive();
    }
}
