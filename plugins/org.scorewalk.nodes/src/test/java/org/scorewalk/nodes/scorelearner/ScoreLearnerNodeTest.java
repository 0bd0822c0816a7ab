// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorelearner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.scorewalk.engine.density.Capability;
import org.scorewalk.engine.nn.Natives;
import org.scorewalk.engine.scorelearning.LearnedDensity;
import org.scorewalk.engine.scorelearning.ScoreSettings.Method;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;

class ScoreLearnerNodeTest extends ExecutionTestBase {

    private static final DataTableSpec SPEC = SmallTables.doubles("step", "height", "weight");

    private final ScoreLearnerParameters m_parameters = new ScoreLearnerParameters();

    @BeforeEach
    void makeItSmall() {
        m_parameters.m_hiddenLayers = "8, 6";
        m_parameters.m_trainingSteps = 30;
        m_parameters.m_batchSize = 64;
        m_parameters.m_lossEvery = 20;
    }

    private BufferedDataTable rows(final int count) {
        final var rows = new Object[count][];
        final var random = new Random(1);
        for (int i = 0; i < count; i++) {
            rows[i] = new Object[]{(double)i, 170 + 10 * random.nextGaussian(), 60 + 8 * random.nextGaussian()};
        }
        return SmallTables.table(context(), SPEC, rows);
    }

    private NodeCall configure(final PortObjectSpec... specs) throws InvalidSettingsException {
        final var call = NodeCall.configure(m_parameters, specs);
        ScoreLearnerNode.configure(call, call);
        return call;
    }

    private NodeCall execute(final PortObject... objects) throws CanceledExecutionException, KNIMEException {
        final var call = NodeCall.execute(m_parameters, context(), objects);
        ScoreLearnerNode.execute(call, call);
        return call;
    }

    @Test
    void columnsAreLearnedAndTheOutputsAreAsAnnounced() throws Exception {
        m_parameters.m_hiddenLayers = "40, 30"; // more weights than the spec of a port holds
        final var announced = configure(SPEC);
        final var call = execute(rows(2000));
        final ScoreFunctionPortObject score = call.outData(0);
        final BufferedDataTable losses = call.outData(1);

        assertThat(call.warning()).isNull();
        assertThat(announced.<ScoreFunctionPortObjectSpec> outSpec(0)).isEqualTo(score.getSpec());
        assertThat(announced.<DataTableSpec> outSpec(1)).isEqualTo(LossesTable.spec());
        assertThat(score.density().document().coordinates()).containsExactly("height", "weight"); // no step
        assertThat(score.density().document().capabilities()).containsExactly(Capability.NOISE_CONDITIONAL_SCORE);
        assertThat(((LearnedDensity)score.density()).centre()[0]).isBetween(169.0, 171.0);
        assertThat(SmallTables.numbers(losses, "step")).containsExactly(20, 30);
        assertThat(Arrays.stream(SmallTables.numbers(losses, "loss"))).allMatch(v -> v > 0.1 && v < 2);
        assertThat(Arrays.stream(SmallTables.numbers(losses, "validation loss"))).allMatch(v -> v > 0.1 && v < 2);
    }

    @Test
    void theSameSeedGivesTheSameScoreFunction() throws Exception {
        final ScoreFunctionPortObject first = execute(rows(300)).outData(0);
        final ScoreFunctionPortObject again = execute(rows(300)).outData(0);
        assertThat(again).isEqualTo(first);
        m_parameters.m_method = Method.SLICED;
        final ScoreFunctionPortObject other = execute(rows(300)).outData(0);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void withoutValidationItsLossIsMissing() throws Exception {
        m_parameters.m_validationPart = 0;
        final BufferedDataTable losses = execute(rows(300)).outData(1);
        assertThat(SmallTables.rows(losses)).allMatch(row -> row.getCell(2).isMissing());
    }

    @Test
    void fewRowsAreLearnedWithAWarning() throws Exception {
        assertThat(execute(rows(3)).warning()).contains("only 3 rows");
    }

    @Test
    void rowsThatCannotBeLearnedFromAreNamed() {
        final var spec = SmallTables.doubles("a", "b");
        assertThatThrownBy(() -> execute(SmallTables.table(context(), spec, new Object[]{1.0, 2.0},
            new Object[]{null, 3.0}))).isInstanceOf(KNIMEException.class).hasMessageContaining("'a'")
                .hasMessageContaining("Row1");
        assertThatThrownBy(() -> execute(SmallTables.table(context(), spec, new Object[]{1.0, 2.0},
            new Object[]{1.5, Double.POSITIVE_INFINITY}))).isInstanceOf(KNIMEException.class)
                .hasMessageContaining("Infinity");
        assertThatThrownBy(() -> execute(SmallTables.table(context(), spec, new Object[]{1.0, 2.0},
            new Object[]{1.5, 2.0}))).isInstanceOf(KNIMEException.class).hasMessageContaining("'b' is constant");
        assertThatThrownBy(() -> execute(SmallTables.table(context(), spec, new Object[]{1.0, 2.0})))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("1 row,");
        assertThatThrownBy(() -> execute(SmallTables.table(context(), spec))).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("0 rows");
    }

    @Test
    void wrongColumnsAreNamed() {
        assertThatThrownBy(() -> configure(SmallTables.spec("name", StringCell.TYPE)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("'Columns'");
        assertThatThrownBy(() -> configure(SmallTables.doubles("run", "step", "particle")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("none");
        m_parameters.m_columns = new ColumnFilter(new String[]{"gone"});
        assertThatThrownBy(() -> configure(SPEC)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'gone'");
        m_parameters.m_columns = new ColumnFilter(new String[]{"step", "height"});
        assertThatThrownBy(() -> configure(SPEC)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'step'").hasMessageContaining("rename");
        m_parameters.m_columns = new ColumnFilter(new String[]{"name"});
        assertThatThrownBy(() -> configure(SmallTables.spec("name", StringCell.TYPE)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("'name'")
            .hasMessageContaining("numbers");
        m_parameters.m_columns = new ColumnFilter().withIncludeUnknownColumns();
        final var many = new String[1001];
        for (int i = 0; i < many.length; i++) {
            many[i] = "c" + i;
        }
        assertThatThrownBy(() -> configure(SmallTables.doubles(many))).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("1001 columns").hasMessageContaining("1000");
    }

    @Test
    void wrongOptionsAreNamed() {
        m_parameters.m_hiddenLayers = "128; x";
        assertInvalid("'Hidden layers'");
        m_parameters.m_hiddenLayers = "";
        assertInvalid("'Hidden layers'");
        m_parameters.m_hiddenLayers = "5000";
        assertInvalid("'Hidden layers'");
        m_parameters.m_hiddenLayers = "8";
        m_parameters.m_smallestNoise = 6;
        assertInvalid("'Smallest noise'");
        m_parameters.m_smallestNoise = 0.02;
        m_parameters.m_learningRate = 0;
        assertInvalid("'Learning rate'");
        m_parameters.m_learningRate = 0.01;
        m_parameters.m_averaging = 1;
        assertInvalid("'Averaging'");
        m_parameters.m_averaging = 0;
        m_parameters.m_validationPart = 1;
        assertInvalid("'Validation part'");
        m_parameters.m_validationPart = 0;
        m_parameters.m_trainingSteps = 0;
        assertInvalid("'Training steps'");
        m_parameters.m_trainingSteps = 1;
        m_parameters.m_batchSize = 0;
        assertInvalid("'Batch size'");
        m_parameters.m_batchSize = 1;
        m_parameters.m_lossEvery = 0;
        assertInvalid("'Losses every'");
    }

    private void assertInvalid(final String part) {
        assertInvalid(m_parameters, part);
    }

    @Test
    void cancelLeavesNothingBehind() throws Exception {
        execute(rows(10)); // loads the library
        final long before = Natives.bytes();
        m_parameters.m_trainingSteps = 100_000_000;
        final var table = rows(70);
        final var killer = cancelAfter(400);
        assertThatThrownBy(() -> execute(table)).isInstanceOf(CanceledExecutionException.class);
        killer.join();
        assertThat(Natives.bytes()).isLessThanOrEqualTo(before);
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(t -> t.getName().startsWith("scorewalk-nn-"));
    }
}
