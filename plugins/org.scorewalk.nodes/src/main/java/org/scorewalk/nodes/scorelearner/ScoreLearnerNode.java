// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorelearner;

import static org.scorewalk.engine.InputException.check;

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
import org.scorewalk.engine.Plural;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.scorelearning.LearnedDensity;
import org.scorewalk.engine.scorelearning.ScoreTrainer;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;
import org.scorewalk.nodes.util.ExecutionMonitors;
import org.scorewalk.nodes.util.NumberColumns;
import org.scorewalk.nodes.util.ParticleTable;
import org.scorewalk.nodes.util.UserErrors;

/** Configures and executes the Score Learner node. */
final class ScoreLearnerNode {

    /** The part of the progress bar that reading takes. */
    private static final double READING = 0.02;

    /** With fewer rows, users are warned. */
    private static final int FEW_ROWS = 200;

    private ScoreLearnerNode() {
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final ScoreLearnerParameters parameters = input.getParameters();
        UserErrors.configuring(() -> {
            final var settings = parameters.settings();
            final List<String> columns = columns(parameters, input.getInTableSpec(0));
            output.setOutSpecs(ScoreFunctionPortObjectSpec.incomplete(
                LearnedDensity.describe(columns, settings.levels(), settings.hidden())), LossesTable.spec());
        });
    }

    private static List<String> columns(final ScoreLearnerParameters parameters, final DataTableSpec table)
        throws InvalidSettingsException {
        final var numbers = NumberColumns.of(table).stream()
            .filter(column -> !ParticleTable.INDEX_COLUMNS.contains(column.getName())).toList();
        final var missing = parameters.m_columns.getMissingSelected(numbers);
        if (missing.length > 0) {
            NumberColumns.index(table, ScoreLearnerNodeFactory.DATA_PORT, missing[0]); // throws unless it counts
            throw new InvalidSettingsException(("The column '%s' cannot be learned, because tables of particles have a "
                + "column of this name, which counts. Leave it out, or rename it.").formatted(missing[0]));
        }
        final var columns = List.of(parameters.m_columns.filter(numbers));
        check(!columns.isEmpty(), "No column of numbers of the table at the port '%s' is chosen; there are: %s. Choose "
            + "at least one for the option 'Columns'.", ScoreLearnerNodeFactory.DATA_PORT,
            numbers.isEmpty() ? "none" : NumberColumns.quoted(NumberColumns.namesOf(numbers)));
        check(columns.size() <= DensityDocument.MAX_DIMENSION,
            "%s are chosen, but a score function has no more than %d coordinates. Choose fewer for the option "
                + "'Columns'.", Plural.of(columns.size(), "column"), DensityDocument.MAX_DIMENSION);
        return columns;
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws CanceledExecutionException, KNIMEException {
        final ScoreLearnerParameters parameters = input.getParameters();
        UserErrors.executing(() -> {
            final var execution = input.getExecutionContext();
            final var monitor = ExecutionMonitors.of(execution);
            final BufferedDataTable table = input.getInTable(0);
            final List<String> columns = columns(parameters, table.getDataTableSpec());
            check(table.size() >= ScoreTrainer.MIN_ROWS, "The table at the port '%s' has %s, but at least %d are "
                + "needed, and some hundreds to learn anything of use.", ScoreLearnerNodeFactory.DATA_PORT,
                Plural.of(table.size(), "row"), ScoreTrainer.MIN_ROWS);
            final double[][] x = NumberColumns.read(table, ScoreLearnerNodeFactory.DATA_PORT,
                NumberColumns.indices(table.getDataTableSpec(), ScoreLearnerNodeFactory.DATA_PORT, columns),
                monitor.slice(0, READING));
            final var losses = execution.createDataContainer(LossesTable.spec());
            final LearnedDensity density;
            try {
                density = ScoreTrainer.train(parameters.settings(), columns, x,
                    new LossesTable(losses), monitor.slice(READING, 1));
            } finally {
                losses.close();
            }
            if (table.size() < FEW_ROWS) {
                output.setWarningMessage(("The table has only %s. A score that is learned from so few mostly repeats "
                    + "them.").formatted(Plural.of(table.size(), "row")));
            }
            final var score = new ScoreFunctionPortObject(density);
            output.setOutData(score, losses.getTable());
            output.setInternalData(
                ScoreLearnerView.store(parameters.settings(), x, score, losses.getTable(), execution));
        });
    }
}
