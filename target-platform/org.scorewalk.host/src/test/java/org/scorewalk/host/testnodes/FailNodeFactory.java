// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.testnodes;

import org.example.golden.Tables;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** Fails in a chosen way. */
public final class FailNodeFactory extends DefaultNodeFactory {

    enum Where {
            NOWHERE, CONFIGURE, EXECUTE, BUG, CANCEL, WARN
    }

    static final class Parameters implements NodeParameters {
        @Widget(title = "Where", description = "What happens.")
        Where m_where = Where.EXECUTE;
    }

    private static final DefaultNode NODE = DefaultNode.create().name("Fail").icon("n.png").shortDescription("Fails.")
        .fullDescription("Fails.").sinceVersion(5, 8, 0) //
        .ports(p -> p.addInputTable("In", "Any table.").addOutputTable("Out", "One row.")) //
        .model(m -> m.parametersClass(Parameters.class).configure((i, o) -> {
            final Parameters p = i.getParameters();
            if (p.m_where == Where.CONFIGURE) {
                throw new InvalidSettingsException("The column \"x\" is not there. Choose another one.");
            }
            o.setOutSpec(0, Tables.SPEC);
        }).execute(FailNodeFactory::execute));

    private static void execute(final ExecuteInput in, final ExecuteOutput out) throws CanceledExecutionException,
        KNIMEException {
        final Parameters p = in.getParameters();
        switch (p.m_where) {
            case EXECUTE -> throw new KNIMEException("The table is too small. Take more rows.");
            case BUG -> throw new IllegalStateException("a bug");
            case CANCEL -> throw new CanceledExecutionException();
            case WARN -> out.setWarningMessage("This result is doubtful.");
            default -> { // nothing fails
            }
        }
        out.setOutData(0, Tables.oneRow(in.getExecutionContext(), "done"));
    }

    public FailNodeFactory() {
        super(NODE);
    }
}
