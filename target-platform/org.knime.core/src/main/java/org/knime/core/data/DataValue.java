// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** What a cell can be read as; one interface a kind of value. */
public interface DataValue {

    /** Facts about values of no particular kind. */
    UtilityFactory UTILITY = new UtilityFactory();

    /** @return a cell that holds this value */
    default DataCell materializeDataCell() {
        if (this instanceof DataCell cell) {
            return cell;
        }
        throw new UnsupportedOperationException("The value is no cell: " + getClass().getName());
    }

    /** Facts about a kind of value. */
    class UtilityFactory {

        /** Made by subclasses and by the constants. */
        protected UtilityFactory() {
            // no state
        }
    }
}
