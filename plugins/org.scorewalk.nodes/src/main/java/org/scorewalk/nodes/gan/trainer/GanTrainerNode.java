// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.trainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataContainer;
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
import org.scorewalk.engine.gan.Diversity;
import org.scorewalk.engine.gan.GanData;
import org.scorewalk.engine.gan.GanModel;
import org.scorewalk.engine.gan.GanShape;
import org.scorewalk.engine.gan.GanTrainer;
import org.scorewalk.nodes.gan.GanRows;
import org.scorewalk.nodes.port.GanPortObject;
import org.scorewalk.nodes.port.GanPortObjectSpec;
import org.scorewalk.nodes.util.ExecutionMonitors;
import org.scorewalk.nodes.util.NumberColumns;
import org.scorewalk.nodes.util.PngCells;
import org.scorewalk.nodes.util.UserErrors;

/** Configures and executes the GAN Trainer node. */
final class GanTrainerNode {

    /** The part of the progress bar that reading takes. */
    private static final double READING = 0.02;

    /** Before that a generator has not learned anything yet. */
    private static final int MIN_ITERATIONS = 1000;

    private GanTrainerNode() {
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final GanTrainerParameters parameters = input.getParameters();
        UserErrors.configuring(() -> {
            final var settings = parameters.settings();
            final DataTableSpec table = input.getInTableSpec(0);
            final List<String> columns = columns(parameters, table);
            final boolean images = parameters.m_data == GanTrainerParameters.Data.IMAGES;
            int noise = settings.noiseDimension();
            if (input.getInPortSpecs().length > 1) {
                final var earlier = (GanPortObjectSpec)input.getInPortSpec(1);
                checkEarlier(earlier, images, columns);
                noise = earlier.noiseDimension();
            }
            output.setOutSpecs(new GanPortObjectSpec(images ? null : columns, noise), LossTable.spec(),
                samplesSpec(images ? null : columns));
        });
    }

    private static void checkEarlier(final GanPortObjectSpec earlier, final boolean images, final List<String> columns)
        throws InvalidSettingsException {
        if (!earlier.can(GanPortObjectSpec.Capability.CONTINUE)) {
            throw new InvalidSettingsException(
                "The training of the GAN at the port '%s' cannot go on. Connect another one."
                .formatted(GanTrainerNodeFactory.EARLIER_PORT));
        }
        if (earlier.isImages() != images || !images && !earlier.columns().equals(columns)) {
            throw new InvalidSettingsException(
                ("The GAN at the port '%s' has learned %s, but the option 'Learn from' chooses %s. "
                + "Choose the same, or connect another GAN.").formatted(GanTrainerNodeFactory.EARLIER_PORT,
                    describe(earlier.isImages(), earlier.columns()), describe(images, columns)));
        }
    }

    private static String describe(final boolean images, final List<String> columns) {
        return images ? "images" : "the columns " + NumberColumns.quoted(columns);
    }

    /** The column of images, or the columns of numbers, that are learned. */
    private static List<String> columns(final GanTrainerParameters parameters, final DataTableSpec table)
        throws InvalidSettingsException {
        return parameters.m_data == GanTrainerParameters.Data.IMAGES ? List.of(imageColumn(parameters, table))
            : numberColumns(parameters, table);
    }

    private static String imageColumn(final GanTrainerParameters parameters, final DataTableSpec table)
        throws InvalidSettingsException {
        final String chosen = parameters.m_imageColumn;
        if (chosen == null || chosen.isEmpty()) {
            return table.stream().filter(PngCells::isPng).map(DataColumnSpec::getName).findFirst()
                .orElseThrow(() -> new InvalidSettingsException(
                ("The table at the port '%s' has no column of PNG images. "
                    + "Connect a table with images, or choose 'Numbers' for the option 'Learn from'.")
                        .formatted(GanTrainerNodeFactory.DATA_PORT)));
        }
        final DataColumnSpec column = table.getColumnSpec(chosen);
        if (column == null) {
            throw new InvalidSettingsException(
                "The column '%s' is not in the table at the port '%s'. Choose another column; there are: %s."
                    .formatted(chosen,
                    GanTrainerNodeFactory.DATA_PORT, NumberColumns.names(table)));
        }
        if (!PngCells.isPng(column)) {
            throw new InvalidSettingsException(
                ("The column '%s' of the table at the port '%s' holds no PNG images (its type is "
                + "%s). Choose a column of PNG images.").formatted(chosen, GanTrainerNodeFactory.DATA_PORT,
                column.getType()));
        }
        return chosen;
    }

    private static List<String> numberColumns(final GanTrainerParameters parameters, final DataTableSpec table)
        throws InvalidSettingsException {
        final var numbers = NumberColumns.of(table);
        final String[] missing = parameters.m_columns.getMissingSelected(numbers);
        if (missing.length > 0) {
            NumberColumns.index(table, GanTrainerNodeFactory.DATA_PORT, missing[0]); // throws
        }
        final List<String> columns = Arrays.asList(parameters.m_columns.filter(numbers));
        if (columns.isEmpty()) {
            throw new InvalidSettingsException(
                ("No column of numbers of the table at the port '%s' is chosen; there are: %s. "
                + "Choose at least one for the option 'Number columns'.").formatted(GanTrainerNodeFactory.DATA_PORT,
                    numbers.isEmpty() ? "none" : NumberColumns.quoted(NumberColumns.namesOf(numbers))));
        }
        return columns;
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws CanceledExecutionException, KNIMEException {
        final GanTrainerParameters parameters = input.getParameters();
        UserErrors.executing(() -> {
            final var execution = input.getExecutionContext();
            final var monitor = ExecutionMonitors.of(execution);
            final BufferedDataTable table = input.getInTable(0);
            final Optional<GanModel> earlier = input.getInPortObjects().length > 1
                ? Optional.of(((GanPortObject)input.getInPortObject(1)).model()) : Optional.empty();
            final List<String> columns = columns(parameters, table.getDataTableSpec());
            final GanData data = read(parameters, table, columns, earlier, monitor.slice(0, READING));
            final boolean images = parameters.m_data == GanTrainerParameters.Data.IMAGES;
            final BufferedDataContainer losses = execution.createDataContainer(LossTable.spec());
            final BufferedDataContainer samples = execution.createDataContainer(samplesSpec(images ? null : columns));
            final BufferedDataTable real = GanTrainerView.real(data, execution);
            final var settings = parameters.settings();
            final TrainingTables tables = new TrainingTables(losses, samples, data.shape());
            final GanTrainer.Result result;
            try (tables) {
                result = GanTrainer.train(settings, data, earlier, tables, monitor.slice(READING, 1));
            }
            warn(parameters, data, earlier, result).ifPresent(output::setWarningMessage);
            final GanModel model = parameters.m_keepMemory ? result.model() : result.model().withoutMemory();
            output.setOutData(new GanPortObject(model), tables.losses(), tables.samples());
            output.setInternalData(
                GanTrainerView.store(parameters, settings, model, earlier, tables, real, execution));
        });
    }

    private static Optional<String> warn(final GanTrainerParameters parameters, final GanData data,
        final Optional<GanModel> earlier, final GanTrainer.Result result) {
        final List<String> warnings = new ArrayList<>();
        if (result.end() == GanTrainer.End.MINUTES) {
            warnings.add("Training stopped after %s minutes, in epoch %d of %d.".formatted(parameters.m_maxMinutes,
                result.model().epochs() + 1, earlier.map(GanModel::epochs).orElse(0) + parameters.m_epochs));
        } else if (result.end() == GanTrainer.End.PATIENCE) {
            warnings.add("Training stopped after epoch %d, since %d epochs in a row brought no improvement."
                .formatted(result.model().epochs(), parameters.m_patience));
        }
        if (parameters.m_batchSize > data.rows()) {
            warnings.add("The option 'Batch size' is %d, but the table has %s, so all of them are one batch."
                .formatted(parameters.m_batchSize, Plural.of(data.rows(), "row")));
        }
        final double diversity = Diversity.relative(result.model(), data);
        if (result.model().iterations() >= MIN_ITERATIONS && diversity < Diversity.SUSPICIOUS) {
            warnings.add(("Mode collapse suspected: generated rows differ from one another only %.0f %% as much as "
                + "those of the input. Look at the samples; another seed, a smaller learning rate or another loss may "
                + "help.")
                .formatted(100 * diversity));
        }
        if (data.shape() instanceof GanShape.Table table) {
            final List<String> constant = new ArrayList<>();
            for (int j = 0; j < table.columns(); j++) {
                if (table.isConstant(j)) {
                    constant.add(table.names().get(j));
                }
            }
            if (!constant.isEmpty()) {
                warnings.add("These columns are constant and will be generated as they are: %s."
                    .formatted(NumberColumns.quoted(constant)));
            }
        }
        return warnings.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", warnings));
    }

    private static GanData read(final GanTrainerParameters parameters, final BufferedDataTable table,
        final List<String> columns, final Optional<GanModel> earlier, final Monitor monitor)
        throws InvalidSettingsException {
        if (parameters.m_data == GanTrainerParameters.Data.IMAGES) {
            return GanRows.images(table, GanTrainerNodeFactory.DATA_PORT, columns.get(0), monitor);
        }
        final double[][] values = NumberColumns.read(table, GanTrainerNodeFactory.DATA_PORT,
            NumberColumns.indices(table.getDataTableSpec(), GanTrainerNodeFactory.DATA_PORT, columns), monitor);
        final int rows = (int)table.size();
        final List<double[]> list = new ArrayList<>(rows);
        for (int r = 0; r < rows; r++) {
            final double[] row = new double[columns.size()];
            for (int j = 0; j < row.length; j++) {
                row[j] = values[j][r];
            }
            list.add(row);
        }
        if (earlier.isPresent() && earlier.get().shape() instanceof GanShape.Table shape) {
            InputException.check(shape.names().equals(columns),
                "The GAN at the port '%s' has learned the columns %s, but %s are chosen.",
                GanTrainerNodeFactory.EARLIER_PORT, NumberColumns.quoted(shape.names()), NumberColumns.quoted(columns));
            return GanData.table(shape, list); // the ranges that the networks know
        }
        return GanData.table(columns, list);
    }

    private static DataTableSpec samplesSpec(final List<String> columns) {
        return GanRows.spec("Samples", List.of(TrainingTables.EPOCH, TrainingTables.SAMPLE), columns, List.of());
    }
}
