// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.io.Serializable;

/** A value in a table. Cells never change. */
public abstract class DataCell implements DataValue, Serializable {

    private static final long serialVersionUID = 1L;

    /** A new cell. */
    public DataCell() {
        // subclasses hold the value
    }

    @Override
    public DataCell materializeDataCell() {
        return this;
    }

    /** @return the type, which follows from the class (and from the elements of a collection) */
    public final DataType getType() {
        return DataType.ofCell(this);
    }

    /** @return whether there is no value */
    public boolean isMissing() {
        return false;
    }

    @Override
    public abstract String toString();

    /**
     * Missing cells are equal to each other only; cells of one class are compared by {@link #equalsDataCell}, others
     * that are read as the same kind of value first by {@link #equalContent}.
     */
    @Override
    public final boolean equals(final Object o) {
        if (this == o) {
            return true;
        }
        if (!(o instanceof DataCell other)) {
            return false;
        }
        if (isMissing() || other.isMissing()) {
            return isMissing() && other.isMissing();
        }
        if (getClass() == other.getClass()) {
            return equalsDataCell(other);
        }
        return getType().getPreferredValueClass() == other.getType().getPreferredValueClass() && equalContent(other);
    }

    /**
     * @param dc a cell of the same class that is not missing
     * @return whether it holds the same value
     */
    protected abstract boolean equalsDataCell(DataCell dc);

    /**
     * @param otherValue a value of the same preferred kind and another class
     * @return whether it is the same value
     */
    protected boolean equalContent(final DataValue otherValue) {
        return false;
    }

    @Override
    public abstract int hashCode();
}
