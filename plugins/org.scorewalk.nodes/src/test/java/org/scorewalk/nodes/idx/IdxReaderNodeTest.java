// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.scorewalk.engine.idx.SmallPng;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.SmallTables;

class IdxReaderNodeTest extends ExecutionTestBase {

    @TempDir
    private Path m_data;

    private final IdxReaderParameters m_parameters = new IdxReaderParameters();

    @BeforeEach
    void writeFiles() throws IOException {
        final byte[] pixels = new byte[5 * 2 * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte)(8 * i);
        }
        final ByteBuffer images = ByteBuffer.allocate(16 + pixels.length).putInt(0x803).putInt(5).putInt(2).putInt(3);
        try (var out = new GZIPOutputStream(Files.newOutputStream(m_data.resolve("images.gz")))) {
            out.write(images.put(pixels).array());
        }
        Files.write(m_data.resolve("labels"),
            ByteBuffer.allocate(13).putInt(0x801).putInt(5).put(new byte[]{3, 1, 3, 2, 1}).array());
        m_parameters.m_images = m_data.resolve("images.gz").toString();
        m_parameters.m_labels = m_data.resolve("labels").toString();
    }

    private NodeCall execute() throws CanceledExecutionException, KNIMEException {
        final var call = NodeCall.execute(m_parameters, context());
        IdxReaderNode.execute(call, call);
        return call;
    }

    private NodeCall configure() throws InvalidSettingsException {
        final var call = NodeCall.configure(m_parameters);
        IdxReaderNode.configure(call, call);
        return call;
    }

    @Test
    void imagesAndLabelsBecomeRowsAsAnnounced() throws Exception {
        m_parameters.m_vector = true;
        final DataTableSpec announced = configure().outSpec(0);
        final BufferedDataTable table = execute().outData(0);

        assertThat(announced.getColumnNames()).containsExactly("image", "label", "pixels");
        assertThat(table.getDataTableSpec().equalStructure(announced)).isTrue();
        assertThat(SmallTables.numbers(table, "label")).containsExactly(3, 1, 3, 2, 1);
        final var row = SmallTables.rows(table).get(1);
        assertThat(row.getKey().getString()).isEqualTo("Row1");
        final var vector = (DoubleVectorValue)row.getCell(2);
        assertThat(vector.getLength()).isEqualTo(6);
        assertThat(vector.getValue(5)).isEqualTo(88.0);
        try (SmallPng png = new SmallPng()) {
            final var image =
                png.read(((PNGImageValue)row.getCell(0)).getImageContent().getByteArray(), "The image");
            assertThat(image.width()).isEqualTo(3);
            assertThat(image.height()).isEqualTo(2);
            assertThat(image.pixels()).containsExactly(48, 56, 64, 72, 80, 88);
        }
    }

    @Test
    void withoutLabelsThereIsNoColumnOfThem() throws Exception {
        m_parameters.m_labels = " ";
        final BufferedDataTable table = execute().outData(0);
        assertThat(table.getDataTableSpec().getColumnNames()).containsExactly("image");
        assertThat(table.size()).isEqualTo(5);
    }

    @Test
    void chosenClassesAndAUrlAreTaken() throws Exception {
        m_parameters.m_images = m_data.resolve("images.gz").toUri().toString();
        m_parameters.m_classes = "1, 2";
        m_parameters.m_limit = 2;
        assertThat(SmallTables.numbers(execute().outData(0), "label")).containsExactly(1, 2);
        m_parameters.m_selection = IdxReaderParameters.Selection.RANDOM;
        m_parameters.m_limit = 3;
        assertThat(SmallTables.numbers(execute().outData(0), "label")).containsExactly(1, 2, 1);
    }

    @Test
    void wrongSettingsAreNamed() {
        m_parameters.m_classes = "1, x";
        assertThatThrownBy(m_parameters::validate).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'Classes'").hasMessageContaining("'x'");
        m_parameters.m_classes = "256";
        assertThatThrownBy(m_parameters::validate).isInstanceOf(InvalidSettingsException.class);
        m_parameters.m_classes = "1";
        m_parameters.m_labels = "";
        assertThatThrownBy(m_parameters::validate).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'Label file'");
        m_parameters.m_classes = "";
        m_parameters.m_limit = -1;
        assertThatThrownBy(m_parameters::validate).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("-1");
        m_parameters.m_limit = 0;
        m_parameters.m_images = "";
        assertThatThrownBy(this::configure).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'Image file'");
    }

    @Test
    void missingAndDamagedFilesGiveASentence() throws IOException {
        m_parameters.m_images = m_data.resolve("nothing").toString();
        assertThatThrownBy(this::execute).isInstanceOf(KNIMEException.class).hasMessageContaining("does not exist")
            .hasMessageContaining("'Image file'");
        m_parameters.m_images = m_data.toString();
        assertThatThrownBy(this::execute).isInstanceOf(KNIMEException.class).hasMessageContaining("'Image file'")
            .hasMessageContaining("which is a folder");
        m_parameters.m_images = m_parameters.m_labels;
        assertThatThrownBy(this::execute).isInstanceOf(KNIMEException.class).hasMessageContaining("file of labels");
        Files.writeString(m_data.resolve("text"), "hello, this is no IDX file");
        m_parameters.m_images = m_data.resolve("text").toString();
        assertThatThrownBy(this::execute).isInstanceOf(KNIMEException.class).hasMessageContaining("no IDX file");
    }
}
