// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image.png;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataValue;
import org.knime.core.data.container.BlobDataCell;
/** A cell that holds a large picture in PNG form; made by {@link PNGImageContent#toImageCell()}. */
public class PNGImageBlobCell extends BlobDataCell implements PNGImageValue {

    private static final long serialVersionUID = 1L;

    private final transient PNGImageContent m_content;

    PNGImageBlobCell(final PNGImageContent content) {
        m_content = content;
    }

    @Override
    public PNGImageContent getImageContent() {
        return m_content;
    }

    @Override
    public String getImageExtension() {
        return "png";
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return m_content.equals(((PNGImageBlobCell)dc).m_content);
    }

    @Override
    protected boolean equalContent(final DataValue otherValue) {
        return PNGImageValue.equalContent(this, (PNGImageValue)otherValue);
    }

    @Override
    public int hashCode() {
        return m_content.hashCode();
    }

    @Override
    public String toString() {
        return m_content.getSummary();
    }
}
