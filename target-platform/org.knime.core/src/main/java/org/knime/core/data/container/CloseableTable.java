// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataTable;

/** A table whose storage is given free by {@link #close()}. */
public interface CloseableTable extends DataTable, AutoCloseable {

    @Override
    default void close() {
        // nothing is held unless an implementation says so
    }
}
