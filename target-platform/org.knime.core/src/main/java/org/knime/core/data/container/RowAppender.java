// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataRow;

/** Skeleton. */
public interface RowAppender {
    public void addRowToTable(DataRow row);
}
