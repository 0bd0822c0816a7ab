// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.particleplot;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.blob.BinaryObjectCellFactory;
import org.knime.core.data.blob.BinaryObjectDataCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.image.BoxReduction;
import org.scorewalk.engine.image.GifAnimation;
import org.scorewalk.engine.image.PngImages;
import org.scorewalk.engine.plot.Figure;
import org.scorewalk.engine.plot.ParticlePlot;
import org.scorewalk.engine.plot.ParticlePlot.Target;
import org.scorewalk.engine.plot.PlotSettings;
import org.scorewalk.engine.plot.RunNames;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;
import org.scorewalk.nodes.util.ExecutionMonitors;
import org.scorewalk.nodes.util.NumberColumns;
import org.scorewalk.nodes.util.UserErrors;

/** Configures and executes the Particle Plot node. */
final class ParticlePlotNode {

    private static final ImagePortObjectSpec IMAGE_SPEC = new ImagePortObjectSpec(PNGImageContent.TYPE);

    /** Frames of the animation beyond these pixels are made smaller: a GIF is for looking, the figure for details. */
    private static final long GIF_PIXELS = 4_000_000;

    private ParticlePlotNode() {
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final ParticlePlotParameters parameters = input.getParameters();
        UserErrors.configuring(() -> {
            final var specs = input.getInPortSpecs();
            final var score = PlotInputs.score(specs);
            final PlotColumns columns = PlotColumns.of(parameters, (DataTableSpec)specs[0], score);
            final Optional<DataTableSpec> runs = PlotInputs.runs(specs);
            if (runs.isPresent()) {
                RunsInput.check(runs.get());
            }
            final List<String> notes = new ArrayList<>();
            noteGuess(columns, notes);
            score.ifPresent(s -> noteOutline(s.document(), parameters, columns, notes));
            if (!notes.isEmpty()) {
                output.setWarningMessage(String.join(" ", notes));
            }
            output.setOutSpec(0, IMAGE_SPEC);
            output.setOutSpec(1, animationSpec());
        });
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws CanceledExecutionException, KNIMEException {
        final ParticlePlotParameters parameters = input.getParameters();
        UserErrors.executing(() -> {
            final ExecutionContext execution = input.getExecutionContext();
            final Monitor monitor = ExecutionMonitors.of(execution);
            final var objects = input.getInPortObjects();
            final BufferedDataTable table = (BufferedDataTable)objects[0];
            final Optional<ScoreFunctionPortObject> score = PlotInputs.score(objects);
            final PlotColumns columns = PlotColumns.of(parameters, table.getDataTableSpec(),
                score.map(s -> (ScoreFunctionPortObjectSpec)s.getSpec()));
            final List<String> notes = new ArrayList<>();
            noteGuess(columns, notes);
            score.ifPresent(s -> noteOutline(s.density().document(), parameters, columns, notes));
            final Optional<BufferedDataTable> runs = PlotInputs.runs(objects);
            final RunNames names = runs.isPresent() ? RunsInput.read(runs.get(), monitor) : RunNames.NONE;
            final Optional<Target> target = parameters.m_outline
                ? score.flatMap(s -> target(s, columns)) : Optional.empty();

            final PlotSettings settings = parameters.toSettings(columns.x(), columns.y());
            final ParticlePlot plot = ParticlePlot.read(settings, new TableParticles(table, columns), names, target,
                monitor.slice(0, 0.4));
            final Figure figure = plot.figure(monitor.slice(0.4, 0.6));
            notes.addAll(figure.notes());
            monitor.report(0.6, () -> "Drawing the figure");
            final byte[] png = PngImages.encode(figure.image(monitor), monitor);
            final byte[] gif = animate(figure, parameters.m_framesPerSecond, monitor.slice(0.65, 0.9));
            final BufferedDataTable animation = animationTable(figure, gif, parameters.m_framesPerSecond, execution);
            if (!notes.isEmpty()) {
                output.setWarningMessage(String.join(" ", notes));
            }
            output.setOutData(0, new ImagePortObject(new PNGImageContent(png), IMAGE_SPEC));
            output.setOutData(1, animation);
            monitor.report(0.9, () -> "Preparing the view");
            output.setInternalData(ViewTables.write(plot.movie(monitor.slice(0.9, 1)), parameters, columns, names,
                animation, execution, monitor));
        });
    }

    private static byte[] animate(final Figure figure, final double framesPerSecond, final Monitor monitor) {
        final BufferedImage first = figure.frame(0, monitor);
        final int factor = BoxReduction.factor(first.getWidth(), first.getHeight(), GIF_PIXELS);
        return GifAnimation.encode(i -> BoxReduction.reduce(figure.frame(i, monitor), factor), figure.frames(),
            framesPerSecond, monitor);
    }

    /** Which coordinates of the density are on the axes; empty where they are not both there. */
    private static Optional<Target> target(final ScoreFunctionPortObject score, final PlotColumns columns) {
        final int[] coordinates = coordinates(score.density().document(), columns);
        return coordinates.length == 0 ? Optional.empty()
            : Optional.of(new Target(score.density(), coordinates[0], coordinates[1]));
    }

    private static int[] coordinates(final DensityDocument density, final PlotColumns columns) {
        final List<String> names = density.coordinateNames();
        final int first = names.indexOf(columns.x());
        final int second = names.indexOf(columns.y());
        if (first >= 0 && second >= 0 && first != second) {
            return new int[]{first, second};
        }
        // a plane density whose coordinates were given no names means the two axes
        return density.coordinates().isEmpty() && density.dimension() == 2 ? new int[]{0, 1} : new int[0];
    }

    private static void noteGuess(final PlotColumns columns, final List<String> notes) {
        if (columns.guessed()) {
            notes.add(("The columns '%s' and '%s' were taken for the axes. Choose others in the options 'X column' and "
                + "'Y column'.").formatted(columns.x(), columns.y()));
        }
    }

    private static void noteOutline(final DensityDocument density, final ParticlePlotParameters parameters,
        final PlotColumns columns, final List<String> notes) {
        if (parameters.m_outline && parameters.m_figure != PlotSettings.Kind.TRAJECTORY
            && coordinates(density, columns).length == 0) {
            notes.add(("No outline is drawn, because the score function's coordinates are %s, but the axes show '%s' "
                + "and '%s'. Choose its coordinates in the options 'X column' and 'Y column', or switch off "
                + "'Draw outline'.").formatted(NumberColumns.quoted(density.coordinateNames()), columns.x(),
                    columns.y()));
        }
    }

    private static DataTableSpec animationSpec() {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(new DataColumnSpecCreator("animation", BinaryObjectDataCell.TYPE).createSpec());
        columns.add(new DataColumnSpecCreator("frames", IntCell.TYPE).createSpec());
        columns.add(new DataColumnSpecCreator("frames per second", DoubleCell.TYPE).createSpec());
        return new DataTableSpec("Animation", columns.toArray(DataColumnSpec[]::new));
    }

    private static BufferedDataTable animationTable(final Figure figure, final byte[] gif, final double framesPerSecond,
        final ExecutionContext execution) throws IOException {
        final var container = execution.createDataContainer(animationSpec());
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(0L),
            new BinaryObjectCellFactory(execution).create(gif), new IntCell(figure.frames()),
            new DoubleCell(framesPerSecond)));
        container.close();
        return container.getTable();
    }
}
