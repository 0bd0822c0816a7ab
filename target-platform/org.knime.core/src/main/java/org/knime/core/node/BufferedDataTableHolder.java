// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;


/** Skeleton. */
public interface BufferedDataTableHolder {
    BufferedDataTable[] getInternalTables();
    void setInternalTables(BufferedDataTable[] tables);
}
