// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.diagnostics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.scorewalk.engine.diagnostics.Comparison;
import org.scorewalk.engine.diagnostics.CoordinateReport;
import org.scorewalk.engine.diagnostics.Verdict;

/** The tables of the Sample Diagnostics node. Column names are frozen: see docs/frozen-names.md. */
final class DiagnosticsTables {

    /**
     * What is known of a run.
     *
     * @param run its number
     * @param chains how many chains it has
     * @param draws how many draws each chain has
     * @param coordinates one report a coordinate
     * @param comparison how far it is from the reference, or null
     */
    record RunReport(int run, int chains, int draws, List<CoordinateReport> coordinates, Comparison comparison) {

        Verdict verdict() {
            return coordinates.stream().map(CoordinateReport::verdict).reduce(Verdict::worse).orElseThrow();
        }

        double leastSize() {
            return coordinates.stream().mapToDouble(c -> Math.min(c.bulkSize(), c.tailSize())).min().orElseThrow();
        }
    }

    private DiagnosticsTables() {
    }

    static DataTableSpec coordinates(final boolean hasReference) {
        final var columns = new ArrayList<DataColumnSpec>();
        columns.add(column("run", IntCell.TYPE));
        columns.add(column("coordinate", StringCell.TYPE));
        for (final var name : List.of("mean", "sd", "5 %", "median", "95 %", "R-hat", "ESS bulk", "ESS tail",
            "MCSE mean", "MCSE sd", "MCSE 5 %", "MCSE median", "MCSE 95 %", "autocorrelation",
            "autocorrelation time")) {
            columns.add(column(name, DoubleCell.TYPE));
        }
        if (hasReference) {
            columns.add(column("KS distance", DoubleCell.TYPE));
            columns.add(column("KS p-value", DoubleCell.TYPE));
        }
        columns.add(column("verdict", StringCell.TYPE));
        columns.add(column("reason", StringCell.TYPE));
        return new DataTableSpec("Coordinates", columns.toArray(DataColumnSpec[]::new));
    }

    static DataTableSpec verdicts(final boolean hasReference) {
        final var columns = new ArrayList<DataColumnSpec>();
        for (final var name : List.of("run", "chains", "draws", "rank")) {
            columns.add(column(name, IntCell.TYPE));
        }
        columns.add(column("verdict", StringCell.TYPE));
        columns.add(column("reason", StringCell.TYPE));
        if (hasReference) {
            for (final var name : List.of("mean error", "covariance error", "sliced Wasserstein", "energy distance",
                "energy p-value", "squared MMD", "MMD p-value")) {
                columns.add(column(name, DoubleCell.TYPE));
            }
            columns.add(column("tested draws", IntCell.TYPE));
            columns.add(column("tested reference draws", IntCell.TYPE));
        }
        return new DataTableSpec("Verdicts", columns.toArray(DataColumnSpec[]::new));
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    static BufferedDataTable coordinates(final List<RunReport> runs, final ExecutionContext execution) {
        final var container = execution.createDataContainer(coordinates(runs.get(0).comparison() != null));
        long row = 0;
        for (final var run : runs) {
            for (int i = 0; i < run.coordinates().size(); i++) {
                final var c = run.coordinates().get(i);
                final var cells = new ArrayList<DataCell>(List.of(new IntCell(run.run()), new StringCell(c.name())));
                numbers(cells, c.mean(), c.deviation(), c.low(), c.median(), c.high(), c.rHat(), c.bulkSize(),
                    c.tailSize(), c.meanError(), c.deviationError(), c.lowError(), c.medianError(), c.highError(),
                    c.autocorrelation(), c.autocorrelationTime());
                if (run.comparison() != null) {
                    final var test = run.comparison().coordinates().get(i);
                    numbers(cells, test.distance(), test.pValue());
                }
                cells.add(new StringCell(c.verdict().level().label()));
                cells.add(new StringCell(c.verdict().reason()));
                container.addRowToTable(
                    new DefaultRow(RowKey.createRowKey(row++), cells.toArray(DataCell[]::new)));
            }
        }
        container.close();
        return container.getTable();
    }

    static BufferedDataTable verdicts(final List<RunReport> runs, final ExecutionContext execution) {
        final var ranks = ranks(runs);
        final var container = execution.createDataContainer(verdicts(runs.get(0).comparison() != null));
        for (int r = 0; r < runs.size(); r++) {
            final var run = runs.get(r);
            final var cells = new ArrayList<DataCell>(List.of(new IntCell(run.run()), new IntCell(run.chains()),
                new IntCell(run.draws()), new IntCell(ranks[r]), new StringCell(run.verdict().level().label()),
                new StringCell(run.verdict().reason())));
            if (run.comparison() != null) {
                numbers(cells, run.comparison().meanError(), run.comparison().covarianceError(),
                    run.comparison().wasserstein(), run.comparison().energy().distance(),
                    run.comparison().energy().pValue(), run.comparison().discrepancy().distance(),
                    run.comparison().discrepancy().pValue());
                cells.add(new IntCell(run.comparison().tested()));
                cells.add(new IntCell(run.comparison().referenceTested()));
            }
            container.addRowToTable(
                new DefaultRow(RowKey.createRowKey((long)r), cells.toArray(DataCell[]::new)));
        }
        container.close();
        return container.getTable();
    }

    /** 1 for the best run; NaN distances come last. */
    private static int[] ranks(final List<RunReport> runs) {
        final Comparator<RunReport> better = runs.get(0).comparison() != null
            ? Comparator.comparingDouble(r -> r.comparison().wasserstein())
            : Comparator.comparing((final RunReport r) -> r.verdict().level()).thenComparingDouble(r -> -r.leastSize());
        final var order = IntStream.range(0, runs.size()).boxed()
            .sorted((a, b) -> better.compare(runs.get(a), runs.get(b))).toList();
        final var ranks = new int[runs.size()];
        for (int k = 0; k < ranks.length; k++) {
            ranks[order.get(k)] = k + 1;
        }
        return ranks;
    }

    private static void numbers(final List<DataCell> cells, final double... values) {
        Arrays.stream(values).forEach(
            value -> cells.add(Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value)));
    }
}
