// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Iterator;

/** Skeleton. */
public abstract class RowIterator implements Iterator<DataRow> {
    public abstract boolean hasNext();
    public abstract DataRow next();
    public final void remove() { throw new UnsupportedOperationException(); }
}
