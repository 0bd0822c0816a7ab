// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.ProductDensity;
import org.scorewalk.engine.density.StandardNormalDensity;
import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.engine.expression.ExpressionModel;
import org.scorewalk.engine.expression.Parameter;
import org.scorewalk.engine.kernel.Metric;
import org.scorewalk.engine.kernel.StepSchedule;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;

/** The algorithms of the Langevin Sampler, what they need, and what it says of their steps. */
class LangevinSamplerAlgorithmTest extends LangevinSamplerTestBase {

    @Test
    void everyAlgorithmOfTheEngineIsOfferedAndRuns() throws Exception {
        assertThat(new RunParameters.AlgorithmChoices().computeState(null)).hasSize(Algorithm.values().length);
        for (final var algorithm : Algorithm.values()) {
            if (algorithm.needsDataTerm() || algorithm.isAnnealed()) {
                continue; // not for this density, see other tests
            }
            final var run = run(40, 0.05);
            run.m_algorithm = algorithm;
            run.m_warmup = 20;
            final var parameters = parameters(200, run);
            parameters.m_burnIn = 20;
            final var call = execute(parameters, new StandardNormalDensity(2, List.of()));
            final BufferedDataTable runs = call.outData(1);

            assertThat(SmallTables.texts(runs, "algorithm")).containsExactly(algorithm.label());
            assertThat(SmallTables.texts(runs, "status")).containsExactly("ok");
            assertThat(runs.getDataTableSpec().containsName("acceptance")).isEqualTo(algorithm.isAdjusted());
            assertThat(runs.getDataTableSpec().containsName("adapted step size(x1)")).isEqualTo(algorithm.hasWarmup());
            if (algorithm.isAdjusted()) {
                assertThat(SmallTables.numbers(runs, "acceptance")[0]).isBetween(0.3, 0.999);
                assertThat(SmallTables.numbers(runs, "divergences")).containsExactly(0);
            }
            assertThat(Arrays.stream(SmallTables.numbers(call.outData(0), "x1"))).allMatch(Double::isFinite);
        }
    }

    @Test
    void aWarmUpThatIsRecordedIsPointedOutAndOneAsLongAsTheRunRefused() throws Exception {
        final var run = run(100, 0.1);
        run.m_algorithm = Algorithm.NUTS;
        run.m_warmup = 50;
        final var parameters = parameters(4, run);
        final var spec = new ScoreFunctionPortObject(new StandardNormalDensity(2, List.of())).getSpec();
        final var call = NodeCall.configure(parameters, spec);
        LangevinSamplerNode.configure(call, call);
        assertThat(call.warning()).contains("warm-up of run 1").contains("burn-in of 50 steps");

        parameters.m_burnIn = 50;
        final var quiet = NodeCall.configure(parameters, spec);
        LangevinSamplerNode.configure(quiet, quiet);
        assertThat(quiet.warning()).isNull();
        run.m_warmup = 100;
        assertInvalid(parameters, "warm-up has 100 steps");
    }

    private RunParameters adapted(final Algorithm algorithm, final Metric metric, final double target) {
        final var run = run(500, 0.05);
        run.m_algorithm = algorithm;
        run.m_warmup = 300;
        run.m_metric = metric;
        run.m_targetAcceptance = target;
        return run;
    }

    @Test
    void metricAndTargetReachTheAlgorithms() throws Exception {
        final var narrow = new GaussianDensity(new double[]{0, 0}, new double[][]{{1, 9.9}, {9.9, 100}}, List.of());
        final var parameters = parameters(100, adapted(Algorithm.MALA, Metric.DIAGONAL, 0),
            adapted(Algorithm.MALA, Metric.DENSE, 0.7), adapted(Algorithm.NUTS, Metric.DENSE, 0.95));
        parameters.validate();
        parameters.m_burnIn = 300;
        final var call = execute(parameters, narrow);
        final var acceptance = SmallTables.numbers(call.outData(1), "acceptance");

        assertThat(call.warning()).isNull();
        assertThat(acceptance[0]).isCloseTo(0.574, within(0.1));
        assertThat(acceptance[1]).isCloseTo(0.7, within(0.1));
        assertThat(acceptance[2]).isCloseTo(0.95, within(0.045));
        // chains of a dense metric are worth hundreds of draws each; with a diagonal one MALA has hardly moved
        final var covariances = SmallTables.numbers(call.outData(1), "cov(x1,x2)");
        assertThat(Arrays.stream(covariances).skip(1)).allMatch(c -> c > 8.8 && c < 11.5);
        // what the warm-up found: moves along the second coordinate, whose deviation is ten times as large, are wider
        final var along = SmallTables.numbers(call.outData(1), "adapted step size(x1)");
        final var across = SmallTables.numbers(call.outData(1), "adapted step size(x2)");
        assertThat(across[0] / along[0]).as("MALA's step is a variance").isBetween(30.0, 300.0);
        assertThat(across[2] / along[2]).as("that of NUTS is a length").isBetween(5.0, 20.0);
        parameters.m_runs[0].m_targetAcceptance = 1;
        assertInvalid(parameters, "target acceptance is 1.0");
    }

    @Test
    void unadjustedAlgorithmsLearnAMetricToo() throws Exception {
        for (final var algorithm : new Algorithm[]{Algorithm.ULA, Algorithm.UNDERDAMPED}) {
            final var covariances = new double[3];
            for (final var metric : Metric.values()) {
                final var run = run(150, 0.05);
                run.m_algorithm = algorithm;
                run.m_warmup = 100;
                run.m_metric = metric;
                final var parameters = parameters(100, run);
                parameters.m_burnIn = 100;
                final var call = execute(parameters, GAUSSIAN);
                assertThat(call.warning()).isNull();
                covariances[metric.ordinal()] = SmallTables.numbers(call.outData(1), "cov(x1,x2)")[0];
            }
            assertThat(covariances).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatMovesHardlyOrTooCautiouslyIsPointedOut() throws Exception {
        final var stuck = run(100, 30);
        stuck.m_algorithm = Algorithm.MALA;
        final var cautious = run(100, 1e-4);
        cautious.m_algorithm = Algorithm.HMC;
        final var cut = run(100, 0.01);
        cut.m_algorithm = Algorithm.NUTS;
        cut.m_maxDepth = 2;
        final var call = execute(parameters(20, stuck, cautious, cut), GAUSSIAN);
        assertThat(call.warning()).contains("Run 1 accepted only").contains("Run 2 accepted nearly all")
            .contains("Run 3 accepted nearly all").contains("one more warning");
        assertThat(execute(parameters(20, cut), GAUSSIAN).warning()).contains("were cut at the maximum tree depth");
    }

    @Test
    void unstableStepSizesAreReportedBeforeAndAfterAndTheOtherRunsGoOn() throws Exception {
        final var parameters = parameters(10, run(20, 0.15), run(2000, 0.5), run(20, 0.15));
        parameters.m_keepStart = false;
        final var before = configure(parameters, GAUSSIAN).warning();
        final var call = execute(parameters, GAUSSIAN);
        final BufferedDataTable runs = call.outData(1);

        assertThat(before).contains("Run 2").contains("0.5").contains("0.2").doesNotContain("Run 1")
            .doesNotContain("Run 3");
        assertThat(call.warning()).contains("Run 2").contains("below 0.2").contains("range of numbers");
        assertThat(SmallTables.texts(runs, "status")).containsExactly("ok", "diverged", "ok");
        assertThat(SmallTables.numbers(runs, "rows")[0]).isEqualTo(200);
        assertThat(SmallTables.numbers(runs, "rows")[1]).isBetween(2200.0, 2400.0);
        assertThat(Arrays.stream(SmallTables.numbers(call.outData(0), "x1")).boxed())
            .allSatisfy(value -> assertThat(value).isFinite());
    }

    @Test
    void aStepSizeCloseToTheBoundIsPointedOutBeforeAndAfter() throws Exception {
        final var parameters = parameters(10, run(20, 0.17));

        assertThat(configure(parameters, GAUSSIAN).warning())
            .contains("0.17 of run 1 is close to the stable bound 0.2");
        assertThat(execute(parameters, GAUSSIAN).warning()).contains("close to the stable bound 0.2");
    }

    @Test
    void stochasticGradientsNeedADataTerm() {
        final var run = run(10, 0.01);
        run.m_algorithm = Algorithm.SGLD;
        assertThatThrownBy(() -> configure(parameters(1, run), RING)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'Ring' has no data term").hasMessageContaining("run 1");
        run.m_batchSize = 0;
        assertInvalid(parameters(1, run), "batch size is 0");
    }

    private static ExpressionDensity expression(final String expression, final String dataTerm) {
        final var y = new double[500];
        Arrays.setAll(y, i -> 2 + Math.sin(i) * Math.sqrt(2)); // mean 2 and variance 1
        return new ExpressionDensity(new ExpressionModel(expression, dataTerm, List.of(Parameter.real("m")), Map.of(),
            List.of("y"), List.of(y)));
    }

    static List<Density> posteriors() {
        final var data = "normal($y$ | m, 1)";
        return List.of(expression("normal(m | 0, 10)", data),
            ProductDensity.of(List.of(expression("normal(m | 0, 10)", ""), expression("0", data))));
    }

    @ParameterizedTest
    @MethodSource("posteriors")
    void stochasticGradientsSampleAPosterior(final Density density) throws Exception {
        final var run = run(1500, 2e-4);
        run.m_algorithm = Algorithm.SGLD;
        run.m_batchSize = 50;
        run.m_schedule = StepSchedule.POLYNOMIAL;
        final var parameters = parameters(200, run);
        parameters.m_burnIn = 500;
        assertThat(configure(parameters, density).warning()).isNull();
        final var call = execute(parameters, density);

        assertThat(call.warning()).isNull();
        // posterior variance 1/500; the batches widen it by at most h V / 2 = 0.9 * 2e-4 * 500^2 / 50 / 2 = 45 %
        assertThat(SmallTables.numbers(call.outData(1), "mean(m)")[0]).isCloseTo(2, within(0.01));
        assertThat(SmallTables.numbers(call.outData(1), "cov(m,m)")[0] * 500).isBetween(1.05, 1.45);
    }
}
