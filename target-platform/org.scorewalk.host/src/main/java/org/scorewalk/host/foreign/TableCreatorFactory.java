// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.foreign;

import java.util.ArrayList;
import java.util.Arrays;

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
import org.scorewalk.host.foreign.TableCreatorParameters.Column;

/** Stand-in for KNIME's Table Creator with the settings of {@link TableCreatorParameters}. */
public final class TableCreatorFactory extends DefaultNodeFactory {

    /** The class that KNIME has for it. */
    public static final String KNIME_FACTORY = "org.knime.base.node.io.tablecreator.TableCreator2NodeFactory";

    private static final DefaultNode NODE = DefaultNode.create().name("Table Creator").icon("none.png")
        .shortDescription("A node of KNIME itself: a table that was typed or pasted. "
            + "It runs here, too; --set \"Table Creator.csv=FILE\" fills it from a CSV file.")
        .fullDescription("Columns of strings, booleans, integers, long integers and doubles are made as in KNIME; "
            + "a node with other types is refused. Bounds and values typed for a column's domain are not used.")
        .sinceVersion(5, 8, 0) //
        .ports(p -> p.addOutputTable("Manually created table", "The table.")) //
        .model(m -> m.parametersClass(TableCreatorParameters.class)
            .configure((i, o) -> o.setOutSpecs(spec(i.getParameters()))).execute(TableCreatorFactory::execute));

    /** Called by the host. */
    public TableCreatorFactory() {
        super(NODE);
    }

    private static DataTableSpec spec(final TableCreatorParameters parameters) throws InvalidSettingsException {
        final var columns = new ArrayList<DataColumnSpec>();
        for (final Column column : parameters.m_columnProperties) {
            if (!column.m_skip) {
                columns.add(Columns.column(column.m_name, column.m_type));
            }
        }
        return Columns.spec(columns);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws KNIMEException, CanceledExecutionException {
        final TableCreatorParameters p = in.getParameters();
        final String[][] texts = texts(p);
        final DataTableSpec spec;
        try {
            spec = spec(p);
        } catch (final InvalidSettingsException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
        out.setOutData(Columns.table(in.getExecutionContext(), spec, texts.length, (row, column) -> {
            final Column c = p.m_columnProperties[column];
            return c.m_skip ? null : cell(c, texts[row][column]);
        }, p.m_columnProperties.length, row -> p.m_rowIdPrefix + (row + p.m_rowIdStartValue) + p.m_rowIdSuffix));
    }

    /** Row by row; a cell that is not stored is the empty text. */
    private static String[][] texts(final TableCreatorParameters p) {
        final int rows = Arrays.stream(p.m_rowIndices).max().orElse(-1) + 1;
        final String[][] texts = new String[rows][p.m_columnProperties.length];
        for (final String[] row : texts) {
            Arrays.fill(row, "");
        }
        for (int i = 0; i < p.m_values.length; i++) {
            if (p.m_rowIndices[i] >= 0 && p.m_columnIndices[i] >= 0) {
                texts[p.m_rowIndices[i]][p.m_columnIndices[i]] = p.m_values[i];
            }
        }
        return texts;
    }

    private static DataCell cell(final Column column, final String text) {
        return text.equals(column.m_missing) ? DataType.getMissingCell()
            : CellTexts.cell(column.m_type.m_cellClass, text);
    }
}
