// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;


/** Skeleton. */
public interface StringValue extends DataValue {
    String getStringValue();
}
