// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Reads the binary port object. */
public final class SNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Golden S").icon("n.png")
        .shortDescription("Reads the binary port object").fullDescription("Reads the binary port object.")
        .sinceVersion(5, 8, 0)
        .ports(p -> p.addInputPort("Binary in", "Bytes", BinPO.TYPE).addOutputTable("Sizes", "One row"))
        .model(m -> m.withoutParameters().configure((i, o) -> {
            Log.add("S.configure " + i.getInPortSpecs()[0]);
            o.setOutSpec(0, PNodeFactory.spec());
        }).execute((i, o) -> {
            BinPO in = i.getInPortObject(0);
            var c = i.getExecutionContext().createDataContainer(PNodeFactory.spec());
            c.addRowToTable(new DefaultRow(RowKey.createRowKey(0L), new StringCell(in.getSummary())));
            c.close();
            o.setOutData(0, c.getTable());
        }));

    public SNodeFactory() {
        super(NODE);
    }
}
