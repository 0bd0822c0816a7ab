// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.particleplot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataRow;
import org.knime.core.data.IntValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView.ViewInput;

/**
 * What the view's page gets: the records it starts with, and the public methods that it calls by name later. The object
 * may outlive a reset of the node, so it holds no data.
 */
public final class ParticlePlotFrames {

    /**
     * A frame's points.
     *
     * @param run the run's number
     * @param index the frame's index in its run
     * @param points all x and then all y as little-endian floats, in Base64
     */
    public record FrameData(int run, int index, String points) {
    }

    /**
     * What the page starts with.
     *
     * @param description a JSON text; null where there is nothing to show
     * @param frames some frames, spread evenly; the page asks for the others
     * @param animation the animated GIF in Base64; null where the page has to ask for it
     */
    public record InitialData(String description, List<FrameData> frames, String animation) {
    }

    /** Frames that one answer holds at most: at ten thousand points a frame about 10 MB. */
    private static final int MAX_FRAMES = 100;

    private final ViewInput m_input;

    ParticlePlotFrames(final ViewInput input) {
        m_input = input;
    }

    /**
     * Frames of a run.
     *
     * @param run the run's number
     * @param from index of the first frame
     * @param to index of the last frame
     * @return the frames, in order; no more than 100
     * @throws IOException if they cannot be read
     */
    public List<FrameData> frames(final int run, final int from, final int to) throws IOException {
        final List<FrameData> frames = new ArrayList<>();
        long points = 0;
        try (var iterator = table(ViewTables.FRAMES).iterator()) {
            while (iterator.hasNext() && frames.size() < MAX_FRAMES && points < ParticlePlotView.MAX_POINTS) {
                final DataRow row = iterator.next();
                final int index = ((IntValue)row.getCell(ViewTables.INDEX_COLUMN)).getIntValue();
                final int ofRun = ((IntValue)row.getCell(ViewTables.RUN_COLUMN)).getIntValue();
                if (ofRun == run && index >= from && index <= to) {
                    final var frame = ParticlePlotView.frame(row);
                    points += frame.points().length() / 11;
                    frames.add(frame);
                }
            }
        }
        return frames;
    }

    /**
     * The animated GIF.
     *
     * @return its bytes in Base64
     * @throws IOException if it cannot be read
     */
    public String animation() throws IOException {
        return ParticlePlotView.animation(table(ViewTables.ANIMATION), Integer.MAX_VALUE);
    }

    private BufferedDataTable table(final int index) {
        final PortObject[] objects = m_input.getInternalPortObjects();
        if (objects == null || objects.length <= index) {
            throw new IllegalStateException("The node is not executed. Execute it to see its particles.");
        }
        return (BufferedDataTable)objects[index];
    }
}
