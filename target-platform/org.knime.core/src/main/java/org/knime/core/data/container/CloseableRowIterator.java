// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.io.Closeable;
import java.util.Iterator;

import org.knime.core.data.DataRow;
import org.knime.core.data.RowIterator;

/** Goes through rows and is closed when not all of them are needed. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {

    /** Made by subclasses. */
    public CloseableRowIterator() {
        // no state
    }

    @Override
    public abstract void close();

    /**
     * @param delegate rows; closed if it can be
     * @return the same rows
     */
    public static CloseableRowIterator wrap(final Iterator<? extends DataRow> delegate) {
        return delegate instanceof CloseableRowIterator c ? c : from(delegate);
    }

    /**
     * @param iterator rows; closed if it can be
     * @return the same rows
     */
    public static CloseableRowIterator from(final Iterator<? extends DataRow> iterator) {
        return from(iterator, iterator instanceof AutoCloseable c ? c : () -> {
        });
    }

    /**
     * @param delegate rows
     * @param closeAction is done on closing
     * @return the same rows
     */
    public static CloseableRowIterator from(final Iterator<? extends DataRow> delegate,
        final AutoCloseable closeAction) {
        return new CloseableRowIterator() {
            @Override
            public boolean hasNext() {
                return delegate.hasNext();
            }

            @Override
            public DataRow next() {
                return delegate.next();
            }

            @Override
            public void close() {
                try {
                    closeAction.close();
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) { // NOSONAR AutoCloseable declares it
                    throw new IllegalStateException("The rows cannot be closed: " + e.getMessage(), e);
                }
            }
        };
    }
}
