// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.ProductDensity;
import org.scorewalk.engine.density.TemperedDensity;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.engine.sampling.InitialState;
import org.scorewalk.engine.sampling.KeptSteps;
import org.scorewalk.engine.sampling.RunPlan;
import org.scorewalk.engine.sampling.Sampler;
import org.scorewalk.engine.sampling.SamplingPlan;

/** A cancel stops within one evaluation, if that takes long. */
class CancelTest {

    private static final int ROWS = 3_000_000;

    /** Less than the 200 ms within which a cancel takes effect. */
    private static final long LONGEST = 150_000_000;

    private static Density data;

    /** Sees how much processor time passes between two looks for a cancel, and cancels at a given look. */
    private static final class Watch implements Monitor {

        private final long m_last;

        private long m_checks;

        private long m_before = now();

        private long m_longest;

        Watch(final long last) {
            m_last = last;
        }

        static long now() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        @Override
        public void report(final double fraction, final Supplier<String> message) {
            // nobody listens
        }

        @Override
        public synchronized void check() {
            m_longest = Math.max(m_longest, now() - m_before);
            if (++m_checks >= m_last) {
                throw new CancellationException();
            }
            m_before = now();
        }
    }

    @BeforeAll
    static void makeData() {
        final var y = new double[ROWS];
        Arrays.setAll(y, i -> i % 7);
        final var x = new double[ROWS];
        Arrays.setAll(x, i -> (i % 1000) / 1000.0);
        // lgamma and its derivative are among the slowest functions there are
        data = new ExpressionDensity(new ExpressionModel("std_normal(a) + std_normal(b) + std_normal(c)",
            "neg_binomial_2($y$ | exp(a + b * $x$), exp(c + $x$ * a))",
            List.of(Parameter.real("a"), Parameter.real("b"), Parameter.real("c")), Map.of(), List.of("x", "y"),
            List.of(x, y)));
    }

    @Test
    void theWayToTheNextLookIsShort() {
        final var watch = new Watch(60);
        final var x = new double[3][4];

        assertThatThrownBy(() -> data.watchedBy(watch).blockEvaluation(4).evaluate(x, 4, new double[4],
            new double[3][4])).isInstanceOf(CancellationException.class);
        assertThat(watch.m_checks).isEqualTo(60);
        assertThat(watch.m_longest).as("nanoseconds of processor time between two looks").isLessThan(LONGEST);
    }

    @Test
    void valuesAndScoresAloneAreCanceledToo() {
        final var x = new double[3][2];
        assertThatThrownBy(() -> data.watchedBy(new Watch(2)).logDensity(x, 2, new double[2]))
            .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> data.watchedBy(new Watch(2)).score(x, 2, new double[3][2]))
            .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> data.watchedBy(new Watch(2)).blockScore(2).score(x, 2, new double[3][2]))
            .isInstanceOf(CancellationException.class);
    }

    /** Each thread of a sampler asks for one. */
    @Test
    void whatIsMadeOfOthersIsCanceledTooAndDoesNotCopyTheData() {
        final var x = new double[3][2];
        for (final var density : List.of(TemperedDensity.of(data, 2), ProductDensity.of(List.of(data, data)))) {
            final var watched = density.watchedBy(new Watch(2));

            assertThatThrownBy(() -> watched.logDensity(x, 2, new double[2]))
                .isInstanceOf(CancellationException.class);
            assertThat(watched.document()).isSameAs(density.document());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ULA", "MALA", "UNDERDAMPED", "HMC", "NUTS"})
    void everyAlgorithmHandsTheMonitorOn(final String algorithm) {
        final var plan = new SamplingPlan(data, List.of(new RunPlan(Algorithm.valueOf(algorithm), 3, 1e-4)), 2,
            InitialState.point(0, 0, 0), KeptSteps.last(false), 1);
        final var watch = new Watch(25);

        assertThatThrownBy(() -> Sampler.run(plan, (run, step, first, x, n) -> { }, watch, 1))
            .isInstanceOf(CancellationException.class);
        assertThat(watch.m_checks).isEqualTo(25);
        assertThat(watch.m_longest).as("nanoseconds of processor time between two looks").isLessThan(LONGEST);
    }

    @Test
    void longExpressionsAreCanceledWithinABlock() {
        final var terms = new StringBuilder("x");
        for (int i = 0; i < 2000; i++) {
            terms.append(" + sin(x + ").append(i).append(")*lgamma(2 + x^2*").append(i + 1).append(")");
        }
        final var density = new ExpressionDensity(new ExpressionModel(terms.toString(), List.of(Parameter.real("x")),
            Map.of()));
        final var watch = new Watch(5);

        assertThatThrownBy(() -> density.watchedBy(watch).blockScore(1024).score(new double[1][1024], 1024,
            new double[1][1024])).isInstanceOf(CancellationException.class);
        assertThat(watch.m_longest).isLessThan(LONGEST);
    }
}
