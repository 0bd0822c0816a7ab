// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Stands for the node with a table and a model. */
public final class ENodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Golden E").icon("n.png")
        .shortDescription("Stands for the node with a table and a model.")
        .fullDescription("Stands for the node with a table and a model.").sinceVersion(5, 8, 0) //
        .ports(p -> p.addOutputTable("T1", "A table.").addOutputPort("M1", "A model.", ModelPO.TYPE)) //
        .model(m -> m.withoutParameters().configure((i, o) -> o.setOutSpecs(Tables.SPEC, new ModelSpec("e")))
            .execute((i, o) -> o.setOutData(Tables.oneRow(i.getExecutionContext(), "e"),
            new ModelPO(new ModelSpec("e"), 1))));

    public ENodeFactory() {
        super(NODE);
    }
}
