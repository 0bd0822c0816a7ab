// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.langevin;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.nodes.util.NumberColumns;
import org.scorewalk.nodes.util.ParticleTable;

/** Finds the columns with starting points in a table. */
final class StartTable {

    private StartTable() {
    }

    /**
     * The columns to start from, one a coordinate, in the order of the coordinates.
     *
     * @param table the table's spec
     * @param filter the user's choice; nothing chosen means that columns are found by the coordinates' names, else all
     *            columns of numbers are taken but those that count runs, steps and particles
     * @param density the density
     * @return the columns' names
     * @throws InvalidSettingsException if a chosen column is missing or their number is not the dimension
     */
    static List<String> columns(final DataTableSpec table, final ColumnFilter filter, final DensityDocument density)
        throws InvalidSettingsException {
        final var missing = filter.getMissingSelectedFromFullSpec(table);
        if (missing.length > 0) {
            NumberColumns.index(table, LangevinSamplerNodeFactory.START_PORT, missing[0]); // throws
        }
        final var chosen = Arrays.asList(filter.filterFromFullSpec(table));
        NumberColumns.indices(table, LangevinSamplerNodeFactory.START_PORT, chosen); // all numbers?
        final var names = density.coordinates();
        final var numbers = NumberColumns.namesOf(NumberColumns.of(table));
        if (chosen.isEmpty() && !names.isEmpty() && numbers.containsAll(names)) {
            return names;
        }
        final var columns = chosen.isEmpty()
            ? numbers.stream().filter(name -> !ParticleTable.INDEX_COLUMNS.contains(name)).toList() : chosen;
        if (columns.size() != density.dimension()) {
            throw new InvalidSettingsException(("The density has %d %s, but the table at the port '%s' gives %d %s "
                + "to start "
                + "from%s. Choose as many columns as there are coordinates in the option 'Start columns'.").formatted(
                    density.dimension(), density.dimension() == 1 ? "coordinate" : "coordinates",
                    LangevinSamplerNodeFactory.START_PORT, columns.size(), columns.size() == 1 ? "column" : "columns",
                    columns.isEmpty() ? "" : (" (" + NumberColumns.quoted(columns) + ")")));
        }
        return new HashSet<>(columns).equals(new HashSet<>(names)) ? names : columns;
    }
}
