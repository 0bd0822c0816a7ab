// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scoreapply;

import static org.scorewalk.engine.InputException.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.scorewalk.engine.Plural;
import org.scorewalk.engine.density.BlockEvaluation;
import org.scorewalk.engine.density.Capability;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.transform.Interval;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;
import org.scorewalk.nodes.util.ExecutionMonitors;
import org.scorewalk.nodes.util.NumberColumns;
import org.scorewalk.nodes.util.UserErrors;

/** Configures and executes the Score Function Apply node. */
final class ScoreFunctionApplyNode {

    private static final int BLOCK = 256;

    private ScoreFunctionApplyNode() {
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final ScoreFunctionApplyParameters parameters = input.getParameters();
        UserErrors.configuring(() -> {
            final PortObjectSpec[] specs = input.getInPortSpecs();
            if (!(specs[0] instanceof ScoreFunctionPortObjectSpec score)) {
                throw new InvalidSettingsException(
                    "The score function is not known yet. Connect a node Score Function, or execute the node before.");
            }
            final var table = (DataTableSpec)specs[1];
            columns(parameters, table, score.document());
            output.setOutSpec(0, spec(parameters, table, score.document()));
        });
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws CanceledExecutionException, KNIMEException {
        final ScoreFunctionApplyParameters parameters = input.getParameters();
        UserErrors.executing(() -> {
            final ScoreFunctionPortObject score = input.getInPortObject(0);
            final var monitor = ExecutionMonitors.of(input.getExecutionContext());
            final var density = score.density().watchedBy(monitor);
            final var table = input.getInTable(1);
            final var columns = columns(parameters, table.getDataTableSpec(), density.document());
            final var container = input.getExecutionContext()
                .createDataContainer(spec(parameters, table.getDataTableSpec(), density.document()));
            final var block = new ArrayList<DataRow>(BLOCK);
            final var evaluation = evaluation(parameters, density);
            long done = 0;
            long notFinite = 0;
            try (var rows = table.iterator()) {
                while (rows.hasNext()) {
                    block.add(rows.next());
                    if (block.size() == BLOCK || !rows.hasNext()) {
                        monitor.check();
                        notFinite += append(block, columns, density.ranges(), evaluation, parameters, container);
                        done += block.size();
                        final var row = done;
                        monitor.report((double)done / table.size(),
                            () -> String.format(Locale.ROOT, "Row %,d of %,d", row, table.size()));
                        block.clear();
                    }
                }
            } finally {
                container.close();
            }
            output.setOutData(0, container.getTable());
            if (notFinite > 0) {
                output.setWarningMessage(("The log-density or the score of %s is no finite number, so its cells are "
                    + "missing. Check whether the points lie far outside the density.").formatted(
                        Plural.of(notFinite, "row")));
            }
        });
    }

    /** What is asked for, for blocks of rows one after the other: its scratch memory is made once. */
    private static BlockEvaluation evaluation(final ScoreFunctionApplyParameters parameters, final Density density) {
        if (parameters.m_appendLogDensity && parameters.m_appendScore) {
            return density.blockEvaluation(BLOCK);
        }
        if (parameters.m_appendScore) {
            final var scores = density.blockScore(BLOCK);
            return (x, n, logDensity, score) -> scores.score(x, n, score);
        }
        return (x, n, logDensity, score) -> {
            if (parameters.m_appendLogDensity) {
                density.logDensity(x, n, logDensity);
            }
        };
    }

    /** Gives the number of rows where the density gave what is no number. */
    private static int append(final List<DataRow> rows, final int[] columns, final List<Interval> ranges,
        final BlockEvaluation evaluation, final ScoreFunctionApplyParameters parameters,
        final BufferedDataContainer container) {
        final int d = columns.length;
        final int n = rows.size();
        final var z = new double[d][n];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < d; i++) {
                final var cell = rows.get(k).getCell(columns[i]);
                final var value = cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue();
                check(cell.isMissing() || Double.isFinite(value), "The column '%s' of the table at the port '%s' holds "
                    + "%s in row '%s', but all numbers must be finite. Remove the row or replace the number.",
                    container.getTableSpec().getColumnSpec(columns[i]).getName(),
                    ScoreFunctionApplyNodeFactory.POINTS_PORT, value, rows.get(k).getKey());
                z[i][k] = ranges.isEmpty() ? value : ranges.get(i).toLine(value);
            }
        }
        final var logDensity = new double[n];
        final var score = new double[d][n];
        evaluation.evaluate(z, n, logDensity, score);
        int notFinite = 0;
        for (int k = 0; k < n; k++) {
            final var cells = new ArrayList<DataCell>();
            rows.get(k).forEach(cells::add);
            final var missing = missing(rows.get(k), columns);
            final var outside = !missing && isOutside(z, k) && !ranges.isEmpty();
            boolean odd = false;
            if (parameters.m_appendLogDensity) {
                double value = logDensity[k];
                for (int i = 0; i < ranges.size(); i++) {
                    value -= ranges.get(i).logJacobian(z[i][k]);
                }
                // minus infinity is the log-density where there is none
                final var number = outside ? Double.NEGATIVE_INFINITY : value;
                final var none = missing || Double.isNaN(number) || number == Double.POSITIVE_INFINITY;
                odd = none && !missing;
                cells.add(none ? DataType.getMissingCell() : new DoubleCell(number));
            }
            for (int i = 0; i < (parameters.m_appendScore ? d : 0); i++) {
                final var value = ranges.isEmpty() ? score[i][k]
                    : (score[i][k] - ranges.get(i).logJacobianSlope(z[i][k])) / ranges.get(i).slope(z[i][k]);
                final var none = missing || outside || !Double.isFinite(value);
                odd |= none && !missing && !outside;
                cells.add(none ? DataType.getMissingCell() : new DoubleCell(value));
            }
            notFinite += odd ? 1 : 0;
            container.addRowToTable(new DefaultRow(rows.get(k).getKey(), cells.toArray(DataCell[]::new)));
        }
        return notFinite;
    }

    private static boolean missing(final DataRow row, final int[] columns) {
        return Arrays.stream(columns).anyMatch(c -> row.getCell(c).isMissing());
    }

    private static boolean isOutside(final double[][] z, final int k) {
        return Arrays.stream(z).anyMatch(row -> !Double.isFinite(row[k]));
    }

    private static int[] columns(final ScoreFunctionApplyParameters parameters, final DataTableSpec table,
        final DensityDocument density) throws InvalidSettingsException {
        check(!parameters.m_appendLogDensity || density.capabilities().contains(Capability.LOG_DENSITY),
            "The score function offers no log-density. Switch off the option 'Append log-density'.");
        final var missing = parameters.m_columns.getMissingSelectedFromFullSpec(table);
        if (missing.length > 0) {
            NumberColumns.index(table, ScoreFunctionApplyNodeFactory.POINTS_PORT, missing[0]); // throws
        }
        final var chosen = Arrays.asList(parameters.m_columns.filterFromFullSpec(table));
        final var names = chosen.isEmpty() ? density.coordinateNames() : chosen;
        check(names.size() == density.dimension(),
            "The density has %d coordinates, but %d columns are chosen (%s). Choose one column for each coordinate in "
                + "the option 'Coordinates'.", density.dimension(), names.size(), NumberColumns.quoted(names));
        return NumberColumns.indices(table, ScoreFunctionApplyNodeFactory.POINTS_PORT, names);
    }

    private static DataTableSpec spec(final ScoreFunctionApplyParameters parameters, final DataTableSpec table,
        final DensityDocument density) {
        final var columns = new ArrayList<DataColumnSpec>();
        table.forEach(columns::add);
        final var names = new ArrayList<String>();
        if (parameters.m_appendLogDensity) {
            names.add("log density");
        }
        if (parameters.m_appendScore) {
            density.coordinateNames().forEach(name -> names.add("score(" + name + ")"));
        }
        for (final var name : names) {
            check(!table.containsName(name), "The table at the port '%s' has a column '%s' already. Rename or remove "
                + "it.", ScoreFunctionApplyNodeFactory.POINTS_PORT, name);
            columns.add(new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec());
        }
        return new DataTableSpec(table.getName(), columns.toArray(DataColumnSpec[]::new));
    }
}
