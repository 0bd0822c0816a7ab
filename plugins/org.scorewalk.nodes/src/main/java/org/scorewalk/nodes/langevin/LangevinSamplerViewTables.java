// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.langevin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.blob.BinaryObjectCellFactory;
import org.knime.core.data.blob.BinaryObjectDataCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.scorewalk.engine.sampling.RunSummary;
import org.scorewalk.engine.sampling.TraceRecorder;
import org.scorewalk.nodes.util.ViewData;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the view needs, as tables that KNIME stores with the node: a row with a JSON document that describes the runs; a
 * row a run and coordinate with little-endian floats: mean and standard deviation over all particles in each bin, then
 * for each chain its means and, where bins join frames, its lowest and its highest values, then autocorrelations; and
 * the table of runs, which is the node's own output and is not stored twice.
 */
final class LangevinSamplerViewTables {

    /** Index of the table with the description. */
    static final int DESCRIPTION = 0;

    /** Index of the table with the traces. */
    static final int SERIES = 1;

    /** Index of the table of runs. */
    static final int RUNS = 2;

    /** Columns of the table with the traces. */
    static final int RUN_COLUMN = 0;

    static final int COORDINATE_COLUMN = 1;

    static final int DATA_COLUMN = 2;

    private static final int VERSION = 1;

    private LangevinSamplerViewTables() {
    }

    static PortObject[] write(final List<String> coordinates, final List<RunSummary> summaries,
        final List<TraceRecorder.Track> tracks, final BufferedDataTable runs, final ExecutionContext execution)
        throws IOException {
        return new PortObject[]{description(coordinates, summaries, tracks, execution), series(tracks, execution),
            runs};
    }

    private static BufferedDataTable description(final List<String> coordinates, final List<RunSummary> summaries,
        final List<TraceRecorder.Track> tracks, final ExecutionContext execution) {
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", VERSION);
        final ArrayNode names = json.putArray("coordinates");
        coordinates.stream().limit(TraceRecorder.COORDINATES).forEach(names::add);
        json.put("dimension", coordinates.size());
        final ArrayNode list = json.putArray("runs");
        for (final TraceRecorder.Track track : tracks) {
            list.add(run(track, summaries.get(track.run())));
        }
        final var container = execution.createDataContainer(
            new DataTableSpec("Description", new DataColumnSpecCreator("description", StringCell.TYPE).createSpec()));
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(0L), new StringCell(json.toString())));
        container.close();
        return container.getTable();
    }

    private static ObjectNode run(final TraceRecorder.Track track, final RunSummary summary) {
        final var plan = summary.plan();
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("run", track.run() + 1);
        json.put("algorithm", plan.algorithm().label());
        if (plan.algorithm().hasStepSize() && plan.stepSizes().length == 1) {
            json.put("stepSize", plan.stepSizes()[0]);
        }
        json.put("status", summary.status().label());
        json.put("warmup", plan.settings().warmup());
        json.put("particles", track.particles());
        json.put("chains", track.chains());
        json.put("frames", track.frames());
        json.put("framesPerBin", track.framesPerBin());
        json.put("bins", track.from().length);
        json.put("from", base64(track.from()));
        json.put("to", base64(track.to()));
        json.put("counts", base64(track.counts()));
        if (track.moved().length > 0) {
            json.put("moved", ViewData.floats(track.moved()));
        }
        json.put("draws", track.draws());
        json.put("drawChains", track.drawChains());
        json.put("spacing", track.spacing());
        if (!Double.isNaN(summary.acceptance())) {
            json.put("acceptance", summary.acceptance());
        }
        return json;
    }


    private static BufferedDataTable series(final List<TraceRecorder.Track> tracks, final ExecutionContext execution)
        throws IOException {
        final var container = execution.createDataContainer(new DataTableSpec("Traces",
            new DataColumnSpecCreator("run", IntCell.TYPE).createSpec(),
            new DataColumnSpecCreator("coordinate", IntCell.TYPE).createSpec(),
            new DataColumnSpecCreator("trace", BinaryObjectDataCell.TYPE).createSpec()));
        final BinaryObjectCellFactory factory = new BinaryObjectCellFactory(execution);
        long row = 0;
        for (final TraceRecorder.Track track : tracks) {
            for (int i = 0; i < track.series().size(); i++) {
                container.addRowToTable(new DefaultRow(RowKey.createRowKey(row++), new IntCell(track.run() + 1),
                    new IntCell(i), factory.create(bytes(track.series().get(i), track.framesPerBin() > 1))));
            }
        }
        container.close();
        return container.getTable();
    }

    private static byte[] bytes(final TraceRecorder.Series series, final boolean joined) {
        final int chains = series.chainMean().length;
        final int numbers = series.mean().length * (2 + chains * (joined ? 3 : 1)) + series.autocorrelations().length;
        final ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * numbers).order(ByteOrder.LITTLE_ENDIAN);
        put(buffer, series.mean());
        put(buffer, series.deviation());
        for (int c = 0; c < chains; c++) {
            put(buffer, series.chainMean()[c]);
            if (joined) {
                put(buffer, series.chainLow()[c]);
                put(buffer, series.chainHigh()[c]);
            }
        }
        put(buffer, series.autocorrelations());
        return buffer.array();
    }

    private static void put(final ByteBuffer buffer, final double[] values) {
        for (final double value : values) {
            buffer.putFloat((float)value);
        }
    }

    private static String base64(final int[] values) {
        final ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asIntBuffer().put(values);
        return Base64.getEncoder().encodeToString(buffer.array());
    }
}
