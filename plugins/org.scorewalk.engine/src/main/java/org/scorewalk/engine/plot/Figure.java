// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.awt.image.BufferedImage;
import java.util.List;

import org.scorewalk.engine.Monitor;

/** A figure and its animation, drawn when asked for. */
public interface Figure {

    /**
     * @param monitor is asked for cancellation at each panel
     * @return the whole figure, of type {@link BufferedImage#TYPE_INT_RGB}; by default the last frame
     */
    default BufferedImage image(final Monitor monitor) {
        return frame(frames() - 1, monitor);
    }

    /** @return number of frames of the animation, at least one */
    int frames();

    /**
     * @param index the frame's index
     * @param monitor is asked for cancellation at each panel
     * @return that frame; all have the same size
     */
    BufferedImage frame(int index, Monitor monitor);

    /** @return what the user should know, in full sentences; often nothing */
    List<String> notes();
}
