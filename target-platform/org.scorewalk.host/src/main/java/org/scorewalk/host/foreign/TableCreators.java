// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.scorewalk.host.foreign.TableCreatorParameters.Column;
import org.scorewalk.standin.ui.ParametersPersistence;

/** What others have to know of the Table Creators' settings. */
public final class TableCreators {

    /**
     * A column of a table to store.
     *
     * @param name its name
     * @param cellClass the class of its cells, see {@link CellTexts#cellClass}
     */
    public record TypedColumn(String name, String cellClass) {
    }

    private TableCreators() {
    }

    /**
     * Tells what of stored settings this program does not do as KNIME does.
     *
     * @param model the settings of a Table Creator of either kind
     * @param error takes why the node cannot be executed here, without the node's name
     * @param note takes what is left out without a change to the cells
     */
    public static void check(final NodeSettingsRO model, final Consumer<String> error, final Consumer<String> note) {
        final boolean modern = model.containsKey("columns");
        for (final NodeSettingsRO column : groups(model, modern ? "columns" : "columnProperties")) {
            final String name = column.getString(modern ? "name" : "ColumnName", "");
            for (final NodeSettingsRO type : group(column, modern ? "type" : "ColumnClass")) {
                final String cellClass = type.getString("cell_class", null);
                if (!CellTexts.isKnown(cellClass)) {
                    error.accept("its column \"" + name + "\" has cells of the class '" + cellClass
                        + "', which this program does not make; it makes strings, booleans, integers, long integers "
                        + "and doubles. Give the column one of these types in KNIME, or run the workflow in KNIME "
                        + "('./run --knime').");
                }
            }
            if (!modern && (column.containsKey("PossValues") || column.containsKey("LowerBound")
                || column.containsKey("UpperBound"))) {
                note.accept("the bounds or values typed for the domain of its column \"" + name
                    + "\" are not used here; the domain is that of the cells.");
            }
        }
    }

    private static List<NodeSettingsRO> groups(final NodeSettingsRO parent, final String key) {
        final var groups = new ArrayList<NodeSettingsRO>();
        for (final NodeSettingsRO all : group(parent, key)) {
            all.keySet().forEach(k -> groups.addAll(group(all, k)));
        }
        return groups;
    }

    /** The config as a list of one; empty where there is none, which loading the settings tells. */
    private static List<NodeSettingsRO> group(final NodeSettingsRO parent, final String key) {
        try {
            return List.of(parent.getNodeSettings(key));
        } catch (final InvalidSettingsException e) { // NOSONAR: see above
            return List.of();
        }
    }

    /**
     * The settings that KNIME's node has after somebody typed a table into its dialog.
     *
     * @param columns the columns
     * @param rows a text for each column, null where a cell is missing
     * @param settings takes the settings, in the form before 5.11, which all versions load
     */
    public static void save(final List<TypedColumn> columns, final List<String[]> rows, final NodeSettings settings) {
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
        parameters.m_columnProperties = columns.stream().map(TableCreators::column).toArray(Column[]::new);
        ParametersPersistence.save(parameters, settings);
    }

    private static Column column(final TypedColumn typed) {
        final var column = new Column();
        column.m_name = typed.name();
        column.m_type.m_cellClass = typed.cellClass();
        return column;
    }
}
