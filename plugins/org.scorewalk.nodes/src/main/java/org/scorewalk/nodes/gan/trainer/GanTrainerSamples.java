// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.trainer;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView.ViewInput;
import org.scorewalk.nodes.util.ViewData;

/**
 * What the view's page gets: the records it starts with, and the public method that it calls by name later. The object
 * may outlive a reset of the node, so it holds no data.
 */
public final class GanTrainerSamples {

    /**
     * What the generator made after an epoch.
     *
     * @param index counts such epochs, from 0
     * @param pictures images in Base64
     * @param values numbers, column after column, as {@link ViewData#doubles} writes them; null for images
     */
    public record Frame(int index, List<String> pictures, String values) {
    }

    /**
     * What the page starts with.
     *
     * @param description a JSON text; null where there is nothing to show
     * @param epochLosses points of the losses by epoch: epochs, iterations, discriminator, generator, seconds
     * @param rowLosses points of the losses by row of the table; null where these are the same
     * @param frames some samples, spread evenly; the page asks for the others
     * @param real some of the rows that are learned, as frame 0
     */
    public record InitialData(String description, String epochLosses, String rowLosses, List<Frame> frames,
        Frame real) {
    }

    private final ViewInput m_input;

    GanTrainerSamples(final ViewInput input) {
        m_input = input;
    }

    /**
     * Samples along the training.
     *
     * @param from index of the first
     * @param to index of the last
     * @return the samples in order; as many as fit into an answer, at least one
     */
    public List<Frame> frames(final int from, final int to) {
        final PortObject[] objects = m_input.getInternalPortObjects();
        if (!ViewData.isThere(objects, GanTrainerView.OBJECTS)) {
            throw new IllegalStateException("The node is not executed. Execute it to see its samples.");
        }
        final var layout = new SampleLayout(objects);
        final List<Frame> frames = new ArrayList<>();
        final int end = Math.min(layout.frames() - 1, to);
        for (int f = Math.max(0, from); f <= end && frames.size() < layout.framesAtOnce(); f++) {
            frames.add(layout.frame(f));
        }
        return frames;
    }
}
