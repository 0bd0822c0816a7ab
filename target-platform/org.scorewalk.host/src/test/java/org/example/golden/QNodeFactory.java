// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Stands for the node with optional ports. */
public final class QNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Golden Q").icon("n.png")
        .shortDescription("Stands for the node with optional ports.")
        .fullDescription("Stands for the node with optional ports.").sinceVersion(5, 8, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup("Optional table",
                g -> g.name("Optional table").description("A table.").optional().supportedTypes(BufferedDataTable.TYPE))
            .addInputPortGroup("Optional model",
                g -> g.name("Optional model").description("A model.").optional().supportedTypes(ModelPO.TYPE))
            .addInputPortGroup("Table", g -> g.name("Table").description("A table.").fixed(BufferedDataTable.TYPE))
            .addOutputPortGroup("Model", g -> g.name("Model").description("A model.").fixed(ModelPO.TYPE))
            .addOutputPortGroup("Result", g -> g.name("Result").description("A table.").fixed(BufferedDataTable.TYPE))
            .addOutputPortGroup("Image", g -> g.name("Image").description("A picture.").fixed(ImagePortObject.TYPE)))
        .model(m -> m.withoutParameters()
            .configure((i, o) -> o.setOutSpecs(new ModelSpec("q"), Tables.SPEC,
            new ImagePortObjectSpec(PNGImageContent.TYPE)))
            .execute((i, o) -> o.setOutData(new ModelPO(new ModelSpec("q"), 1),
            Tables.oneRow(i.getExecutionContext(), "q"),
                Tables.image())));

    public QNodeFactory() {
        super(NODE);
    }
}
