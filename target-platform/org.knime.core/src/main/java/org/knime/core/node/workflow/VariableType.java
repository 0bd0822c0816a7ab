// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

/** Skeleton. */
public abstract class VariableType<T> {
    VariableType() { }
    public abstract Class<T> getSimpleType();
    public String getIdentifier() { throw new UnsupportedOperationException(); }
}
