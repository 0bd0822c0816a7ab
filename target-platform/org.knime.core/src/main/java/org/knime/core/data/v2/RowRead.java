// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.v2;

import java.util.function.Supplier;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKeyValue;

/** Skeleton. */
public interface RowRead extends RowValueRead {
    static RowRead suppliedBy(Supplier<DataRow> currentRowSupplier, int numColumns) { throw new UnsupportedOperationException(); }
    static RowRead from(DataRow row) { throw new UnsupportedOperationException(); }
    RowKeyValue getRowKey();
    default DataRow materializeDataRow() { throw new UnsupportedOperationException(); }
}
