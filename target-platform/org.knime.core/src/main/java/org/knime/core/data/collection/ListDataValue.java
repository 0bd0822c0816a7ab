// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** Cells of one type in order. */
public interface ListDataValue extends CollectionDataValue {

    /** Facts about this kind of value. */
    UtilityFactory UTILITY = new ListUtilityFactory();

    /**
     * @param index from 0
     * @return the cell there
     */
    DataCell get(int index);

    /** Facts about this kind of value. */
    class ListUtilityFactory extends CollectionUtilityFactory {

        protected ListUtilityFactory() {
            super(ListDataValue.class);
        }

        @Override
        public String getName() {
            return "Collection (List)";
        }
    }
}
