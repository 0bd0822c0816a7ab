// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.scorewalk.engine.gan.GanLoss;
import org.scorewalk.engine.idx.SmallPng;
import org.scorewalk.engine.nn.Activation;
import org.scorewalk.engine.nn.Natives;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.port.GanPortObject;
import org.scorewalk.nodes.port.GanPortObjectSpec;

class GanTrainerNodeTest extends ExecutionTestBase {

    private static final DataTableSpec IMAGES =
        SmallTables.spec("name", StringCell.TYPE, "picture", DataType.getType(PNGImageCell.class));

    private final GanTrainerParameters m_parameters = new GanTrainerParameters();

    @BeforeEach
    void makeItSmall() {
        m_parameters.m_noiseDimension = 4;
        m_parameters.m_generatorLayers = "8, 6";
        m_parameters.m_discriminatorLayers = "6";
        m_parameters.m_epochs = 3;
        m_parameters.m_sampleEvery = 2;
        m_parameters.m_sampleCount = 2;
    }

    private static DataCell image(final int width, final int height, final int channels, final int seed) {
        final byte[] pixels = new byte[width * height * channels];
        new Random(seed).nextBytes(pixels);
        try (SmallPng png = new SmallPng()) {
            return new PNGImageContent(png.write(new SmallPng.Image(width, height, channels, pixels))).toImageCell();
        }
    }

    private BufferedDataTable images(final DataCell... cells) {
        final var container = context().createDataContainer(IMAGES);
        for (int i = 0; i < cells.length; i++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i), new StringCell("x"), cells[i]));
        }
        container.close();
        return container.getTable();
    }

    private BufferedDataTable images(final int count) {
        final var cells = new DataCell[count];
        for (int i = 0; i < count; i++) {
            cells[i] = image(5, 4, 1, i);
        }
        return images(cells);
    }

    private BufferedDataTable numbers() {
        final var rows = new Object[40][];
        final var random = new Random(1);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[]{10 + random.nextDouble(), i % 7, 2.5};
        }
        return SmallTables.table(context(), SmallTables.doubles("a", "b", "constant"), rows);
    }

    private NodeCall configure(final PortObjectSpec... specs) throws InvalidSettingsException {
        final var call = NodeCall.configure(m_parameters, specs);
        GanTrainerNode.configure(call, call);
        return call;
    }

    private NodeCall execute(final PortObject... objects) throws CanceledExecutionException, KNIMEException {
        final var call = NodeCall.execute(m_parameters, context(), objects);
        GanTrainerNode.execute(call, call);
        return call;
    }

    @Test
    void imagesAreLearnedAndTheOutputsAreAsAnnounced() throws Exception {
        final var announced = configure(IMAGES);
        final var call = execute(images(70));
        final GanPortObject gan = call.outData(0);
        final BufferedDataTable losses = call.outData(1);
        final BufferedDataTable samples = call.outData(2);

        assertThat(call.warning()).isNull();
        assertThat(announced.<GanPortObjectSpec> outSpec(0).isImages()).isTrue();
        assertThat(announced.<GanPortObjectSpec> outSpec(0).images()).isEmpty();
        assertThat(((GanPortObjectSpec)gan.getSpec()).images()).isPresent();
        assertThat(gan.getSummary()).contains("grey images of 5 x 4 pixels").contains("4-8-6-20").contains("3 epochs");
        assertThat(gan.model().memory()).isPresent();
        assertThat(losses.getDataTableSpec().getColumnNames()).containsExactly("epoch", "iteration",
            "discriminator loss", "generator loss", "seconds");
        assertThat(losses.getDataTableSpec().equalStructure(announced.outSpec(1))).isTrue();
        assertThat(SmallTables.numbers(losses, "iteration")).containsExactly(2, 4, 6);
        assertThat(samples.getDataTableSpec().equalStructure(announced.outSpec(2))).isTrue();
        assertThat(SmallTables.numbers(samples, "epoch")).containsExactly(2, 2, 3, 3);
        assertThat(SmallTables.numbers(samples, "sample")).containsExactly(1, 2, 1, 2);
        final var cell = SmallTables.rows(samples).get(0).getCell(2);
        assertThat(((PNGImageValue)cell).getImageContent().getPreferredSize().width).isEqualTo(5);
    }

    @Test
    void numbersAreLearnedInTheirOwnRanges() throws Exception {
        m_parameters.m_data = GanTrainerParameters.Data.NUMBERS;
        final DataTableSpec announced = configure(SmallTables.doubles("a", "b", "constant")).outSpec(2);
        final var call = execute(numbers());
        final BufferedDataTable samples = call.outData(2);

        assertThat(announced.getColumnNames()).containsExactly("epoch", "sample", "a", "b", "constant");
        assertThat(samples.getDataTableSpec().equalStructure(announced)).isTrue();
        assertThat(Arrays.stream(SmallTables.numbers(samples, "a"))).hasSize(4).allMatch(x -> x >= 10 && x <= 11);
        assertThat(Arrays.stream(SmallTables.numbers(samples, "b"))).allMatch(x -> x >= 0 && x <= 6);
        assertThat(Arrays.stream(SmallTables.numbers(samples, "constant"))).containsOnly(2.5);
        assertThat(call.warning()).contains("'constant'").contains("'Batch size' is 64").contains("40 rows");
        assertThat(call.<GanPortObject> outData(0).getSpec()).isEqualTo(
            configure(SmallTables.doubles("a", "b", "constant")).outSpec(0));
    }

    @Test
    void theSameSeedGivesTheSameTablesExceptForTime() throws Exception {
        final var table = images(70);
        final var first = execute(table);
        final var second = execute(table);
        assertThat(first.<GanPortObject> outData(0)).isEqualTo(second.outData(0));
        for (final var column : new String[]{"discriminator loss", "generator loss"}) {
            assertThat(SmallTables.numbers(first.outData(1), column))
                .containsExactly(SmallTables.numbers(second.outData(1), column));
        }
        assertThat(SmallTables.rows(first.outData(2))).isEqualTo(SmallTables.rows(second.outData(2)));
        m_parameters.m_seed = 1;
        assertThat(execute(table).<GanPortObject> outData(0)).isNotEqualTo(first.outData(0));
    }

    @Test
    void trainingGoesOnWithAnEarlierGan() throws Exception {
        final var table = images(70);
        m_parameters.m_epochs = 4;
        final GanPortObject whole = execute(table).outData(0);
        m_parameters.m_epochs = 2;
        final GanPortObject half = execute(table).outData(0);
        m_parameters.m_generatorLayers = "9"; // has no effect any more
        final var rest = execute(table, half);

        assertThat(rest.<GanPortObject> outData(0)).isEqualTo(whole);
        assertThat(half.model().epochs()).isEqualTo(2); // the input has not been changed
        assertThat(SmallTables.numbers(rest.outData(1), "epoch")).containsExactly(3, 4);
        assertThat(configure(IMAGES, half.getSpec()).<GanPortObjectSpec> outSpec(0).noiseDimension()).isEqualTo(4);
        m_parameters.m_keepMemory = false;
        assertThat(execute(table, half).<GanPortObject> outData(0).model().memory()).isEmpty();
    }

    @Test
    void aGanForOtherRowsIsRefusedWhenConfigured() throws Exception {
        final GanPortObject gan = execute(images(70)).outData(0);
        m_parameters.m_data = GanTrainerParameters.Data.NUMBERS;
        assertThatThrownBy(() -> configure(SmallTables.doubles("a"), gan.getSpec()))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("'Earlier GAN'")
            .hasMessageContaining("images");
        m_parameters.m_data = GanTrainerParameters.Data.IMAGES;
        final var other = new DataCell[]{image(4, 4, 1, 1), image(4, 4, 1, 2)};
        assertThatThrownBy(() -> execute(images(other), gan)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("4 x 4").hasMessageContaining("5 x 4");
    }

    @Test
    void imagesThatAreNotAlikeMissingOrTooFewAreNamed() {
        assertThatThrownBy(() -> execute(images(image(5, 4, 1, 1), image(5, 4, 1, 2), image(4, 5, 1, 3))))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("'picture'").hasMessageContaining("Row0")
            .hasMessageContaining("Row2").hasMessageContaining("4 x 5");
        assertThatThrownBy(() -> execute(images(image(5, 4, 1, 1), image(5, 4, 3, 2))))
            .isInstanceOf(KNIMEException.class)
            .hasMessageContaining("coloured");
        assertThatThrownBy(() -> execute(images(image(5, 4, 1, 1), DataType.getMissingCell())))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("missing cell in row 'Row1'");
        assertThatThrownBy(() -> execute(images(1))).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("at least 2 images");
        assertThatThrownBy(() -> execute(images())).isInstanceOf(KNIMEException.class).hasMessageContaining("empty");
    }

    @Test
    void numbersThatAreMissingOrNotFiniteAreNamed() {
        m_parameters.m_data = GanTrainerParameters.Data.NUMBERS;
        final var spec = SmallTables.doubles("a");
        assertThatThrownBy(() -> execute(SmallTables.table(context(), spec, new Object[]{1.0}, new Object[]{null})))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("'a'").hasMessageContaining("Row1");
        assertThatThrownBy(
            () -> execute(SmallTables.table(context(), spec, new Object[]{1.0}, new Object[]{Double.NaN})))
                .isInstanceOf(KNIMEException.class).hasMessageContaining("NaN");
        assertThatThrownBy(() -> execute(SmallTables.table(context(), spec, new Object[]{1.0})))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("at least 2 rows");
    }

    @Test
    void wrongColumnsAreNamed() {
        m_parameters.m_imageColumn = "name";
        assertThatThrownBy(() -> configure(IMAGES)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'name'").hasMessageContaining("PNG");
        m_parameters.m_imageColumn = "photo";
        assertThatThrownBy(() -> configure(IMAGES)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'photo'").hasMessageContaining("'picture'");
        m_parameters.m_imageColumn = "";
        assertThatThrownBy(() -> configure(SmallTables.doubles("a"))).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("no column of PNG images");
        m_parameters.m_data = GanTrainerParameters.Data.NUMBERS;
        assertThatThrownBy(() -> configure(IMAGES)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'Number columns'");
        m_parameters.m_columns = new ColumnFilter(new String[]{"gone"});
        assertThatThrownBy(() -> configure(SmallTables.doubles("a"))).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'gone'");
        m_parameters.m_columns = new ColumnFilter().withIncludeUnknownColumns();
        assertThatThrownBy(() -> configure(SmallTables.doubles("epoch"))).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'epoch'");
    }

    @Test
    void wrongOptionsAreNamed() {
        m_parameters.m_generatorLayers = "256; x";
        assertInvalid(m_parameters, "'Generator's hidden layers'");
        m_parameters.m_generatorLayers = "";
        m_parameters.m_loss = GanLoss.WASSERSTEIN_GRADIENT_PENALTY;
        m_parameters.m_discriminatorActivation = Activation.SILU;
        assertInvalid(m_parameters, "'Discriminator's activation'");
        m_parameters.m_loss = GanLoss.HINGE;
        m_parameters.m_learningRate = -1;
        assertInvalid(m_parameters, "'Learning rate'");
        m_parameters.m_learningRate = 1e-3;
        m_parameters.m_batchSize = 0;
        assertInvalid(m_parameters, "'Batch size'");
    }

    @Test
    void cancelLeavesNothingBehind() throws Exception {
        execute(images(10)); // loads the library
        final long before = Natives.bytes();
        m_parameters.m_epochs = 1_000_000;
        final var table = images(70);
        final var killer = cancelAfter(400);
        assertThatThrownBy(() -> execute(table)).isInstanceOf(CanceledExecutionException.class);
        killer.join();
        assertThat(Natives.bytes()).isLessThanOrEqualTo(before);
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(t -> t.getName().startsWith("scorewalk-nn-"));
    }
}
