// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.vector.doublevector;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;

/** Makes cells from numbers in order. */
public class DoubleVectorCellFactory implements DataCellFactory {

    /** The type of the cells. */
    public static final DataType TYPE = DataType.getType(DenseDoubleVectorCell.class, DoubleCell.TYPE);

    /** A factory. */
    public DoubleVectorCellFactory() {
        // no state
    }

    @Override
    public DataType getDataType() {
        return TYPE;
    }

    /**
     * @param vector the numbers, are copied
     * @param <T> the cell's class
     * @param <DoubleVectorValue> has no meaning; it stands in the published signature
     * @return the cell
     */
    @SuppressWarnings({"unchecked", "hiding"})
    public static <T extends DataCell, DoubleVectorValue> T createCell(final double[] vector) {
        return (T)new DenseDoubleVectorCell(vector.clone());
    }
}
