// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.knime.core.data.blob.BinaryObjectCellFactory;
import org.knime.core.data.blob.BinaryObjectDataCell;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageBlobCell;
import org.knime.core.data.image.png.PNGImageCell;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;
import org.knime.core.node.NodeSettings;

class DataTypeTest {

    private static byte[] png(final int size, final boolean noise) throws IOException {
        final BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        final java.util.Random random = new java.util.Random(1);
        for (int i = 0; noise && i < size * size; i++) {
            image.setRGB(i % size, i / size, random.nextInt());
        }
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void namesAreThoseThatKnimeShows() {
        assertThat(IntCell.TYPE).hasToString("Number (Integer)");
        assertThat(LongCell.TYPE).hasToString("Number (Long Integer)");
        assertThat(DoubleCell.TYPE).hasToString("Number (Float)");
        assertThat(StringCell.TYPE).hasToString("String");
        assertThat(BooleanCell.TYPE).hasToString("Boolean");
        assertThat(PNGImageContent.TYPE).hasToString("Image (PNG)");
        assertThat(BinaryObjectDataCell.TYPE).hasToString("Binary Object");
        final DataType list = ListCell.getCollectionType(DoubleCell.TYPE);
        assertThat(list).hasToString("Collection (List) (Collection of: Number (Float))");
        assertThat(list.getIdentifier())
            .isEqualTo("org.knime.core.data.collection.ListCell<org.knime.core.data.def.DoubleCell>");
        assertThat(list.getPreferredValueClass()).isEqualTo(ListDataValue.class);
    }

    @Test
    void widerNumberTypesAreSuperTypesOfNarrowerOnes() {
        assertThat(DoubleCell.TYPE.isASuperTypeOf(IntCell.TYPE)).isTrue();
        assertThat(DoubleCell.TYPE.isASuperTypeOf(LongCell.TYPE)).isTrue();
        assertThat(DoubleCell.TYPE.isASuperTypeOf(BooleanCell.TYPE)).isTrue();
        assertThat(LongCell.TYPE.isASuperTypeOf(IntCell.TYPE)).isTrue();
        assertThat(IntCell.TYPE.isASuperTypeOf(BooleanCell.TYPE)).isTrue();
        assertThat(IntCell.TYPE.isASuperTypeOf(DoubleCell.TYPE)).isFalse();
        assertThat(IntCell.TYPE.isASuperTypeOf(LongCell.TYPE)).isFalse();
        assertThat(StringCell.TYPE.isASuperTypeOf(IntCell.TYPE)).isFalse();
        assertThat(IntCell.TYPE.isASuperTypeOf(DataType.getMissingCell().getType())).isTrue();
        assertThat(DataType.getMissingCell().getType().isASuperTypeOf(IntCell.TYPE)).isFalse();
    }

    @Test
    void collectionsCompareTheirElements() {
        final DataType doubles = ListCell.getCollectionType(DoubleCell.TYPE);
        final DataType ints = ListCell.getCollectionType(IntCell.TYPE);
        assertThat(doubles.isASuperTypeOf(ints)).isTrue();
        assertThat(ints.isASuperTypeOf(doubles)).isFalse();
        assertThat(doubles).isNotEqualTo(ints).isEqualTo(ListCell.getCollectionType(DoubleCell.TYPE));
        assertThat(CollectionCellFactory.createListCell(List.of(new IntCell(1), new DoubleCell(2))).getType())
            .isEqualTo(doubles);
        assertThat(doubles.isASuperTypeOf(CollectionCellFactory.createListCell(List.of()).getType())).isTrue();
    }

    @Test
    void commonSuperTypes() {
        assertThat(DataType.getCommonSuperType(IntCell.TYPE, DoubleCell.TYPE)).isEqualTo(DoubleCell.TYPE);
        final DataType none = DataType.getCommonSuperType(IntCell.TYPE, StringCell.TYPE);
        assertThat(none.getCellClass()).isNull();
        assertThat(none.isASuperTypeOf(IntCell.TYPE)).isTrue();
        assertThat(none.isASuperTypeOf(StringCell.TYPE)).isTrue();
    }

    @Test
    void compatibilityFollowsTheValueInterfaces() {
        assertThat(IntCell.TYPE.isCompatible(DoubleValue.class)).isTrue();
        assertThat(DoubleCell.TYPE.isCompatible(IntValue.class)).isFalse();
        assertThat(DataType.getMissingCell().getType().isCompatible(IntValue.class)).isTrue();
        assertThat(DoubleVectorCellFactory.TYPE.isCompatible(DoubleVectorValue.class)).isTrue();
    }

    @Test
    void typesSurviveSettings() throws Exception {
        for (final DataType type : List.of(IntCell.TYPE, ListCell.getCollectionType(StringCell.TYPE),
            PNGImageContent.TYPE, DataType.getCommonSuperType(IntCell.TYPE, StringCell.TYPE))) {
            final NodeSettings s = new NodeSettings("s");
            s.addDataType("type", type);
            assertThat(s.getDataType("type")).isEqualTo(type);
        }
        final NodeSettings s = new NodeSettings("s");
        s.addDataType("none", null);
        assertThat(s.getDataType("none")).isNull();
        assertThat(s.getConfig("none").getBoolean("is_null")).isTrue();
    }

    @Test
    void cellsSurviveSettings() throws Exception {
        for (final DataCell cell : List.of(new IntCell(-4), new LongCell(1L << 60), new DoubleCell(Double.NaN),
            BooleanCell.TRUE, new StringCell("a\n"), DataType.getMissingCell())) {
            final NodeSettings s = new NodeSettings("s");
            s.addDataCell("cell", cell);
            assertThat(s.getDataCell("cell")).isEqualTo(cell).hasSameClassAs(cell);
        }
    }

    @Test
    void equalityOfCells() {
        assertThat(new IntCell(1)).isEqualTo(new IntCell(1)).isNotEqualTo(new DoubleCell(1))
            .isNotEqualTo(new IntCell(2));
        assertThat(DataType.getMissingCell()).isEqualTo(new MissingCell("why")).isNotEqualTo(new IntCell(1));
        assertThat(new MissingCell("why")).hasToString("?");
        assertThat(new DoubleCell(Double.NaN)).isEqualTo(new DoubleCell(Double.NaN));
        assertThatThrownBy(() -> new StringCell(null)).isInstanceOf(NullPointerException.class);
        assertThat(BooleanCell.BooleanCellFactory.create(true)).isSameAs(BooleanCell.TRUE);
    }

    @Test
    void rowsAreEqualByKeyAndCells() {
        final DataRow row = new DefaultRow("a", 1.0, 2.0);
        assertThat(row).isEqualTo(new DefaultRow(new RowKey("a"), new DoubleCell(1), new DoubleCell(2)))
            .isNotEqualTo(new DefaultRow("b", 1.0, 2.0)).isNotEqualTo(new DefaultRow("a", 1.0));
        assertThatThrownBy(() -> new DefaultRow("a", new DataCell[]{null})).isInstanceOf(NullPointerException.class);
        assertThat(RowKey.createRowKey(5L)).hasToString("Row5");
        assertThat(RowKey.createRowKey(-1L)).hasToString("Row-1");
        assertThat(new RowKey(" a ").getString()).isEqualTo(" a ");
        assertThatThrownBy(() -> new RowKey(null)).isInstanceOf(NullPointerException.class)
            .hasMessage("Argument must not be null.");
    }

    @Test
    void picturesAreDecodedWhenTheyAreMade() throws Exception {
        assertThatThrownBy(() -> new PNGImageContent(new byte[]{1, 2, 3}))
            .isInstanceOf(IllegalArgumentException.class);
        final PNGImageContent content = new PNGImageContent(png(16, false));
        assertThat(content.getPreferredSize()).hasToString("java.awt.Dimension[width=16,height=16]");
        assertThat(content.getSummary()).startsWith("PNG Image 16 x 16 with ").endsWith(" B");
    }

    @Test
    void smallAndLargePicturesAreDifferentCellsOfOneType() throws Exception {
        final DataCell small = PNGImageCellFactory.create(png(16, true));
        final DataCell large = PNGImageCellFactory.create(new ByteArrayInputStream(png(200, true)));
        assertThat(small).isInstanceOf(PNGImageCell.class);
        assertThat(large).isInstanceOf(PNGImageBlobCell.class);
        assertThat(small.getType()).isEqualTo(large.getType()).isEqualTo(PNGImageContent.TYPE);
        assertThat(PNGImageContent.TYPE.isASuperTypeOf(large.getType())).isTrue();
        assertThat(small).isEqualTo(PNGImageCellFactory.create(png(16, true))).isNotEqualTo(large);
    }

    @Test
    void bytesAndVectorsAreKept() throws Exception {
        final DataCell bytes = new BinaryObjectCellFactory().create(new byte[]{1, 2, 3});
        try (var in = ((BinaryObjectDataCell)bytes).openInputStream()) {
            assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
        }
        assertThat(bytes).isEqualTo(new BinaryObjectCellFactory().create(new byte[]{1, 2, 3}))
            .isNotEqualTo(new BinaryObjectCellFactory().create(new byte[]{1, 2}));
        final double[] values = {1, 2};
        final DataCell vector = DoubleVectorCellFactory.createCell(values);
        values[0] = 9;
        assertThat(((DoubleVectorValue)vector).getValue(0)).isEqualTo(1);
    }
}
