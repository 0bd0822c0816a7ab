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
 * What the view's page asks for later: its public methods are called by name. The object may outlive a reset of the
 * node, so it holds no data.
 */
public final class ParticlePlotFrames {

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
    public List<ParticlePlotView.FrameData> frames(final int run, final int from, final int to) throws IOException {
        final List<ParticlePlotView.FrameData> frames = new ArrayList<>();
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
