// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Stands for the source of a port object. */
public final class RNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Golden R").icon("n.png")
        .shortDescription("Stands for the source of a port object.")
        .fullDescription("Stands for the source of a port object.").sinceVersion(5, 8, 0) //
        .ports(p -> p.addOutputPort("Binary", "A model.", ModelPO.TYPE)) //
        .model(m -> m.withoutParameters().configure((i, o) -> o.setOutSpec(0, new ModelSpec("r")))
            .execute((i, o) -> o.setOutData(0, new ModelPO(new ModelSpec("r"), 1, 2))));

    public RNodeFactory() {
        super(NODE);
    }
}
