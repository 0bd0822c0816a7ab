// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scoreapply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.scorewalk.engine.density.BlockScore;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.density.NoiseLevels;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.engine.expression.ExpressionModel;
import org.scorewalk.engine.expression.Parameter;
import org.scorewalk.engine.scorelearning.LearnedDensity;
import org.scorewalk.engine.transform.Interval;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;

class ScoreFunctionApplyNodeTest extends ExecutionTestBase {

    private static final Density RING = new RingDensity(1, 2, 0, 0, 0.1);

    private static final DataTableSpec POINTS =
        SmallTables.spec("name", StringCell.TYPE, "y", DoubleCell.TYPE, "x", DoubleCell.TYPE);

    private static DataTableSpec configure(final ScoreFunctionApplyParameters parameters, final Density density,
        final DataTableSpec table) throws InvalidSettingsException {
        final var call = NodeCall.configure(parameters, new ScoreFunctionPortObject(density).getSpec(), table);
        ScoreFunctionApplyNode.configure(call, call);
        return call.outSpec(0);
    }

    private BufferedDataTable execute(final ScoreFunctionApplyParameters parameters, final Density density,
        final BufferedDataTable table) throws CanceledExecutionException, KNIMEException {
        final var call = NodeCall.execute(parameters, context(), new ScoreFunctionPortObject(density), table);
        ScoreFunctionApplyNode.execute(call, call);
        return call.outData(0);
    }

    @Test
    void columnsAreFoundByNameAndRowsKept() throws Exception {
        final var rows = new Object[600][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = new Object[]{"row" + k, k / 100.0, 1 - k / 200.0};
        }
        rows[7][1] = null;
        final var parameters = new ScoreFunctionApplyParameters();
        parameters.validate();
        final var result = execute(parameters, RING, SmallTables.table(context(), POINTS, rows));

        assertThat(configure(parameters, RING, POINTS).equalStructure(result.getDataTableSpec())).isTrue();
        assertThat(result.getDataTableSpec().getColumnNames()).containsExactly("name", "y", "x", "log density",
            "score(x)", "score(y)");
        assertThat(SmallTables.texts(result, "name").get(599)).isEqualTo("row599");
        for (final int k : new int[]{0, 1, 255, 256, 599}) {
            final var x = 1 - k / 200.0;
            final var y = k / 100.0;
            assertThat(SmallTables.numbers(result, "log density")[k]).isCloseTo(RING.logDensity(x, y), within(1e-12));
            assertThat(SmallTables.numbers(result, "score(x)")[k]).isCloseTo(RING.score(x, y)[0], within(1e-12));
            assertThat(SmallTables.numbers(result, "score(y)")[k]).isCloseTo(RING.score(x, y)[1], within(1e-12));
        }
        assertThat(SmallTables.numbers(result, "log density")[7]).isNaN();
        assertThat(SmallTables.numbers(result, "score(x)")[7]).isNaN();
    }

    /** A ring that counts the evaluators made of it. */
    private static final class Counting implements Density {
        private int m_made;

        @Override
        public DensityDocument document() {
            return RING.document();
        }

        @Override
        public void score(final double[][] x, final int n, final double[][] out) {
            throw new AssertionError("The score of a block is asked of its evaluator.");
        }

        @Override
        public BlockScore blockScore(final int capacity) {
            m_made++;
            return RING.blockScore(capacity);
        }

        @Override
        public void logDensity(final double[][] x, final int n, final double[] out) {
            RING.logDensity(x, n, out);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, true", "true, false"})
    void oneEvaluatorServesAllRows(final boolean log, final boolean score) throws Exception {
        final var rows = new Object[600][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = new Object[]{"row" + k, k / 100.0, 1 - k / 200.0};
        }
        final var parameters = new ScoreFunctionApplyParameters();
        parameters.m_appendLogDensity = log;
        parameters.m_appendScore = score;
        final var density = new Counting();
        final var result = execute(parameters, density, SmallTables.table(context(), POINTS, rows));

        assertThat(density.m_made).isEqualTo(score ? 1 : 0);
        if (log) {
            assertThat(SmallTables.numbers(result, "log density")[599]).isEqualTo(RING.logDensity(1 - 2.995, 5.99));
        }
        if (score) {
            assertThat(SmallTables.numbers(result, "score(y)")[599]).isEqualTo(RING.score(1 - 2.995, 5.99)[1]);
        }
    }

    @Test
    void boundedParametersHaveTheirOwnDensityAndScore() throws Exception {
        final var density = new ExpressionDensity(new ExpressionModel("gamma(s | 3, 2) + beta(p | 2, 5) - (u - 1)^2",
            List.of(new Parameter("s", 0, new Interval(0, Double.POSITIVE_INFINITY)),
                new Parameter("p", 0, new Interval(0, 1)),
                new Parameter("u", 0, new Interval(Double.NEGATIVE_INFINITY, 2))), Map.of()));
        final var table = SmallTables.table(context(), SmallTables.doubles("s", "p", "u"),
            new Object[]{1.5, 0.3, -0.5}, new Object[]{-1.0, 0.3, 0.0});
        final var result = execute(new ScoreFunctionApplyParameters(), density, table);

        // log of 2^3 s^2 e^(-2s) / 2 and of 30 p (1-p)^4
        final var expected = Math.log(4 * 2.25) - 3 + Math.log(30 * 0.3 * Math.pow(0.7, 4)) - 2.25;
        assertThat(SmallTables.numbers(result, "log density")[0]).isCloseTo(expected, within(1e-12));
        assertThat(SmallTables.numbers(result, "score(s)")[0]).isCloseTo(2 / 1.5 - 2, within(1e-12));
        assertThat(SmallTables.numbers(result, "score(p)")[0]).isCloseTo(1 / 0.3 - 4 / 0.7, within(1e-12));
        assertThat(SmallTables.numbers(result, "score(u)")[0]).isCloseTo(3, within(1e-12));
        assertThat(SmallTables.numbers(result, "log density")[1]).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(SmallTables.numbers(result, "score(p)")[1]).isNaN();
    }

    @Test
    void whatIsAppendedCanBeChosenAndWrongInputsAreRefused() throws Exception {
        final var parameters = new ScoreFunctionApplyParameters();
        parameters.m_appendScore = false;
        assertThat(configure(parameters, RING, POINTS).getColumnNames()).containsExactly("name", "y", "x",
            "log density");
        assertThatThrownBy(() -> configure(parameters, RING, SmallTables.doubles("x", "y", "log density")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("'log density' already");
        assertThatThrownBy(() -> configure(parameters, RING, SmallTables.doubles("x")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("'y'");
        parameters.m_columns = new ColumnFilter(new String[]{"x"});
        assertThatThrownBy(() -> configure(parameters, RING, POINTS)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("2 coordinates").hasMessageContaining("1 columns");
        parameters.m_appendLogDensity = false;
        assertThatThrownBy(parameters::validate).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("Nothing is appended");
    }

    @Test
    void aLearnedScoreFunctionHasNoLogDensityWhichIsSaidAtConfigure() throws Exception {
        final var learned = ScoreFunctionPortObjectSpec
            .incomplete(LearnedDensity.describe(List.of("x", "y"), new NoiseLevels(5, 0.02, 20), 128, 128));
        final var parameters = new ScoreFunctionApplyParameters();
        final var call = NodeCall.configure(parameters, learned, POINTS);
        assertThatThrownBy(() -> ScoreFunctionApplyNode.configure(call, call))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("no log-density")
            .hasMessageContaining("'Append log-density'");
        parameters.m_appendLogDensity = false;
        ScoreFunctionApplyNode.configure(call, call);
        assertThat(call.<DataTableSpec> outSpec(0).containsName("score(x)")).isTrue();
    }
}
