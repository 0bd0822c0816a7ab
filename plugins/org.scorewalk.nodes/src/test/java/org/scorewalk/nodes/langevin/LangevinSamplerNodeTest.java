// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.StandardNormalDensity;
import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.engine.expression.ExpressionModel;
import org.scorewalk.engine.expression.Parameter;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.engine.transform.Interval;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.langevin.LangevinSamplerParameters.Keep;
import org.scorewalk.nodes.langevin.LangevinSamplerParameters.Start;
import org.scorewalk.nodes.langevin.RunParameters.StepSizeMode;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;

/** The tables of the Langevin Sampler, announced and made. */
class LangevinSamplerNodeTest extends LangevinSamplerTestBase {

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
        cancelAfter(300);
        final long start = System.nanoTime();

        assertThatThrownBy(() -> execute(parameters, RING)).isInstanceOf(CanceledExecutionException.class);

        assertThat((System.nanoTime() - start) * 1e-9).isBetween(0.1, 0.7);
        Thread.interrupted();
    }
}
