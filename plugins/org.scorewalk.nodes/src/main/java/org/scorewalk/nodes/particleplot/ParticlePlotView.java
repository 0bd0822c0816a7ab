// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.particleplot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.knime.core.data.DataRow;
import org.knime.core.data.IntValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.blob.BinaryObjectDataValue;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultView.ViewInput;
import org.scorewalk.nodes.particleplot.ParticlePlotFrames.FrameData;
import org.scorewalk.nodes.particleplot.ParticlePlotFrames.InitialData;

/** What the view's page starts with. */
final class ParticlePlotView {

    /** Points (x and y) that travel with the page: about eleven characters each, so that all stay below 12 MB. */
    static final int MAX_POINTS = 1_000_000;

    /** Animations up to this many bytes travel with the page; larger ones are asked for. */
    private static final int MAX_ANIMATION = 1_500_000;

    private ParticlePlotView() {
    }

    static InitialData initialData(final ViewInput input) {
        final var objects = input.getInternalPortObjects();
        if (objects == null || objects.length <= ViewTables.ANIMATION) {
            return new InitialData(null, List.of(), null);
        }
        try {
            return new InitialData(description((BufferedDataTable)objects[ViewTables.DESCRIPTION]),
                frames((BufferedDataTable)objects[ViewTables.FRAMES]),
                animation((BufferedDataTable)objects[ViewTables.ANIMATION], MAX_ANIMATION));
        } catch (final IOException e) {
            throw new UncheckedIOException("The data of the view could not be read. Reset and execute the node.", e);
        }
    }

    private static String description(final BufferedDataTable table) {
        try (var iterator = table.iterator()) {
            return ((StringValue)iterator.next().getCell(0)).getStringValue();
        }
    }

    /** Every k-th frame of each run, k so that the points stay within bounds. */
    private static List<FrameData> frames(final BufferedDataTable table) throws IOException {
        final List<Integer> sizes = new ArrayList<>();
        final List<Integer> indices = new ArrayList<>();
        try (var iterator = table.iterator()) {
            while (iterator.hasNext()) {
                final DataRow row = iterator.next();
                indices.add(((IntValue)row.getCell(ViewTables.INDEX_COLUMN)).getIntValue());
                sizes.add((int)(((BinaryObjectDataValue)row.getCell(ViewTables.DATA_COLUMN)).length() / 8));
            }
        }
        int every = 1;
        while (points(sizes, indices, every) > MAX_POINTS) {
            every++;
        }
        final List<FrameData> frames = new ArrayList<>();
        try (var iterator = table.iterator()) {
            for (int i = 0; iterator.hasNext(); i++) {
                final DataRow row = iterator.next();
                if (isTaken(indices, i, every)) {
                    frames.add(frame(row));
                }
            }
        }
        return frames;
    }

    private static long points(final List<Integer> sizes, final List<Integer> indices, final int every) {
        return IntStream.range(0, sizes.size()).filter(i -> isTaken(indices, i, every)).mapToLong(sizes::get).sum();
    }

    /** The first, each k-th and the last frame of a run. */
    private static boolean isTaken(final List<Integer> indices, final int i, final int every) {
        final boolean last = i + 1 == indices.size() || indices.get(i + 1) == 0;
        return indices.get(i) % every == 0 || last;
    }

    static FrameData frame(final DataRow row) throws IOException {
        return new FrameData(((IntValue)row.getCell(ViewTables.RUN_COLUMN)).getIntValue(),
            ((IntValue)row.getCell(ViewTables.INDEX_COLUMN)).getIntValue(),
            ViewTables.base64(row.getCell(ViewTables.DATA_COLUMN)));
    }

    /** The animation, unless it is larger than allowed. */
    static String animation(final BufferedDataTable table, final int most) throws IOException {
        try (var iterator = table.filter(TableFilter.materializeCols(0)).iterator()) {
            final var cell = iterator.next().getCell(0);
            return ((BinaryObjectDataValue)cell).length() <= most ? ViewTables.base64(cell) : null;
        }
    }
}
