// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

/** A sink of rows that may hold some back. */
public interface RowFlushable {

    /** Processes the rows that were handed over and not yet looked at. */
    void flushRows();
}
