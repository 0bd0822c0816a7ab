// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.density.StandardNormalDensity;
import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.engine.expression.ExpressionModel;
import org.scorewalk.engine.expression.Parameter;
import org.scorewalk.engine.kernel.KernelSettings;
import org.scorewalk.engine.kernel.ParticleBlock;
import org.scorewalk.engine.random.RandomStreams;
import org.scorewalk.engine.sampling.RunSummary.Status;

/** What the sampler promises besides statistics: order, determinism, divergence, cancel, memory. */
class SamplerTest {

    private static final RingDensity RING = new RingDensity(1.5, 1.5, 0, 0, 0.033);

    private static final GaussianDensity GAUSSIAN =
        new GaussianDensity(new double[]{1, 1}, new double[][]{{1, 0.9}, {0.9, 1}}, List.of());

    private static RunPlan ula(final int steps, final double... stepSizes) {
        return new RunPlan(Algorithm.ULA, steps, stepSizes);
    }

    private static SamplingPlan plan(final Density density, final int particles, final KeptSteps kept, final long seed,
        final RunPlan... runs) {
        return new SamplingPlan(density, List.of(runs), particles, InitialState.standardNormal(), kept, seed);
    }

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
            recorder,
            Monitor.SILENT);
        assertThat(recorder.frames()).hasSize(1);
        return recorder.last().x();
    }

    @Test
    void theSummaryIsThatOfTheRecordedStepsWithoutTheStart() {
        final var recorder = new Recorder(1500);
        final var summary = Sampler.run(plan(GAUSSIAN, 1500, KeptSteps.every(true, 2, 3), 1, ula(8, 0.05)), recorder,
            Monitor.SILENT).get(0);

        final var moments = new Moments(2, true);
        recorder.frames().stream().filter(f -> f.step() > 0).forEach(f -> moments.add(f.x(), 0, 1500, new double[2][1500]));
        assertThat(moments.count()).isEqualTo(3000);
        for (int i = 0; i < 2; i++) {
            assertThat(summary.mean()[i]).isCloseTo(moments.mean()[i], within(1e-12));
            for (int j = 0; j < 2; j++) {
                assertThat(summary.covariance()[i][j]).isCloseTo(moments.covariance(i, j), within(1e-12));
            }
        }
    }

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

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void cancelTakesEffectWithin200MillisecondsAndLeavesNoThread(final int threads) {
        final var dimension = 400;
        final var covariance = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            covariance[i][i] = 1;
        }
        final var large = new GaussianDensity(new double[dimension], covariance, List.of());
        for (final var plan : List.of(plan(RING, 1_000_000, KeptSteps.last(false), 1, ula(1_000_000, 0.01)),
            plan(GAUSSIAN, 1, KeptSteps.last(false), 1, ula(Integer.MAX_VALUE, 0.01)),
            plan(large, 20_000, KeptSteps.last(false), 1, ula(1000, 0.01)))) {
            long milliseconds = Long.MAX_VALUE;
            for (int attempt = 0; attempt < 3 && milliseconds > 200; attempt++) { // the machine may be busy
                final var monitor = new CancelAtReport();

                assertThatThrownBy(() -> Sampler.run(plan, FrameSink.NONE, monitor, threads))
                    .isInstanceOf(CancellationException.class);

                milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - monitor.m_nanos);
                assertThat(Thread.getAllStackTraces().keySet()).noneMatch(t -> t.getName().startsWith("scorewalk-"));
                assertThat(monitor.m_messages).isNotEmpty().last().asString().contains("particle-steps/s")
                    .contains(" left");
            }
            assertThat(milliseconds).isLessThanOrEqualTo(200);
        }
    }

    /** Cancels as soon as progress was reported. */
    private static final class CancelAtReport implements Monitor {
        private volatile long m_nanos;

        private final List<String> m_messages = new ArrayList<>();

        @Override
        public void report(final double fraction, final Supplier<String> message) {
            assertThat(fraction).isBetween(0.0, 1.0);
            m_messages.add(message.get());
            if (m_nanos == 0) {
                m_nanos = System.nanoTime();
            }
        }

        @Override
        public void check() {
            if (m_nanos != 0) {
                throw new CancellationException();
            }
        }
    }

    @Test
    void tenMillionStepsOfOneChainTakeSeconds() {
        final long start = System.nanoTime();
        final var summary = Sampler.run(plan(GAUSSIAN, 1, KeptSteps.every(false, 0, 1000), 1, ula(10_000_000, 0.01)),
            FrameSink.NONE, Monitor.SILENT).get(0);

        assertThat(summary.frames()).isEqualTo(10_000);
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(20));
    }

    private static final Density REGRESSION = new ExpressionDensity(new ExpressionModel("std_normal(a) + std_normal(b)",
        "normal($y$ | a + b * $x$, 1)", List.of(Parameter.real("a"), Parameter.real("b")), Map.of(), List.of("x", "y"),
        List.of(new double[200], new double[200])));

    @ParameterizedTest
    @EnumSource(value = Algorithm.class, mode = EnumSource.Mode.EXCLUDE, names = "ANNEALED") // it needs noise
    void theLoopAllocatesNothing(final Algorithm algorithm) throws ReflectiveOperationException {
        for (final var density : algorithm.needsDataTerm() ? List.of(REGRESSION)
            : List.of(RING, GAUSSIAN, new StandardNormalDensity(3, List.of()))) {
            final int d = density.dimension();
            final var sizes = new double[d];
            Arrays.fill(sizes, 0.01);
            final var kernel = algorithm.newKernel(density, sizes, 1024, KernelSettings.DEFAULT, Monitor.SILENT);
            final var block = new ParticleBlock(0, 1024, d, new RandomStreams(1).nextRun(1)[0]);
            InitialState.standardNormal().place(block);
            kernel.init(block);
            for (int t = 0; t < (algorithm == Algorithm.NUTS ? 1 : 300); t++) { // compiled, loops allocate even less
                kernel.step(block);
            }

            final long before = allocatedBytes();
            for (int t = 0; t < (algorithm == Algorithm.NUTS ? 3 : 1000); t++) { // a step of NUTS is a long trajectory
                kernel.step(block);
            }
            final long bytes = allocatedBytes() - before;

            // less than one smallest object a step; asking for the number and compilation allocate a little themselves
            assertThat(bytes).as("%s of %s", algorithm, density).isLessThan(16_000);
        }
    }

    /** The method belongs to the JDK's own extension of the standard bean, which not every compiler lets us name. */
    private static long allocatedBytes() throws ReflectiveOperationException {
        return (long)Class.forName("com.sun.management.ThreadMXBean").getMethod("getThreadAllocatedBytes", long.class)
            .invoke(ManagementFactory.getThreadMXBean(), Thread.currentThread().getId());
    }

    @Test
    void aMillionParticlesNeedTheMemoryOfOneFrame() {
        final var rows = new AtomicLong();
        final var runtime = Runtime.getRuntime();
        final var peak = new AtomicLong();
        System.gc(); // NOSONAR a clean slate makes the measurement steady
        final long before = runtime.totalMemory() - runtime.freeMemory();

        Sampler.run(plan(RING, 1_000_000, KeptSteps.chosen(true, 5, 10), 1, ula(10, 0.01)),
            (run, step, first, x, n) -> {
            rows.addAndGet(n);
            if (first == 0) {
                System.gc(); // NOSONAR only live memory counts
                peak.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory() - before, Math::max);
            }
        }, Monitor.SILENT);

        assertThat(rows).hasValue(3_000_000);
        assertThat(peak.get()).isLessThan(64L << 20);
    }

    @Test
    void refusesPlansThatDoNotFit() {
        assertThatThrownBy(() -> plan(RING, 0, KeptSteps.last(false), 1, ula(1, 0.01)))
            .isInstanceOf(InputException.class).hasMessageContaining("number of particles is 0");
        assertThatThrownBy(() -> plan(RING, 1, KeptSteps.last(false), 1)).isInstanceOf(InputException.class)
            .hasMessageContaining("no run");
        assertThatThrownBy(() -> plan(RING, 1, KeptSteps.last(false), 1, ula(1, 0.1, 0.1, 0.1)))
            .isInstanceOf(InputException.class).hasMessageContaining("3 step sizes")
            .hasMessageContaining("2 coordinates");
        assertThatThrownBy(() -> plan(RING, 1, KeptSteps.every(false, 10, 1), 1, ula(20, 0.1), ula(10, 0.1)))
            .isInstanceOf(InputException.class).hasMessageContaining("Run 2")
            .hasMessageContaining("none of them is kept");
        for (final double bad : new double[]{0, -0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> ula(1, bad)).isInstanceOf(InputException.class)
                .hasMessageContaining("step size is");
        }
        assertThatThrownBy(() -> ula(0, 0.1)).isInstanceOf(InputException.class)
            .hasMessageContaining("number of steps");
        assertThatThrownBy(() -> InitialState.normal(new double[]{0}, new double[]{-1}))
            .isInstanceOf(InputException.class)
            .hasMessageContaining("standard deviation");
        assertThatThrownBy(() -> InitialState.point(Double.NaN)).isInstanceOf(InputException.class)
            .hasMessageContaining("finite");
    }

    @Test
    void moreParticlesThanMemoryAreRefusedAtOnce() {
        final var wide = plan(new StandardNormalDensity(400, List.of()), Integer.MAX_VALUE, KeptSteps.last(false), 1,
            ula(1, 0.01));
        final long start = System.nanoTime();

        assertThatThrownBy(() -> Sampler.run(wide, FrameSink.NONE, Monitor.SILENT)).isInstanceOf(InputException.class)
            .hasMessageContaining("2147483647 particles").hasMessageContaining("6871.95 GB of memory")
            .hasMessageContaining("'Number of particles'");

        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(2000);
    }
}
