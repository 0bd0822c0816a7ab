// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.testnodes;

import java.io.IOException;

import org.example.golden.Tables;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.blob.BinaryObjectCellFactory;
import org.knime.core.data.blob.BinaryObjectDataCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.image.png.PNGImageCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** An image, a table with pictures and a view; optionally on a table. */
public final class PictureNodeFactory extends DefaultNodeFactory {

    static final class Parameters implements NodeParameters {
        @Widget(title = "Rows", description = "How many rows.")
        int m_rows = 1;
    }

    static final class ViewParameters implements NodeParameters {
        @Widget(title = "Title", description = "A title.")
        String m_title = "no title";
    }

    /** What the view shows. */
    record Data(String title, double[] values) {
    }

    private static final DataTableSpec SPEC = new DataTableSpec(
        new DataColumnSpecCreator("gif", BinaryObjectDataCell.TYPE).createSpec(),
        new DataColumnSpecCreator("png", DataType.getType(PNGImageCell.class)).createSpec());

    private static final String PAGE =
        "<!DOCTYPE html>\n<html><head><title>t</title></head><body><script>window.x = 1;</script></body></html>";

    private static final DefaultNode NODE = DefaultNode.create().name("Picture").icon("n.png")
        .shortDescription("Draws.")
        .fullDescription("Draws.").sinceVersion(5, 8, 0) //
        .dynamicPorts(p -> p
            .addInputPortGroup("Points",
                g -> g.name("Points").description("A table.").optional().supportedTypes(BufferedDataTable.TYPE))
            .addOutputPortGroup("Image", g -> g.name("Image").description("A picture.").fixed(ImagePortObject.TYPE))
            .addOutputPortGroup("Animation", g -> g.name("Animation").description("A table.")
            .fixed(BufferedDataTable.TYPE)))
        .model(m -> m.parametersClass(Parameters.class)
            .configure((i, o) -> o.setOutSpecs(new ImagePortObjectSpec(PNGImageContent.TYPE), SPEC))
            .execute(PictureNodeFactory::execute))
        .addView(v -> v.parametersClass(ViewParameters.class).description("The picture.")
            .page(p -> p.fromString(() -> PAGE).relativePath("view.html")).<Data> initialData(d -> d.data(in -> {
                final ViewParameters p = in.getParameters();
                if (p.m_title.equals("slow")) {
                    waitDeaf();
                }
                final var table = (BufferedDataTable)in.getInternalPortObjects()[0];
                return new Data(p.m_title + " </script><b>", new double[]{table.size(), Double.NaN});
            })));

    /** Two seconds, whatever anybody wants. */
    private static void waitDeaf() {
        WaitNodeFactory.started.countDown();
        final long end = System.nanoTime() + 2_000_000_000L;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) throws KNIMEException {
        final Parameters p = in.getParameters();
        final var exec = in.getExecutionContext();
        final var container = exec.createDataContainer(SPEC);
        try {
            for (long r = 0; r < p.m_rows; r++) {
                container.addRowToTable(new DefaultRow(RowKey.createRowKey(r),
                    r == 1 ? DataType.getMissingCell() : new BinaryObjectCellFactory(exec)
                    .create(Tables.picture("gif")),
                    new PNGImageContent(Tables.picture("png")).toImageCell()));
            }
        } catch (final IOException e) {
            throw new KNIMEException("The table cannot be written.", e);
        }
        container.close();
        out.setOutData(Tables.image(), container.getTable());
        out.setInternalData(container.getTable());
    }

    public PictureNodeFactory() {
        super(NODE);
    }
}
