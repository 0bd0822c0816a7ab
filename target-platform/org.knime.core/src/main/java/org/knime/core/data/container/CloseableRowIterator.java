// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.io.Closeable;
import java.util.Iterator;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowIterator;
import org.knime.core.data.v2.RowCursor;

/** Skeleton. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {
    public static CloseableRowIterator empty() { throw new UnsupportedOperationException(); }
    public static CloseableRowIterator wrap(Iterator<? extends DataRow> delegate) { throw new UnsupportedOperationException(); }
    public static CloseableRowIterator from(Iterator<? extends DataRow> iterator) { throw new UnsupportedOperationException(); }
    public static CloseableRowIterator from(RowCursor cursor) { throw new UnsupportedOperationException(); }
    public static CloseableRowIterator from(Iterator<? extends DataRow> delegate, AutoCloseable closeAction) { throw new UnsupportedOperationException(); }
    public abstract void close();
}
