// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Iterator;

/** Goes through rows. */
public abstract class RowIterator implements Iterator<DataRow> {

    /** Made by subclasses. */
    public RowIterator() {
        // no state
    }

    @Override
    public abstract boolean hasNext();

    @Override
    public abstract DataRow next();

    @Override
    public final void remove() {
        throw new UnsupportedOperationException("Rows cannot be removed from a table.");
    }
}
