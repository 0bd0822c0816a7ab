// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.foreign;

import java.util.List;
import java.util.function.IntFunction;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Makes a table of texts. */
final class Columns {

    /** Gives cells. */
    interface Cells {
        /** @return the cell, null for a column that is left out */
        DataCell at(int row, int column);
    }

    private Columns() {
    }

    static DataColumnSpec column(final String name, final CellType type) throws InvalidSettingsException {
        return new DataColumnSpecCreator(name, CellTexts.type(type.m_cellClass)).createSpec();
    }

    static DataTableSpec spec(final List<DataColumnSpec> columns) throws InvalidSettingsException {
        final long different = columns.stream().map(DataColumnSpec::getName).distinct().count();
        if (different < columns.size()) {
            throw new InvalidSettingsException("Two columns have the same name. Give each column a name of its own.");
        }
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    static BufferedDataTable table(final ExecutionContext context, final DataTableSpec spec, final int rows,
        final Cells cells, final int columns, final IntFunction<String> keys)
        throws KNIMEException, CanceledExecutionException {
        final BufferedDataContainer container = context.createDataContainer(spec);
        for (int row = 0; row < rows; row++) {
            context.checkCanceled();
            final DataCell[] made = new DataCell[spec.getNumColumns()];
            int n = 0;
            for (int column = 0; column < columns; column++) {
                final DataCell cell;
                try {
                    cell = cells.at(row, column);
                } catch (final NumberFormatException e) {
                    throw new KNIMEException("The column \"" + spec.getColumnSpec(n).getName() + "\" holds numbers of "
                        + "the type \"" + spec.getColumnSpec(n).getType().getName() + "\", but row \"" + keys.apply(row)
                        + "\" has something else there (" + e.getMessage() + "). Correct the value, or choose another "
                        + "type for the column.", e);
                }
                if (cell != null) {
                    made[n++] = cell;
                }
            }
            container.addRowToTable(new DefaultRow(keys.apply(row), made));
        }
        container.close();
        return container.getTable();
    }
}
