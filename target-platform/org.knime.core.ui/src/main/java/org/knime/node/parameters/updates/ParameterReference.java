// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

/** Names a field, so that others can depend on its value. Put a {@link ValueReference} on the field. */
public interface ParameterReference<V> {
}
