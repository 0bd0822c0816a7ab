// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scorewalk.engine.sampling.Plans.GAUSSIAN;
import static org.scorewalk.engine.sampling.Plans.RING;
import static org.scorewalk.engine.sampling.Plans.plan;
import static org.scorewalk.engine.sampling.Plans.ula;

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
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.StandardNormalDensity;
import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.engine.expression.ExpressionModel;
import org.scorewalk.engine.expression.Parameter;
import org.scorewalk.engine.kernel.KernelSettings;
import org.scorewalk.engine.kernel.ParticleBlock;
import org.scorewalk.engine.random.RandomStreams;

/** The sampler can be canceled at once, takes little memory, and none while it runs. */
class SamplerResourcesTest {

    private static final Density REGRESSION = new ExpressionDensity(new ExpressionModel("std_normal(a) + std_normal(b)",
        "normal($y$ | a + b * $x$, 1)", List.of(Parameter.real("a"), Parameter.real("b")), Map.of(), List.of("x", "y"),
        List.of(new double[200], new double[200])));

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void cancelTakesEffectWithin200MillisecondsAndNoThreadWorksOn(final int threads) throws InterruptedException {
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
                for (int i = 0; i < 300 && isAtWork(); i++) { // a thread needs a moment to come to rest
                    Thread.sleep(10);
                }
                assertThat(isAtWork()).isFalse();
                assertThat(monitor.m_messages).isNotEmpty().last().asString().contains("particle-steps/s")
                    .contains(" left");
            }
            assertThat(milliseconds).isLessThanOrEqualTo(200);
        }
    }

    private static boolean isAtWork() {
        return Thread.getAllStackTraces().keySet().stream()
            .anyMatch(t -> t.getName().startsWith("scorewalk-") && t.getState() == Thread.State.RUNNABLE);
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
