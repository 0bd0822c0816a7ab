// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorelearner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView.ViewInput;
import org.scorewalk.engine.plot.ScoreAtNoise;
import org.scorewalk.engine.scorelearning.LearnedDensity;
import org.scorewalk.engine.scorelearning.ScoreSettings;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.scorelearner.ScoreLearnerViewService.InitialData;
import org.scorewalk.nodes.scorelearner.ScoreLearnerViewService.Level;
import org.scorewalk.nodes.util.CurvePoints;
import org.scorewalk.nodes.util.ViewData;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What KNIME stores for the view, and what its page starts with: a description; the learned score function and the
 * losses, which are the node's own outputs and are not stored twice; and some of the rows that were learned.
 */
final class ScoreLearnerView {

    /** How many objects are stored: the description, the score function, the losses, some rows. */
    static final int OBJECTS = 4;

    /** Rows that are shown. */
    static final int MAX_ROWS = 2_000;

    /** Columns that are shown. */
    static final int MAX_COLUMNS = 24;

    /** Numbers that are stored of the rows, all columns together: slices need the columns that are not shown, too. */
    private static final int MAX_NUMBERS = 1_000_000;

    private static final int SCORE = 1;

    private static final int LOSSES = 2;

    private static final int ROWS = 3;

    private static final int VERSION = 1;

    /** The columns of the losses that are drawn: loss and validation loss. */
    private static final int[] CURVES = {1, 2};

    private ScoreLearnerView() {
    }

    /** What is stored of an execution. */
    static PortObject[] store(final ScoreSettings settings, final double[][] x, final ScoreFunctionPortObject score,
        final BufferedDataTable losses, final ExecutionContext execution) {
        final var columns = score.density().document().coordinateNames();
        final int shown = Math.min(columns.size(), MAX_COLUMNS);
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", VERSION);
        json.put("method", settings.method().label());
        json.put("steps", settings.steps());
        json.put("rows", x[0].length);
        json.put("dimension", columns.size());
        json.put("validationRows", Math.min(x[0].length - 1, Math.round(settings.validation() * x[0].length)));
        final ArrayNode names = json.putArray("columns");
        columns.subList(0, shown).forEach(names::add);
        final double[] scale = ((LearnedDensity)score.density()).scale();
        final ArrayNode scales = json.putArray("scale");
        for (int i = 0; i < shown; i++) {
            scales.add(scale[i]);
        }
        final ArrayNode sigmas = json.putArray("sigmas");
        final var levels = settings.levels().withCount(ScoreAtNoise.LEVELS);
        for (int k = 0; k < ScoreAtNoise.LEVELS; k++) {
            sigmas.add(levels.sigma(k));
        }
        return new PortObject[]{ViewData.describe(json, execution), score, losses, rows(columns, x, execution)};
    }

    /** Some rows, spread evenly over the table. */
    private static BufferedDataTable rows(final List<String> columns, final double[][] x,
        final ExecutionContext execution) {
        final int n = x[0].length;
        final int count = Math.min(n, Math.max(1, Math.min(MAX_ROWS, MAX_NUMBERS / x.length)));
        final var container = execution.createDataContainer(new DataTableSpec("Rows",
            columns.stream().map(name -> new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec())
                .toArray(DataColumnSpec[]::new)));
        for (int r = 0; r < count; r++) {
            final int row = (int)((long)r * n / count);
            final DataCell[] cells = new DataCell[x.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = new DoubleCell(x[i][row]);
            }
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)r), cells));
        }
        container.close();
        return container.getTable();
    }

    /** What an executed node has learned, beside the rows. */
    static Optional<ScoreAtNoise> learned(final ViewInput input) {
        final PortObject[] objects = input.getInternalPortObjects();
        if (!ViewData.isThere(objects, OBJECTS)) {
            return Optional.empty();
        }
        final var density = (LearnedDensity)((ScoreFunctionPortObject)objects[SCORE]).density();
        return Optional.of(new ScoreAtNoise(density, density.document().arrayValues(),
            columns((BufferedDataTable)objects[ROWS])));
    }

    /** A noise level as the page reads it. */
    static Level level(final ScoreAtNoise learned, final int index) {
        final var level = learned.level(index);
        return new Level(index, level.field() == null ? null : ViewData.doubles(level.field()),
            level.noisy().length == 1 ? null : ViewData.doubles(shown(level.noisy())),
            level.noisy().length == 1 ? null : ViewData.doubles(shown(level.denoised())));
    }

    private static double[][] shown(final double[][] columns) {
        return Arrays.copyOf(columns, Math.min(columns.length, MAX_COLUMNS));
    }

    /** The rows' numbers, {@code double[columns][rows]}. */
    private static double[][] columns(final BufferedDataTable rows) {
        final List<double[]> points = CurvePoints.of(rows);
        final double[][] x = new double[rows.getDataTableSpec().getNumColumns()][points.size()];
        for (int r = 0; r < points.size(); r++) {
            for (int i = 0; i < x.length; i++) {
                x[i][r] = points.get(r)[i];
            }
        }
        return x;
    }

    static InitialData initialData(final ViewInput input) {
        final var found = learned(input);
        if (found.isEmpty()) {
            return new InitialData(null, null, null, null, List.of());
        }
        final PortObject[] objects = input.getInternalPortObjects();
        final var learned = found.get();
        final List<Level> first = new ArrayList<>();
        for (final int index : learned.affordable()) {
            first.add(level(learned, index));
        }
        return new InitialData(ViewData.description((BufferedDataTable)objects[0]),
            CurvePoints.write(CurvePoints.of((BufferedDataTable)objects[LOSSES]), CURVES),
            ViewData.doubles(shown(columns((BufferedDataTable)objects[ROWS]))), learned.viewport(), first);
    }
}
