// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.testnodes;

import org.example.golden.ModelPO;
import org.example.golden.Tables;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Tells whether the model is the one that the node before it made, and spoils it. */
public final class ModelUserNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Model User").icon("n.png")
        .shortDescription("Uses a model.")
        .fullDescription("Uses a model.").sinceVersion(5, 8, 0) //
        .ports(p -> p.addInputPort("Model", "A model.", ModelPO.TYPE).addOutputTable("Report", "One row.")) //
        .model(m -> m.withoutParameters().configure((i, o) -> o.setOutSpec(0, Tables.SPEC)).execute((i, o) -> {
            final ModelPO model = i.getInPortObject(0);
            final String same = model == NumbersNodeFactory.lastModel ? "same" : "copy";
            final double first = model.weights()[0];
            model.weights()[0] = -1;
            o.setOutData(0, Tables.oneRow(i.getExecutionContext(), same + " " + first));
        }));

    public ModelUserNodeFactory() {
        super(NODE);
    }
}
