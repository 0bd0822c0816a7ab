// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.OutputStream;

import org.knime.core.data.DataCell;

/** A picture that can be drawn and stored. */
public interface ImageContent {

    /**
     * Draws the picture, scaled down where it does not fit.
     *
     * @param g takes the picture
     * @param maxWidth pixels across
     * @param maxHeight pixels down
     */
    void paint(Graphics2D g, int maxWidth, int maxHeight);

    /** @return the size in pixels */
    Dimension getPreferredSize();

    /** @return a cell that holds this picture */
    DataCell toImageCell();

    /**
     * @param out takes the bytes and stays open
     * @throws IOException if it cannot take them
     */
    void save(OutputStream out) throws IOException;

    /** @return one line about the picture */
    String getSummary();
}
