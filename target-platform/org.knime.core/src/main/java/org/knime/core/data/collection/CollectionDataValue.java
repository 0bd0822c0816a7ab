// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.collection;

import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;

/** Cells of one type. */
public interface CollectionDataValue extends DataValue, CellCollection {

    /** Facts about this kind of value. */
    UtilityFactory UTILITY = new CollectionUtilityFactory(CollectionDataValue.class);

    /** @return the type of the cells */
    DataType getElementType();

    /** @return how many there are */
    int size();

    /** Facts about this kind of value. */
    class CollectionUtilityFactory extends ExtensibleUtilityFactory {

        /** @param valueClass the kind of collection */
        protected CollectionUtilityFactory(final Class<? extends DataValue> valueClass) {
            super(valueClass);
        }

        @Override
        public String getName() {
            return "Collection";
        }
    }
}
