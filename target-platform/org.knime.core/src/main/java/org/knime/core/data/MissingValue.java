// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** Stands where there is no value. */
public interface MissingValue extends DataValue {

    /** @return why there is none, may be null */
    String getError();
}
