// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.scorewalk.engine.gan.GanModel;
import org.scorewalk.engine.gan.GanSettings;
import org.scorewalk.engine.gan.GanShape;
import org.scorewalk.engine.gan.GanTrainer;
import org.scorewalk.engine.nn.Activation;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.port.GanPortObject;

class GanSamplerNodeTest extends ExecutionTestBase {

    private static final GanSettings SMALL =
        GanSettings.builder().generator(3, new int[]{8}, Activation.RELU).build();

    private static final GanModel PICTURES = GanTrainer.untrained(SMALL, new GanShape.Images(4, 3, 3));

    private static final GanModel NUMBERS = GanTrainer.untrained(SMALL,
        new GanShape.Table(List.of("a", "b"), new double[]{0, 100}, new double[]{1, 200}));

    private final GanSamplerParameters m_parameters = new GanSamplerParameters();

    private NodeCall configure(final GanModel model, final DataTableSpec... table) throws InvalidSettingsException {
        final var specs = new PortObjectSpec[1 + table.length];
        specs[0] = new GanPortObject(model).getSpec();
        System.arraycopy(table, 0, specs, 1, table.length);
        final var call = NodeCall.configure(m_parameters, specs);
        GanSamplerNode.configure(call, call);
        return call;
    }

    private BufferedDataTable execute(final GanModel model, final PortObject... table)
        throws CanceledExecutionException, KNIMEException {
        final var objects = new PortObject[1 + table.length];
        objects[0] = new GanPortObject(model);
        System.arraycopy(table, 0, objects, 1, table.length);
        final var call = NodeCall.execute(m_parameters, context(), objects);
        GanSamplerNode.execute(call, call);
        return call.outData(0);
    }

    @Test
    void imagesAndScoresAreGenerated() throws Exception {
        m_parameters.m_count = 7;
        final DataTableSpec announced = configure(PICTURES).outSpec(0);
        final var table = execute(PICTURES);

        assertThat(announced.getColumnNames()).containsExactly("image", "discriminator score");
        assertThat(table.getDataTableSpec().equalStructure(announced)).isTrue();
        assertThat(table.size()).isEqualTo(7);
        assertThat(Arrays.stream(SmallTables.numbers(table, "discriminator score"))).allMatch(s -> s > 0 && s < 1);
        final var size = ((PNGImageValue)SmallTables.rows(table).get(6).getCell(0)).getImageContent()
            .getPreferredSize();
        assertThat(size.width).isEqualTo(4);
        assertThat(size.height).isEqualTo(3);
    }

    @Test
    void numbersAreScaledBackAndFewerRowsAreTheFirstOfMore() throws Exception {
        m_parameters.m_count = 1500;
        final var table = execute(NUMBERS);
        assertThat(Arrays.stream(SmallTables.numbers(table, "a"))).allMatch(x -> x >= 0 && x <= 1);
        assertThat(Arrays.stream(SmallTables.numbers(table, "b"))).allMatch(x -> x >= 100 && x <= 200);
        m_parameters.m_count = 20;
        assertThat(SmallTables.numbers(execute(NUMBERS), "b"))
            .containsExactly(Arrays.copyOf(SmallTables.numbers(table, "b"), 20));
        m_parameters.m_seed = 1;
        assertThat(SmallTables.numbers(execute(NUMBERS), "b"))
            .isNotEqualTo(Arrays.copyOf(SmallTables.numbers(table, "b"), 20));
    }

    @Test
    void appendedNoiseGivesTheSameRowsWhenItComesBack() throws Exception {
        m_parameters.m_count = 10;
        m_parameters.m_appendNoise = true;
        final var table = execute(NUMBERS);
        assertThat(table.getDataTableSpec().getColumnNames())
            .containsExactly("a", "b", "discriminator score", "noise 1",
            "noise 2", "noise 3");

        assertThat(SmallTables.rows(execute(NUMBERS, table))).as("by default").isEqualTo(SmallTables.rows(table));

        m_parameters.m_noiseColumns = new ColumnFilter(
            new String[]{"noise 1", "noise 2", "noise 3"});
        assertThat(SmallTables.rows(execute(NUMBERS, table))).isEqualTo(SmallTables.rows(table));

        m_parameters.m_noiseColumns = new ColumnFilter(new String[]{"a", "b", "noise 1"});
        assertThat(SmallTables.rows(execute(NUMBERS, table))).as("chosen columns").isNotEqualTo(
            SmallTables.rows(table));
    }

    @Test
    void stepsGoFromEachNoiseRowToTheNext() throws Exception {
        m_parameters.m_steps = 3;
        m_parameters.m_appendNoise = true;
        final var noise = SmallTables.table(context(), SmallTables.doubles("x", "y", "z"), new Object[]{2.0, 0.0, 0.0},
            new Object[]{0.0, 2.0, 0.0}, new Object[]{0.0, 2.0, 4.0});
        final var arc = execute(NUMBERS, noise);
        assertThat(arc.size()).isEqualTo(9);
        assertThat(SmallTables.numbers(arc, "noise 1")[2]).isCloseTo(Math.sqrt(2), within(1e-6));
        m_parameters.m_interpolation = GanSamplerParameters.Interpolation.LINEAR;
        final var straight = execute(NUMBERS, noise);
        assertThat(SmallTables.numbers(straight, "noise 1")).containsExactly(2, 1.5, 1, 0.5, 0, 0, 0, 0, 0);
        assertThat(SmallTables.numbers(straight, "noise 3")).containsExactly(0, 0, 0, 0, 0, 1, 2, 3, 4);
    }

    @Test
    void wrongNoiseAndWrongOptionsAreNamed() {
        assertThatThrownBy(() -> configure(NUMBERS, SmallTables.doubles("x", "y")))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("takes 3 noise numbers")
            .hasMessageContaining("2 columns of the table at the port 'Noise'. Choose 3 columns");
        assertThatThrownBy(() -> configure(NUMBERS, SmallTables.doubles("noise 1", "noise 2", "x", "y")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("4 columns");
        assertThatThrownBy(() -> configure(NUMBERS, SmallTables.doubles("x")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("1 column of the table");
        final var spec = SmallTables.doubles("x", "y", "z");
        assertThatThrownBy(() -> execute(NUMBERS, SmallTables.table(context(), spec)))
            .isInstanceOf(KNIMEException.class)
            .hasMessageContaining("empty");
        assertThatThrownBy(
            () -> execute(NUMBERS, SmallTables.table(context(), spec, new Object[]{1.0, null, 1.0})))
                .isInstanceOf(KNIMEException.class).hasMessageContaining("'y'");
        m_parameters.m_count = 0;
        assertThatThrownBy(m_parameters::validate).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'Number of rows'");
    }
}
