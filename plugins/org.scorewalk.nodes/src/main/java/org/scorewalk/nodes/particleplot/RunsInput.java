// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.particleplot;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.plot.RunNames;
import org.scorewalk.nodes.util.NumberColumns;
import org.scorewalk.nodes.util.ParticleTable;

/** The table of runs that the Langevin Sampler outputs, or any other with a column of the runs' numbers. */
final class RunsInput {

    /** A figure cannot have so many panels; a table this long is no table of runs. */
    private static final int MAX_ROWS = 10_000;

    private RunsInput() {
    }

    static void check(final DataTableSpec spec) throws InvalidSettingsException {
        final int index = NumberColumns.index(spec, ParticlePlotNodeFactory.RUNS_PORT, ParticleTable.RUN);
        if (!spec.getColumnSpec(index).getType().isCompatible(LongValue.class)) {
            throw new InvalidSettingsException(("The column '%s' of the table at the port '%s' does not hold whole "
                + "numbers. Connect a table with the runs' numbers in that column.").formatted(ParticleTable.RUN,
                    ParticlePlotNodeFactory.RUNS_PORT));
        }
    }

    /** Reads what is known of each run; missing cells are left out. */
    static RunNames read(final BufferedDataTable table, final Monitor monitor) throws InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        check(spec);
        InputException.check(table.size() <= MAX_ROWS,
            "The table at the port '%s' has %d rows, too many for a table of runs. Connect one with a row for each "
                + "run.",
            ParticlePlotNodeFactory.RUNS_PORT, table.size());
        final int runColumn = spec.findColumnIndex(ParticleTable.RUN);
        final Map<Integer, Map<String, String>> names = new HashMap<>();
        try (var iterator = table.iterator()) {
            while (iterator.hasNext()) {
                monitor.check();
                final DataRow row = iterator.next();
                final DataCell run = row.getCell(runColumn);
                InputException.check(!run.isMissing(),
                    "The column '%s' of the table at the port '%s' has a missing cell in row '%s'. Remove the row.",
                    ParticleTable.RUN, ParticlePlotNodeFactory.RUNS_PORT, row.getKey());
                names.put((int)((LongValue)run).getLongValue(), values(spec, row));
            }
        }
        return new RunNames(names);
    }

    private static Map<String, String> values(final DataTableSpec spec, final DataRow row) {
        final Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < spec.getNumColumns(); i++) {
            final DataCell cell = row.getCell(i);
            if (!cell.isMissing()) {
                values.put(spec.getColumnSpec(i).getName(), cell instanceof DoubleValue number
                    ? RunNames.plain(number.getDoubleValue()) : cell.toString());
            }
        }
        // step sizes of their own for each coordinate stand in columns 'step size(x)': one text for the title
        final String each = values.entrySet().stream().filter(e -> e.getKey().startsWith(RunNames.STEP_SIZE + "("))
            .map(Map.Entry::getValue).collect(Collectors.joining(", ", "(", ")"));
        if (each.length() > 2) {
            values.putIfAbsent(RunNames.STEP_SIZE, each);
        }
        return values;
    }
}
