// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.knime.core.node.NodeSettings;
import org.scorewalk.standin.ui.ParametersPersistence;

/**
 * A small table to be stored in a Table Creator.
 *
 * @param columns the columns
 * @param rows a text for each column, null where a cell is missing; no text is empty, which stands for missing
 */
public record TypedTable(List<Column> columns, List<String[]> rows) {

    /**
     * A column.
     *
     * @param name its name
     * @param cellClass the class of its cells, see {@link CellTexts#cellClass}
     */
    public record Column(String name, String cellClass) {
    }

    /** @return whether the last row has missing cells only, which KNIME before 5.11 does not store */
    public boolean endsEmpty() {
        return !rows.isEmpty() && Stream.of(rows.get(rows.size() - 1)).allMatch(Objects::isNull);
    }

    /**
     * The settings that KNIME's node has after somebody typed this table into its dialog.
     *
     * @param factory which of the two nodes, by KNIME's class
     * @param settings takes the settings
     */
    public void save(final String factory, final NodeSettings settings) {
        ParametersPersistence.save(ModernTableCreatorFactory.KNIME_FACTORY.equals(factory) ? modern() : classic(),
            settings);
    }

    private TableCreatorParameters classic() {
        final var parameters = new TableCreatorParameters();
        final var rowIndices = new ArrayList<Integer>();
        final var columnIndices = new ArrayList<Integer>();
        final var values = new ArrayList<String>();
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                if (rows.get(r)[c] != null) {
                    rowIndices.add(r);
                    columnIndices.add(c);
                    values.add(rows.get(r)[c]);
                }
            }
        }
        parameters.m_rowIndices = rowIndices.stream().mapToInt(Integer::intValue).toArray();
        parameters.m_columnIndices = columnIndices.stream().mapToInt(Integer::intValue).toArray();
        parameters.m_values = values.toArray(String[]::new);
        parameters.m_columnProperties = columns.stream().map(column -> {
            final var made = new TableCreatorParameters.Column();
            made.m_name = column.name();
            made.m_type.m_cellClass = column.cellClass();
            return made;
        }).toArray(TableCreatorParameters.Column[]::new);
        return parameters;
    }

    private ModernTableCreatorParameters modern() {
        final var parameters = new ModernTableCreatorParameters();
        parameters.m_numRows = rows.size();
        parameters.m_columns = new ModernTableCreatorParameters.Column[columns.size()];
        for (int c = 0; c < columns.size(); c++) {
            final var made = new ModernTableCreatorParameters.Column();
            made.m_name = columns.get(c).name();
            made.m_type.m_cellClass = columns.get(c).cellClass();
            final int at = c;
            made.m_values = rows.stream().map(r -> r[at]).toArray(String[]::new);
            parameters.m_columns[c] = made;
        }
        return parameters;
    }
}
