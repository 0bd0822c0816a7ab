// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/**
 * A source of small tables, odd ones included, that is part of the tests alone. Columns are written as {@code x:double,
 * k:int, name:text, image:png}, rows as cells separated by commas, with semicolons between rows. A cell is a number, a
 * text, {@code ?} for a missing one, or for pictures {@code 8x6} (grey) or {@code 8x6c} (coloured).
 */
public final class OddTableNodeFactory extends DefaultNodeFactory {

    static final class Parameters implements NodeParameters {
        @Widget(title = "Columns", description = "The columns before and, by default, after the execution.")
        String m_columns = "x:double, y:double";

        @Widget(title = "Columns after execution",
            description = "If not empty, the columns that the table has in truth.")
        String m_columnsAfter = "";

        @Widget(title = "Rows", description = "The cells of the rows.")
        String m_rows = "0, 0; 1, 1";
    }

    private static final DefaultNode NODE = DefaultNode.create().name("Test Table").icon("none.png")
        .shortDescription("Makes a small table for tests.").fullDescription("Makes a small table for tests.")
        .sinceVersion(5, 8, 0).ports(p -> p.addOutputTable("Table", "The table."))
        .model(m -> m.parametersClass(Parameters.class)
            .configure((in, out) -> out.setOutSpecs(spec(((Parameters)in.getParameters()).m_columns)))
            .execute(OddTableNodeFactory::execute))
        .nodeType(NodeType.Source);

    /** Called by the host. */
    public OddTableNodeFactory() {
        super(NODE);
    }

    private static DataTableSpec spec(final String columns) {
        final List<DataColumnSpec> specs = new ArrayList<>();
        for (final String column : columns.isBlank() ? new String[0] : columns.split(",")) {
            final String[] parts = column.strip().split(":");
            specs.add(new DataColumnSpecCreator(parts[0], switch (parts[1]) {
                case "double" -> DoubleCell.TYPE;
                case "int" -> IntCell.TYPE;
                case "text" -> StringCell.TYPE;
                case "png" -> PNGImageContent.TYPE;
                default -> throw new IllegalArgumentException("No such type: " + parts[1]);
            }).createSpec());
        }
        return new DataTableSpec("Test", specs.toArray(DataColumnSpec[]::new));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) {
        final Parameters parameters = in.getParameters();
        final DataTableSpec spec =
            spec(parameters.m_columnsAfter.isEmpty() ? parameters.m_columns : parameters.m_columnsAfter);
        final var container = in.getExecutionContext().createDataContainer(spec);
        long number = 0;
        for (final String row : parameters.m_rows.isBlank() ? new String[0] : parameters.m_rows.split(";")) {
            final String[] texts = row.split(",");
            final DataCell[] cells = new DataCell[spec.getNumColumns()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cell(spec.getColumnSpec(i).getType(), texts[i].strip());
            }
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(number++), cells));
        }
        container.close();
        out.setOutData(container.getTable());
    }

    private static DataCell cell(final DataType type, final String text) {
        if ("?".equals(text)) {
            return DataType.getMissingCell();
        }
        if (type.equals(DoubleCell.TYPE)) {
            return new DoubleCell(Double.parseDouble(text));
        }
        if (type.equals(IntCell.TYPE)) {
            return new IntCell(Integer.parseInt(text));
        }
        return type.equals(StringCell.TYPE) ? new StringCell(text) : new PNGImageContent(png(text)).toImageCell();
    }

    /** A picture whose pixels all differ a little, so that networks have something to learn. */
    static byte[] png(final String text) {
        final boolean coloured = text.endsWith("c");
        final String[] sides = text.replace("c", "").split("x");
        final var image = new BufferedImage(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]),
            coloured ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, 0xFF000000 | (x * 31 + y * 17) % 256 * (coloured ? 0x000103 : 0x010101));
            }
        }
        final var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
