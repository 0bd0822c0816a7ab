// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.def;

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

/** A cell that holds an {@code int}. */
public class IntCell extends DataCell implements IntValue, LongValue, DoubleValue, ComplexNumberValue, FuzzyNumberValue,
    FuzzyIntervalValue, BoundedValue {

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(IntCell.class);

    private static final long serialVersionUID = 1L;

    private final int m_value;

    /** @param i the number */
    public IntCell(final int i) {
        m_value = i;
    }

    @Override
    public int getIntValue() {
        return m_value;
    }

    @Override
    public long getLongValue() {
        return m_value;
    }

    @Override
    public double getDoubleValue() {
        return m_value;
    }

    @Override
    public double getCore() {
        return m_value;
    }

    @Override
    public double getMaxSupport() {
        return m_value;
    }

    @Override
    public double getMinSupport() {
        return m_value;
    }

    @Override
    public double getMaxCore() {
        return m_value;
    }

    @Override
    public double getMinCore() {
        return m_value;
    }

    @Override
    public double getCenterOfGravity() {
        return m_value;
    }

    @Override
    public double getRealValue() {
        return m_value;
    }

    @Override
    public double getImaginaryValue() {
        return 0;
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return m_value == ((IntCell)dc).m_value;
    }

    @Override
    public int hashCode() {
        return m_value;
    }

    @Override
    public String toString() {
        return Integer.toString(m_value);
    }

    /** Makes these cells. */
    public static final class IntCellFactory implements FromSimpleString, FromComplexString {

        /** The type of the cells. */
        public static final DataType TYPE = IntCell.TYPE;

        /** A factory. */
        public IntCellFactory() {
            // no state
        }

        @Override
        public DataType getDataType() {
            return TYPE;
        }

        @Override
        public DataCell createCell(final String s) {
            return create(s);
        }

        /**
         * @param s the number as text
         * @return the cell
         */
        public static DataCell create(final String s) {
            return new IntCell(Integer.parseInt(s));
        }

        /**
         * @param i the number
         * @return the cell
         */
        public static DataCell create(final int i) {
            return new IntCell(i);
        }
    }
}
