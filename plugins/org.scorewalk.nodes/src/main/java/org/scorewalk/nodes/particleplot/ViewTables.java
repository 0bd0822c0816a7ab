// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.particleplot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.blob.BinaryObjectCellFactory;
import org.knime.core.data.blob.BinaryObjectDataCell;
import org.knime.core.data.blob.BinaryObjectDataValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.plot.ParticleMovie;
import org.scorewalk.engine.plot.RunNames;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the view needs, as tables that KNIME stores with the node: a row with a JSON document that describes all, a row
 * a frame with the points as little-endian floats (all x, then all y), and the animation, which is the node's own
 * output and is not stored twice.
 */
final class ViewTables {

    /** Index of the table with the description. */
    static final int DESCRIPTION = 0;

    /** Index of the table with the frames. */
    static final int FRAMES = 1;

    /** Index of the table with the animation. */
    static final int ANIMATION = 2;

    /** Columns of the table with the frames: run, index in the run, data. */
    static final int RUN_COLUMN = 0;

    static final int INDEX_COLUMN = 1;

    static final int DATA_COLUMN = 2;

    private static final int VERSION = 1;

    private ViewTables() {
    }

    static PortObject[] write(final ParticleMovie movie, final ParticlePlotParameters parameters,
        final PlotColumns columns, final RunNames names, final BufferedDataTable animation,
        final ExecutionContext execution, final Monitor monitor) throws IOException {
        final PortObject[] tables = new PortObject[3];
        tables[DESCRIPTION] = description(movie, parameters, columns, names, execution);
        tables[FRAMES] = frames(movie, execution, monitor);
        tables[ANIMATION] = animation;
        return tables;
    }

    private static BufferedDataTable frames(final ParticleMovie movie, final ExecutionContext execution,
        final Monitor monitor) throws IOException {
        final var container = execution.createDataContainer(new DataTableSpec("Frames",
            new DataColumnSpecCreator("run", IntCell.TYPE).createSpec(),
            new DataColumnSpecCreator("frame", IntCell.TYPE).createSpec(),
            new DataColumnSpecCreator("points", BinaryObjectDataCell.TYPE).createSpec()));
        final BinaryObjectCellFactory factory = new BinaryObjectCellFactory(execution);
        long row = 0;
        for (final ParticleMovie.Track track : movie.tracks()) {
            for (int f = 0; f < track.frames().size(); f++) {
                monitor.check();
                final ParticleMovie.Frame frame = track.frames().get(f);
                container.addRowToTable(new DefaultRow(RowKey.createRowKey(row++), new IntCell(track.run()),
                    new IntCell(f), factory.create(bytes(frame.x(), frame.y()))));
            }
        }
        container.close();
        return container.getTable();
    }

    private static byte[] bytes(final float[]... arrays) {
        final int length = Arrays.stream(arrays).mapToInt(a -> a.length).sum();
        final ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * length).order(ByteOrder.LITTLE_ENDIAN);
        for (final float[] array : arrays) {
            buffer.asFloatBuffer().put(array);
            buffer.position(buffer.position() + Float.BYTES * array.length);
        }
        return buffer.array();
    }

    private static BufferedDataTable description(final ParticleMovie movie, final ParticlePlotParameters parameters,
        final PlotColumns columns, final RunNames names, final ExecutionContext execution) {
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", VERSION);
        json.put("xColumn", columns.x());
        json.put("yColumn", columns.y());
        json.put("xLabel", ParticlePlotParameters.label(parameters.m_xLabel, columns.x()));
        json.put("yLabel", ParticlePlotParameters.label(parameters.m_yLabel, columns.y()));
        json.put("equalAspect", parameters.m_equalAspect);
        json.put("framesPerSecond", parameters.m_framesPerSecond);
        json.put("pointOpacity", parameters.m_pointOpacity);
        json.put("pointColor", hex("Point colour", parameters.m_pointColor));
        json.put("outlineColor", hex("Outline colour", parameters.m_outlineColor));
        json.put("sampled", movie.sampled());
        final var v = movie.viewport();
        json.putArray("viewport").add(v.xMin()).add(v.xMax()).add(v.yMin()).add(v.yMax());
        final ArrayNode outline = json.putArray("outline");
        for (final double[][] line : movie.outline().lines()) {
            outline.add(base64(floats(line[0], line[1])));
        }
        if (movie.arrows()[0].length > 0) {
            json.put("arrowsPerSide", ParticleMovie.ARROWS);
            json.put("arrows", base64(bytes(movie.arrows())));
        }
        final ArrayNode tracks = json.putArray("tracks");
        for (final ParticleMovie.Track track : movie.tracks()) {
            tracks.add(track(track, names));
        }
        final var container = execution.createDataContainer(
            new DataTableSpec("Description", new DataColumnSpecCreator("description", StringCell.TYPE).createSpec()));
        final DataCell cell = new StringCell(json.toString());
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(0L), cell));
        container.close();
        return container.getTable();
    }

    private static ObjectNode track(final ParticleMovie.Track track, final RunNames names) {
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("run", track.run());
        json.put("title", names.describe(track.run()));
        json.put("rows", track.rows());
        json.put("steps", track.steps());
        final List<ParticleMovie.Frame> frames = track.frames();
        final ArrayNode from = json.putArray("from");
        final ArrayNode to = json.putArray("to");
        final ArrayNode rows = json.putArray("frameRows");
        for (final ParticleMovie.Frame frame : frames) {
            from.add(frame.from());
            to.add(frame.to());
            rows.add(frame.rows());
        }
        if (track.particles().length > 0) {
            final ByteBuffer numbers =
                ByteBuffer.allocate(Integer.BYTES * track.particles().length).order(ByteOrder.LITTLE_ENDIAN);
            numbers.asIntBuffer().put(track.particles());
            json.put("particles", base64(numbers.array()));
        }
        return json;
    }

    private static byte[] floats(final double[] x, final double[] y) {
        final float[][] line = new float[2][x.length];
        for (int k = 0; k < x.length; k++) {
            line[0][k] = (float)x[k];
            line[1][k] = (float)y[k];
        }
        return bytes(line);
    }

    private static String hex(final String option, final String color) {
        return String.format(java.util.Locale.ROOT, "#%06x", Rgb.read(option, color));
    }

    /** Reads the bytes of a binary cell. */
    static String base64(final DataCell cell) throws IOException {
        try (InputStream in = ((BinaryObjectDataValue)cell).openInputStream()) {
            return base64(in.readAllBytes());
        }
    }

    private static String base64(final byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
