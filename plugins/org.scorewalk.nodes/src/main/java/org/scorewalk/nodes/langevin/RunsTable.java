// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.langevin;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.scorewalk.engine.sampling.RunPlan;
import org.scorewalk.engine.sampling.RunSummary;
import org.scorewalk.engine.sampling.RunSummary.Status;

/**
 * The table with one row a run. Column names are frozen: {@code run}, {@code algorithm}, {@code steps},
 * {@code step size} (or {@code step size(x)} for each coordinate x where some run has its own), {@code particles},
 * {@code status}, {@code mean(x)}, {@code cov(x,y)} for each pair (beyond 16 coordinates only {@code cov(x,x)}),
 * {@code seconds}, {@code particle-steps/s}, {@code rows}, and
 * {@code acceptance} and {@code divergences} where the algorithm of some run has an acceptance test, and
 * {@code adapted step size(x)} for each coordinate x where some run has a warm-up.
 */
final class RunsTable {

    private static final String STEP_SIZE = "step size";

    private RunsTable() {
    }

    private static boolean hasOwnStepSizes(final List<RunPlan> runs) {
        return runs.stream().anyMatch(r -> r.stepSizes().length > 1);
    }

    private static boolean hasAdjusted(final List<RunPlan> runs) {
        return runs.stream().anyMatch(r -> r.algorithm().isAdjusted());
    }

    private static boolean hasWarmup(final List<RunPlan> runs) {
        return runs.stream().anyMatch(r -> r.algorithm().hasWarmup() && r.settings().warmup() > 0);
    }

    /** Pairs of coordinates whose covariance is shown: the first not after the second. */
    private static List<int[]> pairs(final int dimension) {
        final var pairs = new ArrayList<int[]>();
        for (int i = 0; i < dimension; i++) {
            for (int j = i; j < (dimension <= RunSummary.MAX_COVARIANCES ? dimension : (i + 1)); j++) {
                pairs.add(new int[]{i, j});
            }
        }
        return pairs;
    }

    static DataTableSpec spec(final List<String> coordinates, final List<RunPlan> runs) {
        final var columns = new ArrayList<DataColumnSpec>();
        final var run = new DataColumnSpecCreator("run", IntCell.TYPE);
        run.setDomain(new DataColumnDomainCreator(new IntCell(1), new IntCell(runs.size())).createDomain());
        columns.add(run.createSpec());
        columns.add(column("algorithm", StringCell.TYPE));
        columns.add(column("steps", IntCell.TYPE));
        if (hasOwnStepSizes(runs)) {
            coordinates.forEach(name -> columns.add(column(STEP_SIZE + "(" + name + ")", DoubleCell.TYPE)));
        } else {
            columns.add(column(STEP_SIZE, DoubleCell.TYPE));
        }
        columns.add(column("particles", IntCell.TYPE));
        final var status = new DataColumnSpecCreator("status", StringCell.TYPE);
        status.setDomain(new DataColumnDomainCreator(new DataCell[]{new StringCell(Status.OK.label()),
            new StringCell(Status.DIVERGED.label())}).createDomain());
        columns.add(status.createSpec());
        coordinates.forEach(name -> columns.add(column("mean(" + name + ")", DoubleCell.TYPE)));
        for (final var pair : pairs(coordinates.size())) {
            columns.add(
                column("cov(" + coordinates.get(pair[0]) + "," + coordinates.get(pair[1]) + ")", DoubleCell.TYPE));
        }
        columns.add(column("seconds", DoubleCell.TYPE));
        columns.add(column("particle-steps/s", DoubleCell.TYPE));
        columns.add(column("rows", LongCell.TYPE));
        if (hasAdjusted(runs)) {
            columns.add(column("acceptance", DoubleCell.TYPE));
            columns.add(column("divergences", LongCell.TYPE));
        }
        if (hasWarmup(runs)) {
            coordinates
                .forEach(name -> columns.add(column("adapted " + STEP_SIZE + "(" + name + ")", DoubleCell.TYPE)));
        }
        return new DataTableSpec("Runs", columns.toArray(DataColumnSpec[]::new));
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    static BufferedDataTable table(final List<String> coordinates, final List<RunPlan> runs,
        final List<RunSummary> summaries, final ExecutionContext execution) {
        final var container = execution.createDataContainer(spec(coordinates, runs));
        for (int r = 0; r < summaries.size(); r++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)r),
                cells(r + 1, summaries.get(r), runs).toArray(DataCell[]::new)));
        }
        container.close();
        return container.getTable();
    }

    private static List<DataCell> cells(final int number, final RunSummary summary,
        final List<RunPlan> runs) {
        final var plan = summary.plan();
        final int dimension = summary.mean().length;
        final var cells = new ArrayList<DataCell>();
        cells.add(new IntCell(number));
        cells.add(new StringCell(plan.algorithm().label()));
        cells.add(new IntCell(plan.steps()));
        final var stepSizes = plan.stepSizes(dimension);
        for (int i = 0; i < (hasOwnStepSizes(runs) ? dimension : 1); i++) {
            cells.add(plan.algorithm().hasStepSize() ? new DoubleCell(stepSizes[i]) : DataType.getMissingCell());
        }
        cells.add(new IntCell(summary.particles()));
        cells.add(new StringCell(summary.status().label()));
        for (final double mean : summary.mean()) {
            cells.add(number(mean));
        }
        for (final var pair : pairs(dimension)) {
            final var row = summary.covariance()[pair[0]];
            cells.add(number(row[row.length == 1 ? 0 : pair[1]]));
        }
        cells.add(new DoubleCell(summary.seconds()));
        cells.add(number(summary.rate()));
        cells.add(new LongCell(summary.rows()));
        if (hasAdjusted(runs)) {
            cells.add(number(summary.acceptance()));
            cells.add(plan.algorithm().isAdjusted() ? new LongCell(summary.divergences()) : DataType.getMissingCell());
        }
        for (int i = 0; hasWarmup(runs) && i < dimension; i++) {
            cells.add(i < summary.adapted().length ? number(summary.adapted()[i]) : DataType.getMissingCell());
        }
        return cells;
    }

    private static DataCell number(final double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
    }
}
