// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Source: prints its parameters into a table. */
public final class PNodeFactory extends DefaultNodeFactory {
    static DataTableSpec spec() {
        return new DataTableSpecCreator()
            .addColumns(new DataColumnSpecCreator("parameters", StringCell.TYPE).createSpec()).createSpec();
    }

    private static final DefaultNode NODE = DefaultNode.create().name("Golden P").icon("n.png")
        .shortDescription("Parameters of every kind").fullDescription("Prints its parameters.").sinceVersion(5, 8, 0)
        .ports(p -> p.addOutputTable("Parameters", "One row"))
        .model(m -> m.parametersClass(PParams.class).configure((i, o) -> {
            PParams p = i.getParameters();
            Log.add("P.configure inSpecs=" + i.getInPortSpecs().length + " outTypes=" + i.getOutPortTypes().length);
            if (p.m_int == 777) {
                o.setWarningMessage("configure warning");
            }
            o.setOutSpec(0, spec());
        }).execute((i, o) -> {
            Log.add("P.execute");
            PParams p = i.getParameters();
            var c = i.getExecutionContext().createDataContainer(spec());
            c.addRowToTable(new DefaultRow(RowKey.createRowKey(0L), new StringCell(p.toString())));
            c.close();
            o.setOutData(0, c.getTable());
        }));

    public PNodeFactory() {
        super(NODE);
        Log.add("PNodeFactory()");
    }
}
