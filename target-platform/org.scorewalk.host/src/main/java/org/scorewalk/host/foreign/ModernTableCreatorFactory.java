// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.foreign;

import java.util.ArrayList;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scorewalk.host.foreign.ModernTableCreatorParameters.Column;

/** Stand-in for the Table Creator that KNIME has since 5.11, with the settings of its modern dialog. */
public final class ModernTableCreatorFactory extends DefaultNodeFactory {

    /** The class that KNIME has for it. */
    public static final String KNIME_FACTORY = "org.knime.base.node.io.tablecreator.TableCreator3NodeFactory";

    private static final DefaultNode NODE = DefaultNode.create().name("Table Creator").icon("none.png")
        .shortDescription("A node of KNIME itself since 5.11: a table that was typed or pasted. Runs here, too.")
        .fullDescription("Columns of strings, booleans, integers, long integers and doubles are made as in KNIME; "
            + "a node with other types is refused.")
        .sinceVersion(5, 11, 0) //
        .ports(p -> p.addOutputTable("Manually created table", "The table.")) //
        .model(m -> m.parametersClass(ModernTableCreatorParameters.class)
            .configure((i, o) -> o.setOutSpecs(spec(i.getParameters()))).execute(ModernTableCreatorFactory::execute));

    /** Called by the host. */
    public ModernTableCreatorFactory() {
        super(NODE);
    }

    private static DataTableSpec spec(final ModernTableCreatorParameters parameters) throws InvalidSettingsException {
        final var columns = new ArrayList<DataColumnSpec>();
        for (final Column column : parameters.m_columns) {
            columns.add(Columns.column(column.m_name, column.m_type));
        }
        return Columns.spec(columns);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws KNIMEException, CanceledExecutionException {
        final ModernTableCreatorParameters p = in.getParameters();
        final DataTableSpec spec;
        try {
            spec = spec(p);
        } catch (final InvalidSettingsException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
        out.setOutData(Columns.table(in.getExecutionContext(), spec, (int)p.m_numRows,
            (row, column) -> cell(p.m_columns[column], row), p.m_columns.length, row -> "Row" + row));
    }

    private static DataCell cell(final Column column, final int row) {
        final String text = row < column.m_values.length ? column.m_values[row] : null;
        return text == null ? DataType.getMissingCell() : CellTexts.cell(column.m_type.m_cellClass, text);
    }
}
