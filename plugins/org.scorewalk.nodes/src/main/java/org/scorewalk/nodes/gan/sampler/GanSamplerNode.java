// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
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
import org.scorewalk.engine.gan.GanModel;
import org.scorewalk.engine.gan.NoiseWalk;
import org.scorewalk.nodes.gan.GanRows;
import org.scorewalk.nodes.port.GanPortObject;
import org.scorewalk.nodes.port.GanPortObjectSpec;
import org.scorewalk.nodes.util.ExecutionMonitors;
import org.scorewalk.nodes.util.NumberColumns;
import org.scorewalk.nodes.util.UserErrors;

/** Configures and executes the GAN Sampler node. */
final class GanSamplerNode {

    /** The column of scores. */
    static final String SCORE = "discriminator score";

    private static final DataCell[] NOTHING = {};

    /** Far beyond every standard normal number, and far from where single precision ends. */
    private static final int MAX_NOISE = 1_000_000;

    private GanSamplerNode() {
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final GanSamplerParameters parameters = input.getParameters();
        UserErrors.configuring(() -> {
            parameters.validate();
            final var gan = (GanPortObjectSpec)input.getInPortSpec(0);
            if (!gan.can(GanPortObjectSpec.Capability.GENERATE)) {
                throw new InvalidSettingsException("The GAN at the port '%s' cannot generate rows. Connect another one."
                    .formatted(GanSamplerNodeFactory.GAN_PORT));
            }
            if (input.getInPortSpecs().length > 1) {
                noiseColumns(parameters, input.getInTableSpec(1), gan.noiseDimension());
            }
            output.setOutSpec(0, spec(parameters, gan));
        });
    }

    private static DataTableSpec spec(final GanSamplerParameters parameters, final GanPortObjectSpec gan) {
        final List<String> noise = parameters.m_appendNoise ? noiseNames(gan.noiseDimension()) : List.of();
        final List<String> after = new ArrayList<>(List.of(SCORE));
        after.addAll(noise);
        return GanRows.spec("Generated rows", List.of(), gan.isImages() ? null : gan.columns(), after);
    }

    private static List<String> noiseNames(final int dimension) {
        return IntStream.rangeClosed(1, dimension).mapToObj(i -> "noise " + i).toList();
    }

    private static List<String> noiseColumns(final GanSamplerParameters parameters, final DataTableSpec table,
        final int dimension) throws InvalidSettingsException {
        final String[] missing = parameters.m_noiseColumns.getMissingSelected(NumberColumns.of(table));
        if (missing.length > 0) {
            NumberColumns.index(table, GanSamplerNodeFactory.NOISE_PORT, missing[0]); // throws
        }
        final List<String> all = NumberColumns.namesOf(NumberColumns.of(table));
        final List<String> columns = Arrays.asList(parameters.m_noiseColumns.filter(NumberColumns.of(table)));
        final List<String> appended = noiseNames(dimension);
        if (columns.size() == all.size() && all.containsAll(appended)) {
            return appended; // nothing is left out: the table of a node that appended its noise
        }
        if (columns.size() != dimension) {
            throw new InvalidSettingsException(
                ("The GAN takes %s, but the option 'Noise columns' chooses %s of the table at the port '%s'. Choose %s "
                    + "of numbers.").formatted(Plural.of(dimension, "noise number"),
                        Plural.of(columns.size(), "column"), GanSamplerNodeFactory.NOISE_PORT,
                        Plural.of(dimension, "column")));
        }
        return columns;
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws CanceledExecutionException, KNIMEException {
        final GanSamplerParameters parameters = input.getParameters();
        UserErrors.executing(() -> {
            final var execution = input.getExecutionContext();
            final var monitor = ExecutionMonitors.of(execution);
            final var port = (GanPortObject)input.getInPortObject(0);
            final GanModel model = port.model();
            final float[] noise = input.getInPortObjects().length > 1
                ? readNoise(parameters, input.getInTable(1), model, monitor)
                : drawNoise(parameters, model);
            final var container = execution.createDataContainer(spec(parameters, (GanPortObjectSpec)port.getSpec()));
            try (var writer = new GanRows.Writer(container, model.shape())) {
                final int dimension = model.noiseDimension();
                model.generate(noise, (first, rows, scores) -> {
                    for (int r = 0; r < scores.length; r++) {
                        final DataCell[] after = new DataCell[parameters.m_appendNoise ? dimension + 1 : 1];
                        after[0] = new DoubleCell(scores[r]);
                        for (int j = 1; j < after.length; j++) {
                            after[j] = new DoubleCell(noise[(first + r) * dimension + j - 1]);
                        }
                        writer.add(NOTHING, rows, r, after);
                    }
                }, monitor);
            } finally {
                container.close();
            }
            output.setOutData(0, container.getTable());
            output.setInternalData(GanSamplerView.store(model, parameters, input.getInPortObjects().length > 1,
                container.getTable(), execution));
        });
    }

    private static float[] drawNoise(final GanSamplerParameters parameters, final GanModel model) {
        checkSize(parameters.m_count, model.noiseDimension());
        return model.noise(parameters.m_seed, parameters.m_count);
    }

    private static void checkSize(final long rows, final int dimension) {
        InputException.check(rows * dimension <= Math.min(1 << 29, Runtime.getRuntime().maxMemory() / 16),
            "%s of %s are too much for the memory of this program. Generate fewer rows, or give "
                + "Java more memory (-Xmx).",
            Plural.of(rows, "row"), Plural.of(dimension, "noise number"));
    }

    private static float[] readNoise(final GanSamplerParameters parameters, final BufferedDataTable table,
        final GanModel model, final Monitor monitor) throws InvalidSettingsException {
        final int dimension = model.noiseDimension();
        final var spec = table.getDataTableSpec();
        InputException.check(table.size() > 0,
            "The table at the port '%s' is empty. Give one row of noise for each row to "
            + "generate.", GanSamplerNodeFactory.NOISE_PORT);
        final long rows = table.size() + (table.size() - 1) * parameters.m_steps;
        checkSize(rows, dimension);
        final double[][] columns = NumberColumns.read(table, GanSamplerNodeFactory.NOISE_PORT,
            NumberColumns.indices(spec,
            GanSamplerNodeFactory.NOISE_PORT, noiseColumns(parameters, spec, dimension)), monitor);
        final float[] noise = new float[(int)table.size() * dimension];
        for (int r = 0; r < table.size(); r++) {
            for (int j = 0; j < dimension; j++) {
                InputException.check(Math.abs(columns[j][r]) <= MAX_NOISE,
                    "Row %d of the table at the port '%s' holds %s, which is no noise: networks are trained with "
                        + "standard normal numbers. Replace it by a number between -%d and %d.",
                    r + 1, GanSamplerNodeFactory.NOISE_PORT, columns[j][r], MAX_NOISE, MAX_NOISE);
                noise[r * dimension + j] = (float)columns[j][r];
            }
        }
        return NoiseWalk.between(noise, dimension, parameters.m_steps,
            parameters.m_interpolation == GanSamplerParameters.Interpolation.SPHERICAL);
    }
}
