// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.langevin;

import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.sampling.InitialState;
import org.scorewalk.engine.sampling.KeptSteps;
import org.scorewalk.engine.sampling.RunPlan;
import org.scorewalk.engine.sampling.RunSummary;
import org.scorewalk.engine.sampling.Sampler;
import org.scorewalk.engine.sampling.SamplingPlan;
import org.scorewalk.engine.sampling.TraceRecorder;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;
import org.scorewalk.nodes.util.ExecutionMonitors;
import org.scorewalk.nodes.util.NumberColumns;
import org.scorewalk.nodes.util.ParticleTable;
import org.scorewalk.nodes.util.UserErrors;

/** Configures and executes the Langevin Sampler node. */
final class LangevinSamplerNode {

    private static final int SCORE = 0;

    private static final int START = 1;

    private static final int PARTICLES = 0;

    private static final int RUNS = 1;

    private LangevinSamplerNode() {
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final LangevinSamplerParameters parameters = input.getParameters();
        UserErrors.configuring(() -> {
            final PortObjectSpec[] specs = input.getInPortSpecs();
            if (!(specs[SCORE] instanceof ScoreFunctionPortObjectSpec score)) {
                throw new InvalidSettingsException(
                    "The score function is not known yet. Connect a node Score Function, or execute the node before.");
            }
            final var runs = parameters.runs();
            final var kept = parameters.kept();
            final boolean hasTable = specs.length > START;
            SamplingPlan.check(score.document(), runs, hasTable ? 1 : parameters.m_particles, kept);
            final List<String> columns;
            if (hasTable) {
                columns = StartTable.columns((DataTableSpec)specs[START], parameters.m_startColumns, score.document());
            } else {
                columns = List.of();
                parameters.start(score.document().dimension()); // refuses numbers that do not fit
            }
            final var coordinates = coordinates(score.document(), columns);
            output.setOutSpec(PARTICLES,
                particles(coordinates, runs, kept, hasTable ? 0 : parameters.m_particles));
            output.setOutSpec(RUNS, RunsTable.spec(coordinates, runs));
            RunWarnings.joined(score.density().map(density -> RunWarnings.before(density, runs)).orElse(List.of()),
                RunWarnings.notes(runs, kept, hasTable)).ifPresent(output::setWarningMessage);
        });
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws CanceledExecutionException, KNIMEException {
        final LangevinSamplerParameters parameters = input.getParameters();
        UserErrors.executing(() -> {
            final ScoreFunctionPortObject score = input.getInPortObject(SCORE);
            final var density = score.density();
            final var runs = parameters.runs();
            final var kept = parameters.kept();
            final var execution = input.getExecutionContext();
            final var monitor = ExecutionMonitors.of(execution);
            final boolean hasTable = input.getInPortObjects().length > START;
            final List<String> columns = hasTable
                ? StartTable.columns(input.getInTable(START).getDataTableSpec(), parameters.m_startColumns,
                    density.document())
                : List.of();
            final var points = hasTable ? points(input, columns, monitor.slice(0, 0.05)) : null;
            final int particles = hasTable ? points[0].length : parameters.m_particles;
            final var plan = new SamplingPlan(density, runs, particles,
                hasTable ? InitialState.within(density.ranges(), InitialState.points(points))
                    : parameters.start(density),
                kept, parameters.m_seed);
            final var coordinates = coordinates(density.document(), columns);
            final var container =
                execution.createDataContainer(particles(coordinates, runs, kept, particles));
            final var trace = new TraceRecorder(plan, ParticleTable.writer(container));
            final List<RunSummary> summaries;
            try {
                summaries = Sampler.run(plan, trace, monitor.slice(hasTable ? 0.05 : 0, 1));
            } finally {
                container.close();
            }
            output.setOutData(PARTICLES, container.getTable());
            final var table = RunsTable.table(coordinates, runs, summaries, execution);
            output.setOutData(RUNS, table);
            output.setInternalData(
                LangevinSamplerViewTables.write(coordinates, summaries, trace.tracks(), table, execution));
            RunWarnings.joined(RunWarnings.after(summaries), RunWarnings.notes(runs, kept, hasTable))
                .ifPresent(output::setWarningMessage);
        });
    }

    private static double[][] points(final ExecuteInput input, final List<String> columns, final Monitor monitor)
        throws InvalidSettingsException {
        final var table = input.getInTable(START);
        InputException.check(table.size() > 0,
            "The table at the port '%s' is empty. Give one row for each particle, or remove the port.",
            LangevinSamplerNodeFactory.START_PORT);
        return NumberColumns.read(table, LangevinSamplerNodeFactory.START_PORT,
            NumberColumns.indices(table.getDataTableSpec(), LangevinSamplerNodeFactory.START_PORT, columns), monitor);
    }

    /** The density's names, else those of the start table, else x1, x2, and so on. */
    private static List<String> coordinates(final DensityDocument density, final List<String> startColumns) {
        return density.coordinates().isEmpty() ? density.withCoordinates(startColumns).coordinateNames()
            : density.coordinates();
    }

    private static DataTableSpec particles(final List<String> coordinates, final List<RunPlan> runs,
        final KeptSteps kept, final int particles) {
        final int steps = runs.stream().mapToInt(RunPlan::steps).max().orElseThrow();
        final int first = kept.start() ? 0 : Math.max(0, kept.next(0, steps));
        int last = first;
        for (final var run : runs) {
            last = Math.max(last, kept.last(run.steps()));
        }
        return ParticleTable.spec(coordinates, runs.size(), first, last, particles);
    }
}
