// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.Plural;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.GaussianMixtureDensity;
import org.scorewalk.nodes.util.CoordinateNames;
import org.scorewalk.nodes.util.NumberColumns;

/** Makes densities from the table at the optional input port. */
final class TableDensity {

    private static final String PORT = ScoreFunctionNodeFactory.TABLE_PORT;

    private TableDensity() {
    }

    /** What is known before the rows are, the temperature aside. */
    static DensityDocument announce(final ScoreFunctionParameters parameters, final DataTableSpec table)
        throws InvalidSettingsException {
        return switch (parameters.m_density) {
            case EXPRESSION -> ExpressionTable.announce(parameters, table);
            case GAUSSIAN -> {
                final var columns = gaussianColumns(parameters, table);
                yield GaussianDensity.announce(columns.size() - 1,
                    names(parameters, columns.subList(1, columns.size())));
            }
            case GAUSSIAN_MIXTURE -> {
                final var columns = parameters.m_gaussianMixture.columns(table);
                yield GaussianMixtureDensity.announce(columns.means().size(),
                    parameters.m_gaussianMixture.m_spread.spread(), names(parameters, columns.means()));
            }
            default -> throw new InvalidSettingsException(("A table is connected, but the option 'Density' is '%s', "
                + "which takes no table. Choose 'Gaussian', 'Gaussian mixture' or 'Expression', or remove the port "
                + "'%s'.").formatted(parameters.m_density.label(), PORT));
        };
    }

    /** The density of the rows, the temperature aside. */
    static Density density(final ScoreFunctionParameters parameters, final BufferedDataTable table,
        final Monitor monitor) throws InvalidSettingsException {
        final var spec = table.getDataTableSpec();
        announce(parameters, spec); // throws, if another kind of density is chosen, too
        return switch (parameters.m_density) {
            case EXPRESSION -> ExpressionTable.density(parameters, table, monitor);
            case GAUSSIAN_MIXTURE -> mixture(parameters, table, monitor);
            default -> gaussian(parameters, table, monitor);
        };
    }

    private static List<String> names(final ScoreFunctionParameters parameters, final List<String> columns) {
        final var names = CoordinateNames.read(parameters.m_coordinateNames);
        return names.isEmpty() ? columns : names;
    }

    private static GaussianMixtureDensity mixture(final ScoreFunctionParameters parameters,
        final BufferedDataTable table, final Monitor monitor) throws InvalidSettingsException {
        final var columns = parameters.m_gaussianMixture.columns(table.getDataTableSpec());
        InputException.check(table.size() > 0,
            "The table at the port '%s' is empty. Give one row for each component of the mixture.", PORT);
        return parameters.m_gaussianMixture.density(columns, read(table, columns.all(), monitor),
            names(parameters, columns.means()));
    }

    private static GaussianDensity gaussian(final ScoreFunctionParameters parameters, final BufferedDataTable table,
        final Monitor monitor) throws InvalidSettingsException {
        final var columns = gaussianColumns(parameters, table.getDataTableSpec());
        final int dimension = columns.size() - 1;
        final long rows = table.size();
        InputException.check(rows > 0,
            "The table at the port '%s' is empty. Give one row for each coordinate: its mean, then its covariances.",
            PORT);
        InputException.check(rows == dimension,
            "The table at the port '%s' has %s, but %s chosen (%s). Give one row for each "
                + "coordinate: its mean, then its covariances with all coordinates.",
            PORT, Plural.of(rows, "row"),
            Plural.of(dimension, "covariance column is", "covariance columns are"),
            NumberColumns.quoted(columns.subList(1, columns.size())));
        final var values = read(table, columns, monitor);
        final var covariance = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                covariance[i][j] = values[1 + j][i];
            }
        }
        return new GaussianDensity(values[0], covariance, names(parameters, columns.subList(1, columns.size())));
    }

    private static double[][] read(final BufferedDataTable table, final List<String> columns, final Monitor monitor)
        throws InvalidSettingsException {
        return NumberColumns.read(table, PORT, NumberColumns.indices(table.getDataTableSpec(), PORT, columns),
            monitor);
    }

    /** The columns of a Gaussian's mean (first) and of its covariances. */
    private static List<String> gaussianColumns(final ScoreFunctionParameters parameters, final DataTableSpec table)
        throws InvalidSettingsException {
        final var numbers = NumberColumns.namesOf(NumberColumns.of(table));
        if (numbers.isEmpty()) {
            throw new InvalidSettingsException(("The table at the port '%s' has no column of numbers. Give one row for "
                + "each coordinate: its mean, then its covariances with all coordinates.").formatted(PORT));
        }
        final var chosen = parameters.m_meanColumn;
        final var mean = chosen == null || chosen.isEmpty() ? numbers.get(0) : chosen;
        NumberColumns.index(table, PORT, mean);
        final var missing = parameters.m_covarianceColumns.getMissingSelected(NumberColumns.of(table));
        if (missing.length > 0) {
            NumberColumns.index(table, PORT, missing[0]); // throws
        }
        final var covariances = List.of(parameters.m_covarianceColumns.filter(NumberColumns.of(table))).stream()
            .filter(name -> !name.equals(mean)).toList();
        if (covariances.isEmpty()) {
            throw new InvalidSettingsException(("No covariance column is chosen from the table at the port '%s'. "
                + "Choose one column for each coordinate in the option 'Covariance columns'; the mean column '%s' is "
                + "none of them.").formatted(PORT, mean));
        }
        final var columns = new ArrayList<String>();
        columns.add(mean);
        columns.addAll(covariances);
        return columns;
    }
}
