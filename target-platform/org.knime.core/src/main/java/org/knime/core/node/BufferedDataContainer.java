// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.data.container.DataContainer;

/** Skeleton. */
public class BufferedDataContainer extends DataContainer {
    BufferedDataContainer() { super(null); }
    public BufferedDataTable getTable() { throw new UnsupportedOperationException(); }
}
