// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** Marks values of which columns list the different ones. */
public interface NominalValue extends DataValue {
}
