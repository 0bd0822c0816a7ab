// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Stands for the node that prints its parameters. */
public final class PNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create().name("Golden P").icon("n.png")
        .shortDescription("Stands for the node that prints its parameters.")
        .fullDescription("Stands for the node that prints its parameters.").sinceVersion(5, 8, 0) //
        .ports(p -> p.addOutputTable("Parameters", "One row.")) //
        .model(m -> m.withoutParameters().configure((i, o) -> o.setOutSpec(0, Tables.SPEC))
            .execute((i, o) -> o.setOutData(0, Tables.oneRow(i.getExecutionContext(), "p"))));

    public PNodeFactory() {
        super(NODE);
    }
}
