// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image.png;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataValue;

/** Skeleton. */
public class PNGImageCell extends DataCell implements PNGImageValue {
    public PNGImageContent getImageContent() { throw new UnsupportedOperationException(); }
    public String toString() { throw new UnsupportedOperationException(); }
    protected boolean equalsDataCell(DataCell dc) { throw new UnsupportedOperationException(); }
    protected boolean equalContent(DataValue otherValue) { throw new UnsupportedOperationException(); }
    public int hashCode() { throw new UnsupportedOperationException(); }
    public String getImageExtension() { throw new UnsupportedOperationException(); }
}
