// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.diagnostics;

import static org.scorewalk.engine.InputException.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.Plural;
import org.scorewalk.engine.density.Capability;
import org.scorewalk.engine.density.ExactDraws;
import org.scorewalk.engine.diagnostics.Chains;
import org.scorewalk.engine.diagnostics.Comparison;
import org.scorewalk.engine.diagnostics.CoordinateReport;
import org.scorewalk.engine.diagnostics.Verdict;
import org.scorewalk.engine.random.RandomStream;
import org.scorewalk.engine.random.RandomStreams;
import org.scorewalk.engine.transform.Interval;
import org.scorewalk.nodes.diagnostics.DiagnosticsTables.RunReport;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;
import org.scorewalk.nodes.util.ExecutionMonitors;
import org.scorewalk.nodes.util.NumberColumns;
import org.scorewalk.nodes.util.ParticleTable;
import org.scorewalk.nodes.util.UserErrors;

/** Configures and executes the Sample Diagnostics node. */
final class SampleDiagnosticsNode {

    private static final int REFERENCE = 1;

    /** Runs whose verdicts are told in the warning. */
    private static final int SHOWN = 3;

    private static final double LARGEST = 1e100;

    private static final int DRAWS_AT_ONCE = 20_000;

    private SampleDiagnosticsNode() {
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final SampleDiagnosticsParameters parameters = input.getParameters();
        UserErrors.configuring(() -> {
            final PortObjectSpec[] specs = input.getInPortSpecs();
            final var names = coordinates(parameters, (DataTableSpec)specs[0]);
            final boolean hasReference = specs.length > REFERENCE;
            if (hasReference) {
                checkReference(specs[REFERENCE], names);
            }
            output.setOutSpec(0, DiagnosticsTables.coordinates(hasReference));
            output.setOutSpec(1, DiagnosticsTables.verdicts(hasReference));
        });
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws CanceledExecutionException, KNIMEException {
        final SampleDiagnosticsParameters parameters = input.getParameters();
        UserErrors.executing(() -> {
            final var monitor = ExecutionMonitors.of(input.getExecutionContext());
            final var table = input.getInTable(0);
            final var names = coordinates(parameters, table.getDataTableSpec());
            final var runs = read(table, names, parameters.m_burnIn, monitor.slice(0, 0.3));
            final PortObject[] objects = input.getInPortObjects();
            final var reference = objects.length > REFERENCE
                ? reference(objects[REFERENCE], names, parameters, monitor.slice(0.3, 0.4)) : null;
            final var reports = new ArrayList<RunReport>();
            for (int r = 0; r < runs.size(); r++) {
                reports.add(report(runs.get(r), names, reference, parameters.m_seed, monitor));
                final int done = r + 1;
                monitor.report(0.4 + 0.6 * done / runs.size(), () -> "Run %d of %d".formatted(done, runs.size()));
            }
            output.setOutData(0, DiagnosticsTables.coordinates(reports, input.getExecutionContext()));
            output.setOutData(1, DiagnosticsTables.verdicts(reports, input.getExecutionContext()));
            warning(reports).ifPresent(output::setWarningMessage);
        });
    }

    /** What should not be overlooked: runs with too few draws, chains that disagree or mix slowly. */
    private static Optional<String> warning(final List<RunReport> reports) {
        final var poor = reports.stream().filter(r -> r.verdict().level() != Verdict.Level.GOOD).toList();
        final int more = poor.size() - SHOWN;
        return poor.isEmpty() ? Optional.empty()
            : Optional.of(poor.stream().limit(SHOWN).map(r -> "Run %d is %s. %s".formatted(r.run(),
                r.verdict().level().label(), r.verdict().reason())).collect(Collectors.joining(" "))
                + (more <= 0 ? "" : (" " + Plural.of(more, "more run") + (more == 1 ? " is" : " are")
                    + " no better.")));
    }

    private static RunReport report(final Chains run, final List<String> names, final double[][] reference,
        final long seed, final Monitor monitor) {
        final var reports = new ArrayList<CoordinateReport>();
        for (int i = 0; i < names.size(); i++) {
            monitor.check();
            reports.add(CoordinateReport.of(names.get(i), run.x()[i], monitor));
        }
        return new RunReport(run.run(), run.chains(), run.draws(), reports,
            reference == null ? null : Comparison.of(run.pooled(), reports, reference, seed, monitor));
    }

    private static List<String> coordinates(final SampleDiagnosticsParameters parameters, final DataTableSpec table)
        throws InvalidSettingsException {
        final var missing = parameters.m_coordinates.getMissingSelected(NumberColumns.of(table));
        if (missing.length > 0) {
            NumberColumns.index(table, SampleDiagnosticsNodeFactory.PARTICLES_PORT, missing[0]); // throws
        }
        final var numbers = NumberColumns.of(table).stream()
            .filter(column -> !ParticleTable.INDEX_COLUMNS.contains(column.getName())).toList();
        final var names = List.of(parameters.m_coordinates.filter(numbers));
        check(!names.isEmpty(), "No column of numbers is chosen from the table at the port '%s'. Choose the "
            + "coordinates to judge in the option 'Coordinates'.", SampleDiagnosticsNodeFactory.PARTICLES_PORT);
        return names;
    }

    private static void checkReference(final PortObjectSpec spec, final List<String> names)
        throws InvalidSettingsException {
        if (spec instanceof DataTableSpec table) {
            NumberColumns.indices(table, SampleDiagnosticsNodeFactory.REFERENCE_PORT, names);
        } else if (spec instanceof ScoreFunctionPortObjectSpec score) {
            check(score.document().capabilities().contains(Capability.EXACT_DRAWS), "The score function at the port "
                + "'%s' offers no exact draws. Connect a table of draws as a reference.",
                SampleDiagnosticsNodeFactory.REFERENCE_PORT);
            final var available = score.document().coordinateNames();
            check(available.containsAll(names), "The score function at the port '%s' has the coordinates %s, but %s "
                + "are judged. Choose columns of the same names in the option 'Coordinates'.",
                SampleDiagnosticsNodeFactory.REFERENCE_PORT, NumberColumns.quoted(available),
                NumberColumns.quoted(names));
        }
    }

    private static double[][] reference(final PortObject object, final List<String> names,
        final SampleDiagnosticsParameters parameters, final Monitor monitor) throws InvalidSettingsException {
        checkReference(object.getSpec(), names);
        if (object instanceof BufferedDataTable table) {
            check(table.size() >= 2, "The table at the port '%s' has %s. Give at least two draws.",
                SampleDiagnosticsNodeFactory.REFERENCE_PORT, Plural.of(table.size(), "row"));
            final var draws = NumberColumns.read(table, SampleDiagnosticsNodeFactory.REFERENCE_PORT,
                NumberColumns.indices(table.getDataTableSpec(), SampleDiagnosticsNodeFactory.REFERENCE_PORT, names),
                monitor);
            checkSizes(draws, SampleDiagnosticsNodeFactory.REFERENCE_PORT, names);
            return draws;
        }
        final var density = ((ScoreFunctionPortObject)object).density();
        final int n = parameters.m_referenceDraws;
        final var x = new double[density.dimension()][n];
        // the third of the streams: the comparison uses the first two
        draw(density.exactDraws().orElseThrow(), x, new RandomStreams(parameters.m_seed).nextRun(3)[2], monitor);
        final var shown = Interval.toRanges(density.ranges(), x, n, new double[density.dimension()][n]);
        final var available = density.document().coordinateNames();
        return names.stream().map(name -> shown[available.indexOf(name)]).toArray(double[][]::new);
    }

    /** Draws some at a time, so that a cancel is heard. */
    private static void draw(final ExactDraws draws, final double[][] x, final RandomStream random,
        final Monitor monitor) {
        final int n = x[0].length;
        final var some = new double[x.length][Math.min(n, DRAWS_AT_ONCE)];
        for (int from = 0; from < n; from += DRAWS_AT_ONCE) {
            monitor.check();
            final int count = Math.min(DRAWS_AT_ONCE, n - from);
            draws.draw(some, count, random);
            for (int i = 0; i < x.length; i++) {
                System.arraycopy(some[i], 0, x[i], from, count);
            }
        }
    }

    private static List<Chains> read(final BufferedDataTable table, final List<String> names, final int burnIn,
        final Monitor monitor) throws InvalidSettingsException {
        final var spec = table.getDataTableSpec();
        final var present = ParticleTable.INDEX_COLUMNS.stream().filter(spec::containsName).toList();
        final var all = new ArrayList<>(names);
        all.addAll(present);
        final var values = NumberColumns.read(table, SampleDiagnosticsNodeFactory.PARTICLES_PORT,
            NumberColumns.indices(spec, SampleDiagnosticsNodeFactory.PARTICLES_PORT, all), monitor);
        checkSizes(Arrays.copyOf(values, names.size()), SampleDiagnosticsNodeFactory.PARTICLES_PORT, names);
        final int rows = values[0].length;
        check(table.size() > 0, "The table at the port '%s' is empty. Execute the sampler before.",
            SampleDiagnosticsNodeFactory.PARTICLES_PORT);
        final var index = new int[ParticleTable.INDEX_COLUMNS.size()][rows];
        for (int c = 0; c < index.length; c++) {
            final var name = ParticleTable.INDEX_COLUMNS.get(c);
            final int at = all.indexOf(name);
            if (at >= 0) {
                index[c] = whole(name, values[at]);
            } else if (ParticleTable.STEP.equals(name)) {
                Arrays.setAll(index[c], row -> row + 1);
            } else {
                Arrays.fill(index[c], 1);
            }
        }
        final boolean hasStep = present.contains(ParticleTable.STEP);
        final var runs = Chains.of(index[0], index[1], index[2], Arrays.copyOf(values, names.size()),
            hasStep ? (burnIn + 1) : 0, monitor);
        check(!runs.isEmpty(), "No row of the table at the port '%s' is left after a burn-in of %s. Choose a "
            + "shorter burn-in.", SampleDiagnosticsNodeFactory.PARTICLES_PORT, Plural.of(burnIn, "step"));
        return runs;
    }

    /** The sums of squares of larger numbers would be infinite. */
    private static void checkSizes(final double[][] values, final String port, final List<String> names) {
        for (int i = 0; i < values.length; i++) {
            for (final double value : values[i]) {
                check(Math.abs(value) <= LARGEST, "The column '%s' of the table at the port '%s' holds %s. Numbers "
                    + "beyond %s are too large to compute deviations of; scale the column or remove the row.",
                    names.get(i), port, value, LARGEST);
            }
        }
    }

    private static int[] whole(final String name, final double[] values) {
        return Arrays.stream(values).mapToInt(value -> {
            check(value == (int)value, "The column '%s' of the table at the port '%s' holds %s, but must hold whole "
                + "numbers.", name, SampleDiagnosticsNodeFactory.PARTICLES_PORT, value);
            return (int)value;
        }).toArray();
    }
}
