// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.collection;

import java.util.ArrayList;
import java.util.Collection;

import org.knime.core.data.DataCell;

/** Makes cells that hold cells. */
public final class CollectionCellFactory {

    private CollectionCellFactory() {
    }

    /**
     * @param coll cells, none null
     * @return a list of them
     */
    public static ListCell createListCell(final Collection<? extends DataCell> coll) {
        return new ListCell(new ArrayList<>(coll));
    }
}
