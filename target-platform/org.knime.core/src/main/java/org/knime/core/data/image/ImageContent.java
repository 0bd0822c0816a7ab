// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.OutputStream;
import org.knime.core.data.DataCell;

/** Skeleton. */
public interface ImageContent {
    public void paint(Graphics2D g, int maxWidth, int maxHeight);
    public Dimension getPreferredSize();
    public DataCell toImageCell();
    public void save(OutputStream out) throws IOException;
    public String getSummary();
}
