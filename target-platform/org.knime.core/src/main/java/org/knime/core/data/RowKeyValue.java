// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;


/** Skeleton. */
public interface RowKeyValue {
    String getString();
    default RowKey materializeRowKey() { throw new UnsupportedOperationException(); }
}
