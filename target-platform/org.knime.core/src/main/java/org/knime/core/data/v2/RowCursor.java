// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.v2;

import java.io.Closeable;

/** Skeleton. */
public interface RowCursor extends Closeable {
    static RowCursor empty(int numColumns) { throw new UnsupportedOperationException(); }
    RowRead forward();
    boolean canForward();
    int getNumColumns();
    void close();
}
