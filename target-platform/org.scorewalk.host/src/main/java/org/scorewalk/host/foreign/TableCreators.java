// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** What others have to know of the Table Creators' settings. */
public final class TableCreators {

    /** What {@code --set} fills a table by; the nodes have no option of this name. */
    private static final String CSV = "csv";

    private TableCreators() {
    }

    /**
     * @param factory a node's factory by KNIME's class
     * @param option the name of an option
     * @return whether a file is to be read into the table of a Table Creator
     */
    public static boolean isCsv(final String factory, final String option) {
        return CSV.equals(option) && (TableCreatorFactory.KNIME_FACTORY.equals(factory)
            || ModernTableCreatorFactory.KNIME_FACTORY.equals(factory));
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
}
