// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.v2;

import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataValue;
import org.knime.core.data.RowKeyValue;
import org.knime.core.data.def.DefaultRow;

/** The row that a cursor stands at. */
public interface RowRead extends RowValueRead {

    /** @return the key */
    RowKeyValue getRowKey();

    /** @return a row that stays when the cursor goes on */
    default DataRow materializeDataRow() {
        return new DefaultRow(getRowKey().materializeRowKey(),
            IntStream.range(0, getNumColumns()).mapToObj(this::getAsDataCell).toArray(DataCell[]::new));
    }

    /**
     * @param currentRowSupplier gives the row that is read
     * @param numColumns number of columns
     * @return the values of that row
     */
    static RowRead suppliedBy(final Supplier<DataRow> currentRowSupplier, final int numColumns) {
        return new RowRead() {
            @Override
            public int getNumColumns() {
                return numColumns;
            }

            @Override
            @SuppressWarnings("unchecked")
            public <D extends DataValue> D getValue(final int index) {
                return (D)currentRowSupplier.get().getCell(index);
            }

            @Override
            public boolean isMissing(final int index) {
                return currentRowSupplier.get().getCell(index).isMissing();
            }

            @Override
            public DataCell getAsDataCell(final int index) {
                return currentRowSupplier.get().getCell(index);
            }

            @Override
            public RowKeyValue getRowKey() {
                return currentRowSupplier.get().getKey();
            }

            @Override
            public DataRow materializeDataRow() {
                return currentRowSupplier.get();
            }
        };
    }
}
