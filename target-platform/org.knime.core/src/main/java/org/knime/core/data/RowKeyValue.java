// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** The key of a row. */
public interface RowKeyValue {

    /** @return the key as text */
    String getString();

    /** @return the key as an object that stays */
    default RowKey materializeRowKey() {
        return new RowKey(getString());
    }
}
