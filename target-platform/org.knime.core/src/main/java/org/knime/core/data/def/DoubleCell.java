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

/** A cell that holds a {@code double}. */
public final class DoubleCell extends DataCell
    implements DoubleValue, ComplexNumberValue, FuzzyNumberValue, FuzzyIntervalValue,
    BoundedValue {

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(DoubleCell.class);

    private static final long serialVersionUID = 1L;

    private final double m_value;

    /** @param d the number */
    public DoubleCell(final double d) {
        m_value = d;
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
        return Double.compare(m_value, ((DoubleCell)dc).m_value) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(m_value);
    }

    @Override
    public String toString() {
        return Double.toString(m_value);
    }

    /** Makes these cells. */
    public static final class DoubleCellFactory implements FromSimpleString, FromComplexString {

        /** The type of the cells. */
        public static final DataType TYPE = DoubleCell.TYPE;

        /** A factory. */
        public DoubleCellFactory() {
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
            return new DoubleCell(Double.parseDouble(s));
        }

        /**
         * @param d the number
         * @return the cell
         */
        public static DataCell create(final double d) {
            return new DoubleCell(d);
        }

        /**
         * @param f the number
         * @return the cell
         */
        public static DataCell create(final float f) {
            return new DoubleCell(f);
        }

        /**
         * @param i the number
         * @return the cell
         */
        public static DataCell create(final int i) {
            return new DoubleCell(i);
        }

        /**
         * @param l the number
         * @return the cell
         */
        public static DataCell create(final long l) {
            return new DoubleCell(l);
        }
    }
}
