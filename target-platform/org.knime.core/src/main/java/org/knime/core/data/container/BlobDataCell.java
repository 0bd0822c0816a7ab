// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataCell;

/** A cell whose content is large. */
public abstract class BlobDataCell extends DataCell {

    private static final long serialVersionUID = 1L;

    /** A new cell. */
    public BlobDataCell() {
        // subclasses hold the value
    }
}
