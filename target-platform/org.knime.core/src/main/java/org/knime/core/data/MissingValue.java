// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;


/** Skeleton. */
public interface MissingValue extends DataValue {
    public String getError();
}
