// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** Marks values that have an order, so that columns of them have bounds. */
public interface BoundedValue extends DataValue {
}
