// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.vector.doublevector;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.DoubleStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.def.DoubleCell;

/** A cell that holds numbers in order; made by {@link DoubleVectorCellFactory}. */
public class DenseDoubleVectorCell extends DataCell implements DoubleVectorValue, CollectionDataValue {

    private static final long serialVersionUID = 1L;

    private final double[] m_values;

    DenseDoubleVectorCell(final double[] values) {
        m_values = values;
    }

    @Override
    public int getLength() {
        return m_values.length;
    }

    @Override
    public double getValue(final int index) {
        return m_values[index];
    }

    @Override
    public int size() {
        return m_values.length;
    }

    @Override
    public DataType getElementType() {
        return DoubleCell.TYPE;
    }

    @Override
    public Iterator<DataCell> iterator() {
        return DoubleStream.of(m_values).<DataCell> mapToObj(DoubleCell::new).iterator();
    }

    @Override
    public boolean containsBlobWrapperCells() {
        return false;
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return Arrays.equals(m_values, ((DenseDoubleVectorCell)dc).m_values);
    }

    @Override
    protected boolean equalContent(final DataValue otherValue) {
        return otherValue instanceof DenseDoubleVectorCell c && equalsDataCell(c);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m_values);
    }

    @Override
    public String toString() {
        return Arrays.toString(m_values);
    }
}
