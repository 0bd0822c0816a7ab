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
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.density.StandardNormalDensity;
import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.engine.expression.Parameter;
import org.scorewalk.engine.expression.ExpressionModel;
import org.scorewalk.engine.kernel.Metric;
import org.scorewalk.engine.kernel.StepSchedule;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.engine.transform.Interval;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.langevin.LangevinSamplerParameters.Keep;
import org.scorewalk.nodes.langevin.LangevinSamplerParameters.Start;
import org.scorewalk.nodes.langevin.RunParameters.StepSizeMode;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;

class LangevinSamplerNodeTest extends ExecutionTestBase {

    private static final Density RING = new RingDensity(1.5, 1.5, 0, 0, 0.033);

    private static final Density GAUSSIAN =
        new GaussianDensity(new double[]{1, 1}, new double[][]{{1, 0.9}, {0.9, 1}}, List.of());

    private static NodeCall configure(final LangevinSamplerParameters parameters, final Density density,
        final DataTableSpec... table) throws InvalidSettingsException {
        final var specs = new PortObjectSpec[1 + table.length];
        specs[0] = ScoreFunctionPortObjectSpec.of(density);
        System.arraycopy(table, 0, specs, 1, table.length);
        final var call = NodeCall.configure(parameters, specs);
        LangevinSamplerNode.configure(call, call);
        return call;
    }

    private NodeCall execute(final LangevinSamplerParameters parameters, final Density density,
        final PortObject... table)
        throws CanceledExecutionException, KNIMEException {
        final var objects = new PortObject[1 + table.length];
        objects[0] = new ScoreFunctionPortObject(density);
        System.arraycopy(table, 0, objects, 1, table.length);
        final var call = NodeCall.execute(parameters, context(), objects);
        LangevinSamplerNode.execute(call, call);
        return call;
    }

    private static RunParameters run(final int steps, final double stepSize) {
        final var run = new RunParameters();
        run.m_steps = steps;
        run.m_stepSize = stepSize;
        return run;
    }

    private static LangevinSamplerParameters parameters(final int particles, final RunParameters... runs) {
        final var parameters = new LangevinSamplerParameters();
        parameters.m_particles = particles;
        parameters.m_runs = runs;
        return parameters;
    }

    @Test
    void theDefaultsGiveTheRingOfTheFirstWorkflow() throws Exception {
        final var parameters = new LangevinSamplerParameters();
        parameters.validate();
        final DataTableSpec announced = configure(parameters, RING).outSpec(0);
        final var call = execute(parameters, RING);
        final BufferedDataTable particles = call.outData(0);

        assertThat(announced.getColumnNames()).containsExactly("run", "step", "particle", "x", "y");
        assertThat(particles.getDataTableSpec().equalStructure(announced)).isTrue();
        assertThat(particles.size()).isEqualTo(110_000);
        assertThat(call.warning()).isNull();
        final var rows = SmallTables.rows(particles);
        double sum = 0;
        for (final var row : rows.subList(100_000, 110_000)) {
            assertThat(((IntCell)row.getCell(1)).getIntValue()).isEqualTo(10);
            sum += Math.hypot(((DoubleCell)row.getCell(3)).getDoubleValue(),
                ((DoubleCell)row.getCell(4)).getDoubleValue());
        }
        assertThat(sum / 10_000 / 1.5).isCloseTo(1.009, within(0.009));
        assertThat(rows.get(109_999).getKey().getString()).isEqualTo("Row109999");
    }

    @Test
    void rowsAreOrderedByRunStepAndParticleAndCountFromOne() throws Exception {
        final var particles = execute(parameters(2, run(1, 0.01), run(2, 0.02)), RING)
            .<BufferedDataTable> outData(0);

        assertThat(SmallTables.numbers(particles, "run")).containsExactly(1, 1, 1, 1, 2, 2, 2, 2, 2, 2);
        assertThat(SmallTables.numbers(particles, "step")).containsExactly(0, 0, 1, 1, 0, 0, 1, 1, 2, 2);
        assertThat(SmallTables.numbers(particles, "particle")).containsExactly(1, 2, 1, 2, 1, 2, 1, 2, 1, 2);
    }

    @Test
    void specsAreCompleteWithDomains() throws Exception {
        final var parameters = parameters(7, run(30, 0.01), run(20, 0.02));
        parameters.m_keep = Keep.EVERY;
        parameters.m_burnIn = 5;
        parameters.m_thinning = 10;
        parameters.m_keepStart = false;
        final DataTableSpec spec = configure(parameters, GAUSSIAN).outSpec(0);

        assertThat(spec.getColumnNames()).containsExactly("run", "step", "particle", "x1", "x2");
        assertThat(bounds(spec, "run")).isEqualTo("1..2");
        assertThat(bounds(spec, "step")).isEqualTo("15..25");
        assertThat(bounds(spec, "particle")).isEqualTo("1..7");
        final var table = execute(parameters, GAUSSIAN).<BufferedDataTable> outData(0);
        assertThat(bounds(table.getDataTableSpec(), "run")).isEqualTo("1..2");
        assertThat(bounds(table.getDataTableSpec(), "step")).isEqualTo("15..25");
        assertThat(bounds(table.getDataTableSpec(), "particle")).isEqualTo("1..7");
    }

    private static String bounds(final DataTableSpec spec, final String column) {
        final var domain = spec.getColumnSpec(column).getDomain();
        return domain.getLowerBound() + ".." + domain.getUpperBound();
    }

    @Test
    void runsTableHasOneRowARun() throws Exception {
        final var exact = run(50, 1);
        exact.m_algorithm = Algorithm.EXACT;
        final var parameters = parameters(2000, run(40, 0.15), exact);
        parameters.m_keep = Keep.LAST;
        parameters.m_keepStart = false;
        final DataTableSpec spec = configure(parameters, GAUSSIAN).outSpec(1);
        final var call = execute(parameters, GAUSSIAN);
        final BufferedDataTable runs = call.outData(1);

        assertThat(spec.getColumnNames())
            .containsExactly("run", "algorithm", "steps", "step size", "particles", "status",
            "mean(x1)", "mean(x2)", "cov(x1,x1)", "cov(x1,x2)", "cov(x2,x2)", "seconds", "particle-steps/s", "rows");
        assertThat(runs.getDataTableSpec().equalStructure(spec)).isTrue();
        assertThat(SmallTables.texts(runs, "algorithm")).containsExactly("Langevin", "Exact draws");
        assertThat(SmallTables.numbers(runs, "run")).containsExactly(1, 2);
        assertThat(SmallTables.numbers(runs, "steps")).containsExactly(40, 50);
        assertThat(SmallTables.numbers(runs, "step size")).containsExactly(0.15, Double.NaN);
        assertThat(SmallTables.numbers(runs, "particles")).containsExactly(2000, 2000);
        assertThat(SmallTables.texts(runs, "status")).containsExactly("ok", "ok");
        assertThat(SmallTables.numbers(runs, "rows")).containsExactly(2000, 2000);
        assertThat(SmallTables.numbers(runs, "cov(x1,x2)")[1]).isCloseTo(0.9, within(6 * Math.sqrt(1.81 / 2000)));
        assertThat(SmallTables.numbers(runs, "seconds")[0]).isPositive();
        assertThat(SmallTables.numbers(runs, "particle-steps/s")[0]).isPositive();
        // the summary is that of the rows
        final var table = call.<BufferedDataTable> outData(0);
        final var firstRun = Arrays.copyOf(SmallTables.numbers(table, "x1"), 2000);
        assertThat(SmallTables.numbers(runs, "mean(x1)")[0])
            .isCloseTo(Arrays.stream(firstRun).average().orElseThrow(), within(1e-12));
    }

    @Test
    void stepSizesOfTheirOwnGetColumnsOfTheirOwn() throws Exception {
        final var own = run(5, Double.NaN); // hidden options do not count
        own.m_stepSizeMode = StepSizeMode.PER_COORDINATE;
        own.m_stepSizes = "0.01, 0.1";
        final var parameters = parameters(10, own, run(5, 0.02));
        parameters.validate();
        final DataTableSpec spec = configure(parameters, RING).outSpec(1);
        final var runs = execute(parameters, RING).<BufferedDataTable> outData(1);

        assertThat(spec.getColumnNames()).contains("step size(x)", "step size(y)").doesNotContain("step size");
        assertThat(SmallTables.numbers(runs, "step size(x)")).containsExactly(0.01, 0.02);
        assertThat(SmallTables.numbers(runs, "step size(y)")).containsExactly(0.1, 0.02);
    }

    @Test
    void manyCoordinatesHaveVariancesOnly() throws Exception {
        final DataTableSpec spec =
            configure(parameters(1, run(1, 0.1)), new StandardNormalDensity(17, List.of())).outSpec(1);

        assertThat(spec.getColumnNames()).contains("cov(x17,x17)").doesNotContain("cov(x1,x2)");
    }

    @Test
    void aStartTablesRowsAreTheParticles() throws Exception {
        final var spec = SmallTables.spec("y", DoubleCell.TYPE, "label", StringCell.TYPE, "x", IntCell.TYPE);
        final var table = SmallTables.table(context(), spec, new Object[]{0.5, "a", 1}, new Object[]{-0.5, "b", 2},
            new Object[]{0.25, "c", 3});
        final var parameters = parameters(99, run(1, 0.01));
        final var call = configure(parameters, RING, spec);
        final var particles = execute(parameters, RING, table).<BufferedDataTable> outData(0);

        assertThat(call.<DataTableSpec> outSpec(0).getColumnSpec("particle").getDomain().hasBounds()).isFalse();
        assertThat(particles.size()).isEqualTo(6);
        // found by the names of the ring's coordinates, not by the order of the table
        assertThat(Arrays.copyOf(SmallTables.numbers(particles, "x"), 3)).containsExactly(1, 2, 3);
        assertThat(Arrays.copyOf(SmallTables.numbers(particles, "y"), 3)).containsExactly(0.5, -0.5, 0.25);
    }

    @Test
    void namesComeFromTheStartTableWhereTheDensityHasNone() throws Exception {
        final var spec = SmallTables.doubles("a", "b", "c");
        final var parameters = parameters(1, run(1, 0.01));
        parameters.m_startColumns = new ColumnFilter(new String[]{"c", "a"});

        final DataTableSpec particles = configure(parameters, GAUSSIAN, spec).outSpec(0);

        assertThat(particles.getColumnNames()).containsExactly("run", "step", "particle", "a", "c");
        final DataTableSpec runs = configure(parameters, GAUSSIAN, spec).outSpec(1);
        assertThat(runs.getColumnNames()).contains("mean(a)", "cov(a,c)");
    }

    @Test
    void aTableOfParticlesCanBeGoneOnWith() throws Exception {
        final var first = parameters(5, run(3, 0.01));
        first.m_keep = Keep.LAST;
        first.m_keepStart = false;
        final var particles = execute(first, GAUSSIAN).<BufferedDataTable> outData(0);

        final var next = execute(parameters(1, run(1, 0.01)), GAUSSIAN, particles)
            .<BufferedDataTable> outData(0);

        assertThat(Arrays.copyOf(SmallTables.numbers(next, "x2"), 5))
            .containsExactly(SmallTables.numbers(particles, "x2"));
    }

    @Test
    void unsuitableStartTablesAreRefused() {
        final var parameters = parameters(1, run(1, 0.01));

        assertThatThrownBy(() -> configure(parameters, GAUSSIAN, SmallTables.doubles("a", "b", "c")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("2 coordinates")
            .hasMessageContaining("'a', 'b', 'c'");
        assertThatThrownBy(() -> configure(parameters, GAUSSIAN, SmallTables.spec("s", StringCell.TYPE)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("0 columns");
        assertThatThrownBy(() -> execute(parameters, RING, SmallTables.table(context(), SmallTables.doubles("x", "y"))))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> execute(parameters, RING, SmallTables.table(context(), SmallTables.doubles("x", "y"),
            new Object[]{1.0, 1.0}, new Object[]{1.0, null}))).isInstanceOf(KNIMEException.class)
                .hasMessageContaining("'y'").hasMessageContaining("'Row1'");
        parameters.m_startColumns = new ColumnFilter(new String[]{"x", "gone"});
        assertThatThrownBy(() -> configure(parameters, RING, SmallTables.doubles("x", "y")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("'gone'");
        parameters.m_startColumns = new ColumnFilter(new String[]{"x", "s"});
        assertThatThrownBy(
            () -> configure(parameters, RING, SmallTables.spec("x", DoubleCell.TYPE, "s", StringCell.TYPE)))
                .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("'s'")
                .hasMessageContaining("no numbers");
    }

    @Test
    void particlesStartWhereTheOptionsSay() throws Exception {
        final var parameters = parameters(4, run(1, 0.01));
        parameters.m_start = Start.POINT;
        parameters.m_startPoint = "2, 3";
        assertThat(Arrays.copyOf(SmallTables.numbers(execute(parameters, RING).outData(0), "y"), 4)).containsOnly(3);
        parameters.m_start = Start.NORMAL;
        parameters.m_startMean = "7";
        parameters.m_startDeviation = "0, 1";
        final BufferedDataTable table = execute(parameters, RING).outData(0);
        assertThat(Arrays.copyOf(SmallTables.numbers(table, "x"), 4)).containsOnly(7);
        assertThat(Arrays.copyOf(SmallTables.numbers(table, "y"), 4)).doesNotContain(7).doesNotHaveDuplicates();
    }

    @Test
    void theSeedDecides() throws Exception {
        final var parameters = parameters(100, run(3, 0.01));
        final var first = SmallTables.numbers(execute(parameters, RING).outData(0), "x");
        final var again = SmallTables.numbers(execute(parameters, RING).outData(0), "x");
        parameters.m_seed = 43;
        final var other = SmallTables.numbers(execute(parameters, RING).outData(0), "x");

        assertThat(again).containsExactly(first);
        assertThat(other).isNotEqualTo(first);
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

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 0, Double.NaN, Double.POSITIVE_INFINITY})
    void impossibleStepSizesAreRefused(final double stepSize) {
        assertThatThrownBy(() -> parameters(1, run(1, stepSize)).validate())
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("step size is " + stepSize);
        assertThatThrownBy(() -> parameters(1, run(1, 0.1), run(1, stepSize)).validate())
            .isInstanceOf(InvalidSettingsException.class).hasMessageStartingWith("Run 2:");
    }

    @Test
    void otherImpossibleOptionsAreRefused() {
        assertInvalid(parameters(0, run(1, 0.1)), "number of particles is 0");
        assertInvalid(parameters(1), "no run");
        assertInvalid(parameters(1, run(0, 0.1)), "number of steps is 0");
        final var parameters = parameters(1, run(1, 0.1));
        parameters.m_burnIn = -1;
        assertInvalid(parameters, "burn-in");
        parameters.m_burnIn = 0;
        parameters.m_keep = Keep.EVERY;
        parameters.m_thinning = 0;
        assertInvalid(parameters, "thinning");
        parameters.m_keep = Keep.CHOSEN;
        parameters.m_chosenSteps = "1, two";
        assertInvalid(parameters, "'two'");
        parameters.m_chosenSteps = "-1";
        assertInvalid(parameters, "-1");
        parameters.m_keep = Keep.ALL;
        parameters.m_start = Start.NORMAL;
        parameters.m_startDeviation = "-1";
        assertInvalid(parameters, "standard deviation");
        parameters.m_start = Start.POINT;
        parameters.m_startPoint = "here";
        assertInvalid(parameters, "'Start point'");
        final var own = run(1, 0.1);
        own.m_stepSizeMode = StepSizeMode.PER_COORDINATE;
        own.m_stepSizes = "0.1, -0.1";
        assertInvalid(parameters(1, own), "-0.1");
    }

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

    @Test
    void boundedParametersAreShownWithinTheirBounds() throws Exception {
        final var density = new ExpressionDensity(new ExpressionModel("gamma(s | 4, 2)",
            List.of(new Parameter("s", 0, new Interval(0, Double.POSITIVE_INFINITY))), Map.of()));
        final var run = run(300, 0.3);
        run.m_algorithm = Algorithm.HMC;
        final var parameters = parameters(500, run);
        parameters.m_start = LangevinSamplerParameters.Start.POINT;
        parameters.m_startPoint = "2.5";
        parameters.m_burnIn = 50;
        final var call = execute(parameters, density);
        final var s = SmallTables.numbers(call.outData(0), "s");

        assertThat(s[0]).isCloseTo(2.5, within(1e-12));
        assertThat(Arrays.stream(s)).allMatch(v -> v > 0);
        // mean 4/2, standard error of 500 chains about 0.01; variance 4/4
        assertThat(SmallTables.numbers(call.outData(1), "mean(s)")[0]).isCloseTo(2, within(0.05));
        assertThat(SmallTables.numbers(call.outData(1), "cov(s,s)")[0]).isCloseTo(1, within(0.1));
        parameters.m_startPoint = "-1";
        assertThatThrownBy(() -> execute(parameters, density)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("must lie between 0.0");
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
    void aStepSizeCloseToTheBoundIsPointedOutBeforeAndAfter() throws Exception {
        final var parameters = parameters(10, run(20, 0.17));

        assertThat(configure(parameters, GAUSSIAN).warning()).contains("0.17 of run 1 is close to the stable bound 0.2");
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

    @Test
    void stochasticGradientsSampleAPosterior() throws Exception {
        final var y = new double[500];
        Arrays.setAll(y, i -> 2 + Math.sin(i) * Math.sqrt(2)); // mean 2 and variance 1
        final var density = new ExpressionDensity(new ExpressionModel("normal(m | 0, 10)", "normal($y$ | m, 1)",
            List.of(Parameter.real("m")), Map.of(), List.of("y"), List.of(y)));
        final var run = run(1500, 2e-4);
        run.m_algorithm = Algorithm.SGLD;
        run.m_batchSize = 50;
        run.m_schedule = StepSchedule.POLYNOMIAL;
        final var parameters = parameters(200, run);
        parameters.m_burnIn = 500;
        final var call = execute(parameters, density);

        assertThat(call.warning()).isNull();
        // posterior variance 1/500; the batches widen it by at most h V / 2 = 0.9 * 2e-4 * 500^2 / 50 / 2 = 45 %
        assertThat(SmallTables.numbers(call.outData(1), "mean(m)")[0]).isCloseTo(2, within(0.01));
        assertThat(SmallTables.numbers(call.outData(1), "cov(m,m)")[0] * 500).isBetween(1.05, 1.45);
    }

    private static void assertInvalid(final LangevinSamplerParameters parameters, final String part) {
        assertThatThrownBy(parameters::validate).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining(part);
    }

    @Test
    void whatDoesNotFitTheDensityIsRefusedWhenConfigured() {
        final var own = run(1, 0.1);
        own.m_stepSizeMode = StepSizeMode.PER_COORDINATE;
        own.m_stepSizes = "0.1, 0.1, 0.1";
        assertThatThrownBy(() -> configure(parameters(1, own), RING)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("3 step sizes").hasMessageContaining("2 coordinates");
        final var start = parameters(1, run(1, 0.1));
        start.m_start = Start.POINT;
        start.m_startPoint = "1 2 3";
        assertThatThrownBy(() -> configure(start, RING)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'Start point' has 3 numbers");
        final var nothing = parameters(1, run(10, 0.1));
        nothing.m_keepStart = false;
        nothing.m_burnIn = 10;
        assertThatThrownBy(() -> configure(nothing, RING)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("none of them is kept");
        final var call = NodeCall.configure(parameters(1, run(1, 0.1)), (PortObjectSpec)null);
        assertThatThrownBy(() -> LangevinSamplerNode.configure(call, call)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("not known yet");
    }

    @Test
    void anIncompleteScoreFunctionIsEnoughToConfigure() throws Exception {
        final var call = NodeCall.configure(parameters(5, run(1, 0.5)),
            ScoreFunctionPortObjectSpec.incomplete(GaussianDensity.announce(2, List.of("u", "v"))));
        LangevinSamplerNode.configure(call, call);

        assertThat(call.<DataTableSpec> outSpec(0).getColumnNames())
            .containsExactly("run", "step", "particle", "u", "v");
        assertThat(call.warning()).isNull();
    }

    @Test
    void cancelStopsTheNode() {
        final var parameters = parameters(100_000, run(1_000_000, 0.01));
        parameters.m_keep = Keep.LAST;
        final var canceler = new Thread(() -> {
            try {
                Thread.sleep(300); // NOSONAR the node needs time to get going
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            execution().cancel();
        });
        canceler.start();
        final long start = System.nanoTime();

        assertThatThrownBy(() -> execute(parameters, RING)).isInstanceOf(CanceledExecutionException.class);

        assertThat((System.nanoTime() - start) * 1e-9).isBetween(0.1, 0.7);
        Thread.interrupted();
    }
}
