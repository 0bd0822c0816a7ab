// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.vector.doublevector;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory;
import org.knime.core.data.DataType;

/** Skeleton. */
public class DoubleVectorCellFactory implements DataCellFactory {
    public static final DataType TYPE = null;
    public static <T extends DataCell, DoubleVectorValue> T createCell(double[] vector) { throw new UnsupportedOperationException(); }
    public DataType getDataType() { throw new UnsupportedOperationException(); }
}
