// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.collection;

import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;

/** Skeleton. */
public interface CollectionDataValue extends DataValue, CellCollection {
    DataType getElementType();
    int size();
}
