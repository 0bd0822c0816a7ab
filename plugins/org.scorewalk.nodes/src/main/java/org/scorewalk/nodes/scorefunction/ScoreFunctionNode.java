// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.Plural;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityFamily;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;
import org.scorewalk.nodes.util.CoordinateNames;
import org.scorewalk.nodes.util.ExecutionMonitors;
import org.scorewalk.nodes.util.NumberColumns;
import org.scorewalk.nodes.util.UserErrors;

/** Configures and executes the Score Function node. */
final class ScoreFunctionNode {

    private ScoreFunctionNode() {
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final ScoreFunctionParameters parameters = input.getParameters();
        UserErrors.configuring(() -> {
            if (input.getInPortSpecs().length == 0) {
                output.setOutSpec(0, ScoreFunctionPortObjectSpec.of(parameters.typedDensity()));
                return;
            }
            if (parameters.m_density == DensityFamily.EXPRESSION) {
                output.setOutSpec(0, ScoreFunctionPortObjectSpec
                    .incomplete(ExpressionTable.announce(parameters, input.getInTableSpec(0))));
                return;
            }
            final var columns = tableColumns(parameters, input.getInTableSpec(0));
            final var names = names(parameters, columns);
            output.setOutSpec(0,
                ScoreFunctionPortObjectSpec.incomplete(GaussianDensity.announce(columns.size() - 1, names)));
        });
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws CanceledExecutionException, KNIMEException {
        final ScoreFunctionParameters parameters = input.getParameters();
        UserErrors.executing(() -> {
            final var monitor = ExecutionMonitors.of(input.getExecutionContext());
            monitor.check();
            final var density = input.getInPortObjects().length == 0 ? parameters.typedDensity()
                : fromTable(parameters, input.getInTable(0), monitor);
            monitor.check();
            final var score = new ScoreFunctionPortObject(density);
            output.setOutData(0, score);
            output.setInternalData(score);
        });
    }

    private static List<String> tableColumns(final ScoreFunctionParameters parameters, final DataTableSpec table)
        throws InvalidSettingsException {
        if (parameters.m_density != DensityFamily.GAUSSIAN) {
            throw new InvalidSettingsException(("A table is connected, but the option 'Density' is '%s', which "
                + "takes no table. "
                + "Choose 'Gaussian' or 'Expression', or remove the port '%s'.").formatted(parameters.m_density.label(),
                    ScoreFunctionNodeFactory.TABLE_PORT));
        }
        return parameters.columns(table);
    }

    private static List<String> names(final ScoreFunctionParameters parameters, final List<String> columns) {
        final var names = CoordinateNames.read(parameters.m_coordinateNames);
        return names.isEmpty() ? columns.subList(1, columns.size()) : names;
    }

    private static Density fromTable(final ScoreFunctionParameters parameters, final BufferedDataTable table,
        final Monitor monitor) throws InvalidSettingsException {
        if (parameters.m_density == DensityFamily.EXPRESSION) {
            return ExpressionTable.density(parameters, table, monitor);
        }
        final var columns = tableColumns(parameters, table.getDataTableSpec());
        final int dimension = columns.size() - 1;
        final long rows = table.size();
        InputException.check(rows > 0,
            "The table at the port '%s' is empty. Give one row for each coordinate: its mean, then its covariances.",
            ScoreFunctionNodeFactory.TABLE_PORT);
        InputException.check(rows == dimension,
            "The table at the port '%s' has %s, but %s chosen (%s). Give one row for each "
                + "coordinate: its mean, then its covariances with all coordinates.",
            ScoreFunctionNodeFactory.TABLE_PORT, Plural.of(rows, "row"),
            Plural.of(dimension, "covariance column is", "covariance columns are"),
            NumberColumns.quoted(columns.subList(1, columns.size())));
        final var values = NumberColumns.read(table, ScoreFunctionNodeFactory.TABLE_PORT,
            NumberColumns.indices(table.getDataTableSpec(), ScoreFunctionNodeFactory.TABLE_PORT, columns), monitor);
        final var covariance = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                covariance[i][j] = values[1 + j][i];
            }
        }
        return new GaussianDensity(values[0], covariance, names(parameters, columns));
    }
}
