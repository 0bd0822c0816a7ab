// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.v2;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataValue;

/** Skeleton. */
public interface RowValueRead {
    int getNumColumns();
    <D extends DataValue> D getValue(int index);
    boolean isMissing(int index);
    default DataCell getAsDataCell(int index) { throw new UnsupportedOperationException(); }
}
