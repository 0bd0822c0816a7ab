// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.def;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.ComplexNumberValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory.FromComplexString;
import org.knime.core.data.DataCellFactory.FromSimpleString;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.FuzzyIntervalValue;
import org.knime.core.data.FuzzyNumberValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.NominalValue;

/** Skeleton. */
public final class BooleanCell extends DataCell implements BooleanValue, IntValue, LongValue, DoubleValue, ComplexNumberValue, FuzzyNumberValue, FuzzyIntervalValue, BoundedValue, NominalValue {
    public static final BooleanCell TRUE = null;
    public static final BooleanCell FALSE = null;
    public static final DataType TYPE = null;
    public boolean getBooleanValue() { throw new UnsupportedOperationException(); }
    public int getIntValue() { throw new UnsupportedOperationException(); }
    public long getLongValue() { throw new UnsupportedOperationException(); }
    public double getDoubleValue() { throw new UnsupportedOperationException(); }
    public double getCore() { throw new UnsupportedOperationException(); }
    public double getMaxSupport() { throw new UnsupportedOperationException(); }
    public double getMinSupport() { throw new UnsupportedOperationException(); }
    public double getMaxCore() { throw new UnsupportedOperationException(); }
    public double getMinCore() { throw new UnsupportedOperationException(); }
    public double getCenterOfGravity() { throw new UnsupportedOperationException(); }
    public double getImaginaryValue() { throw new UnsupportedOperationException(); }
    public double getRealValue() { throw new UnsupportedOperationException(); }
    protected boolean equalsDataCell(DataCell dc) { throw new UnsupportedOperationException(); }
    public int hashCode() { throw new UnsupportedOperationException(); }
    public String toString() { throw new UnsupportedOperationException(); }
    public static final class BooleanCellFactory implements FromSimpleString, FromComplexString {
        public static final DataType TYPE = null;
        public DataCell createCell(String s) { throw new UnsupportedOperationException(); }
        public DataType getDataType() { throw new UnsupportedOperationException(); }
        public static DataCell create(String s) { throw new UnsupportedOperationException(); }
        public static DataCell create(boolean b) { throw new UnsupportedOperationException(); }
    }
}
