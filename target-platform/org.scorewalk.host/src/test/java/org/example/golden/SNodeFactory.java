// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Stands for the user of a port object. */
public final class SNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Golden S").icon("n.png")
        .shortDescription("Stands for the user of a port object.")
        .fullDescription("Stands for the user of a port object.").sinceVersion(5, 8, 0) //
        .ports(p -> p.addInputPort("Binary in", "A model.", ModelPO.TYPE).addOutputTable("Sizes", "One row.")) //
        .model(m -> m.withoutParameters().configure((i, o) -> o.setOutSpec(0, Tables.SPEC)).execute((i, o) -> {
            final ModelPO model = i.getInPortObject(0);
            o.setOutData(0, Tables.oneRow(i.getExecutionContext(), model.getSummary()));
        }));

    public SNodeFactory() {
        super(NODE);
    }
}
