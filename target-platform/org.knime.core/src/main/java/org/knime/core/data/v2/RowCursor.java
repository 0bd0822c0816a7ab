// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.v2;

import java.io.Closeable;

/** Goes through the rows of a table. Closing it gives its resources free. */
public interface RowCursor extends Closeable {

    /** @return the next row, valid until the next call; null if there is none */
    RowRead forward();

    /** @return whether there is a next row */
    boolean canForward();

    /** @return the number of columns */
    int getNumColumns();

    @Override
    void close();
}
