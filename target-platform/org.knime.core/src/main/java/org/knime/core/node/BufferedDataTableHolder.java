// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** A model that holds tables for its view, which are stored with the executed node. */
public interface BufferedDataTableHolder {

    /** @return the tables, null if the node is not executed */
    BufferedDataTable[] getInternalTables();

    /** @param tables what {@link #getInternalTables()} gave before the node was stored */
    void setInternalTables(BufferedDataTable[] tables);
}
