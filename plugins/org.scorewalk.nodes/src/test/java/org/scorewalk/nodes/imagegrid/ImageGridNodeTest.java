// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.imagegrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.scorewalk.engine.image.PngImages;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.SmallTables;

class ImageGridNodeTest extends ExecutionTestBase {

    private static final DataTableSpec IMAGES =
        SmallTables.spec("label", IntCell.TYPE, "image", PNGImageContent.TYPE);

    private static ImageGridParameters parameters(final int rows, final int columns) {
        final ImageGridParameters parameters = new ImageGridParameters();
        parameters.m_rows = rows;
        parameters.m_columns = columns;
        parameters.m_scale = 1;
        parameters.m_gap = 0;
        return parameters;
    }

    private static byte[] png(final int size, final int rgb) {
        final BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < size * size; i++) {
            image.setRGB(i % size, i / size, rgb);
        }
        return PngImages.encode(image);
    }

    private BufferedDataTable table(final DataCell... images) {
        final var container = context().createDataContainer(IMAGES);
        for (int r = 0; r < images.length; r++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)r), new IntCell(r), images[r]));
        }
        container.close();
        return container.getTable();
    }

    private static DataCell cell(final int size, final int rgb) {
        return new PNGImageContent(png(size, rgb)).toImageCell();
    }

    private NodeCall execute(final ImageGridParameters parameters, final BufferedDataTable table)
        throws CanceledExecutionException, KNIMEException {
        final NodeCall call = NodeCall.execute(parameters, context(), table);
        ImageGridNode.execute(call, call);
        return call;
    }

    private static BufferedImage image(final NodeCall call) throws Exception {
        final ImagePortObject object = call.outData(0);
        return ImageIO.read(new ByteArrayInputStream(
            ((PNGImageValue)object.toDataCell()).getImageContent().getByteArray()));
    }

    @Test
    void imagesFillTheGridRowByRow() throws Exception {
        final NodeCall call = execute(parameters(2, 2),
            table(cell(8, 0xFF0000), cell(8, 0x00FF00), cell(8, 0x0000FF), cell(8, 0x112233)));

        final BufferedImage grid = image(call);
        assertThat(grid.getWidth()).isEqualTo(16);
        assertThat(grid.getHeight()).isEqualTo(16);
        assertThat(new int[]{grid.getRGB(4, 4), grid.getRGB(12, 4), grid.getRGB(4, 12), grid.getRGB(12, 12)})
            .containsExactly(0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFF112233);
        assertThat(call.warning()).isNull();
    }

    @Test
    void zeroRowsMeanAsManyAsNeeded() throws Exception {
        final DataCell[] cells = new DataCell[7];
        Arrays.fill(cells, cell(8, 0));

        assertThat(image(execute(parameters(0, 3), table(cells))).getHeight()).isEqualTo(3 * 8);
    }

    @Test
    void imagesLeftOutAndMissingOnesAreTold() throws Exception {
        final DataCell[] cells = new DataCell[12];
        Arrays.fill(cells, cell(8, 0));
        cells[3] = DataType.getMissingCell();

        final NodeCall call = execute(parameters(1, 10), table(cells));

        assertThat(call.warning()).contains("1 image is missing", "first 10 of 12");
        assertThat(image(call).getRGB(3 * 8 + 4, 4)).isEqualTo(0xFFFFFFFF);
        assertThat(image(call).getRGB(4 * 8 + 4, 4)).isEqualTo(0xFF000000);
    }

    @Test
    void captionsNeedALineBelowEachRow() throws Exception {
        final ImageGridParameters parameters = parameters(1, 2);
        parameters.m_captionColumn = "label";

        final BufferedImage grid = image(execute(parameters, table(cell(20, 0xFF0000), cell(20, 0xFF0000))));

        assertThat(grid.getHeight()).isGreaterThan(30);
        int ink = 0;
        for (int y = 21; y < grid.getHeight(); y++) {
            for (int x = 0; x < 40; x++) {
                ink += (grid.getRGB(x, y) & 255) < 128 ? 1 : 0;
            }
        }
        assertThat(ink).isPositive();
    }

    @Test
    void wrongInputsAreNamed() {
        final ImageGridParameters missing = parameters(1, 2);
        missing.m_imageColumn = "picture";
        final ImageGridParameters number = parameters(1, 2);
        number.m_imageColumn = "label";
        final ImageGridParameters caption = parameters(1, 2);
        caption.m_captionColumn = "class";

        assertThatThrownBy(() -> configure(missing, IMAGES)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'picture'").hasMessageContaining("'Image column'");
        assertThatThrownBy(() -> configure(number, IMAGES)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'label'").hasMessageContaining("no PNG images");
        assertThatThrownBy(() -> configure(caption, IMAGES)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'class'").hasMessageContaining("'Caption column'");
        assertThatThrownBy(() -> configure(parameters(1, 2), SmallTables.spec("a", DoubleCell.TYPE)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("no column of PNG images");
        assertThatThrownBy(() -> execute(parameters(1, 2), table())).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("no rows");
        assertThatThrownBy(() -> execute(parameters(1, 2), table(DataType.getMissingCell())))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("'image'");
    }

    private static NodeCall configure(final ImageGridParameters parameters, final DataTableSpec table)
        throws InvalidSettingsException {
        final NodeCall call = NodeCall.configure(parameters, table);
        ImageGridNode.configure(call, call);
        return call;
    }

    @Test
    void configureTellsTheOutput() throws InvalidSettingsException {
        assertThat(configure(new ImageGridParameters(), IMAGES).<ImagePortObjectSpec>outSpec(0).getDataType())
            .isEqualTo(PNGImageContent.TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rows", "Columns", "Scale factor", "Gap"})
    void settingsOutOfRangeAreNamed(final String option) throws InvalidSettingsException {
        final ImageGridParameters p = new ImageGridParameters();
        p.validate();
        switch (option) {
            case "Rows" -> p.m_rows = -1;
            case "Columns" -> p.m_columns = 0;
            case "Scale factor" -> p.m_scale = Double.NaN;
            default -> p.m_gap = 5000;
        }

        assertThatThrownBy(p::validate).isInstanceOf(InvalidSettingsException.class).hasMessageContaining(option);
    }

    @Test
    void cancelStops() {
        final BufferedDataTable table = table(cell(8, 0));
        execution().cancel();

        assertThatThrownBy(() -> execute(parameters(1, 1), table)).isInstanceOf(CanceledExecutionException.class);
    }
}
