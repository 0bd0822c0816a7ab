// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.particleplot;

import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.LongValue;
import org.knime.core.node.InvalidSettingsException;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;
import org.scorewalk.nodes.util.NumberColumns;
import org.scorewalk.nodes.util.ParticleTable;

/**
 * The columns that are drawn.
 *
 * @param x column of the horizontal axis; empty where none was found
 * @param y column of the vertical axis; empty where none was found
 * @param run column that tells runs apart; empty for one run
 * @param step column that tells steps apart; empty for one step
 * @param particle column that tells particles apart; empty where they are numbered by their order
 * @param guessed whether x and y were chosen among more than two candidates by their order alone
 */
record PlotColumns(String x, String y, String run, String step, String particle, boolean guessed) {

    /**
     * What is drawn if the user chooses nothing.
     *
     * @param table the particles
     * @param score the score function whose outline is drawn
     * @return the columns; x and y are empty where there are too few
     */
    static PlotColumns guess(final DataTableSpec table, final Optional<ScoreFunctionPortObjectSpec> score) {
        final String run = existing(table, ParticleTable.RUN);
        final String step = existing(table, ParticleTable.STEP);
        final String particle = existing(table, ParticleTable.PARTICLE);
        final List<String> numbers = NumberColumns.namesOf(NumberColumns.of(table)).stream()
            .filter(name -> !ParticleTable.INDEX_COLUMNS.contains(name)).toList();
        final List<String> coordinates = score.map(ScoreFunctionPortObjectSpec::document)
            .map(DensityDocument::coordinateNames).filter(names -> names.size() >= 2 && numbers.containsAll(names))
            .orElse(numbers);
        final boolean enough = coordinates.size() >= 2;
        return new PlotColumns(enough ? coordinates.get(0) : "", enough ? coordinates.get(1) : "", run, step, particle,
            coordinates == numbers && numbers.size() > 2);
    }

    private static String existing(final DataTableSpec table, final String name) {
        final DataColumnSpec column = table.getColumnSpec(name);
        return column != null && column.getType().isCompatible(LongValue.class) ? name : "";
    }

    /**
     * The columns by the user's choice, completed by the guess.
     *
     * @param parameters the user's choice
     * @param table the particles
     * @param score the score function whose outline is drawn
     * @return the columns; all exist
     * @throws InvalidSettingsException where a column is missing or holds no numbers
     */
    static PlotColumns of(final ParticlePlotParameters parameters, final DataTableSpec table,
        final Optional<ScoreFunctionPortObjectSpec> score) throws InvalidSettingsException {
        final PlotColumns guess = guess(table, score);
        final boolean chosen = isSet(parameters.m_xColumn) && isSet(parameters.m_yColumn);
        final PlotColumns columns = new PlotColumns(choice(parameters.m_xColumn, guess.x),
            choice(parameters.m_yColumn, guess.y), choice(parameters.m_runColumn, guess.run),
            choice(parameters.m_stepColumn, guess.step), choice(parameters.m_particleColumn, guess.particle),
            guess.guessed && !chosen);
        if (columns.x.isEmpty() || columns.y.isEmpty()) {
            throw new InvalidSettingsException(("The table at the port '%s' has no two columns of numbers to draw "
                + "beside the columns of run, step and particle; there are: %s. Connect a table with two coordinates.")
                    .formatted(ParticlePlotNodeFactory.PARTICLES_PORT, NumberColumns.names(table)));
        }
        NumberColumns.index(table, ParticlePlotNodeFactory.PARTICLES_PORT, columns.x);
        NumberColumns.index(table, ParticlePlotNodeFactory.PARTICLES_PORT, columns.y);
        whole(table, "Run column", columns.run);
        whole(table, "Step column", columns.step);
        whole(table, "Particle column", columns.particle);
        return columns;
    }

    private static boolean isSet(final String column) {
        return column != null && !column.isEmpty();
    }

    private static String choice(final String chosen, final String guess) {
        return isSet(chosen) ? chosen : guess;
    }

    private static void whole(final DataTableSpec table, final String option, final String name)
        throws InvalidSettingsException {
        if (name.isEmpty()) {
            return;
        }
        final int index = NumberColumns.index(table, ParticlePlotNodeFactory.PARTICLES_PORT, name);
        if (!table.getColumnSpec(index).getType().isCompatible(LongValue.class)) {
            throw new InvalidSettingsException(("The column '%s' of the table at the port '%s' does not hold whole "
                + "numbers. Choose a column of integers in the option '%s'.").formatted(name,
                    ParticlePlotNodeFactory.PARTICLES_PORT, option));
        }
    }
}
