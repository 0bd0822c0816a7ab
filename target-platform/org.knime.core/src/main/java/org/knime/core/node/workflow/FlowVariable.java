// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

/** Skeleton. */
public final class FlowVariable {
    public FlowVariable(final String name, final int value) { throw new UnsupportedOperationException(); }
    public FlowVariable(final String name, final double value) { throw new UnsupportedOperationException(); }
    public FlowVariable(final String name, final String value) { throw new UnsupportedOperationException(); }
    public <T> FlowVariable(final String name, final VariableType<T> type, final T value) { throw new UnsupportedOperationException(); }
    public String getName() { throw new UnsupportedOperationException(); }
    public VariableType<?> getVariableType() { throw new UnsupportedOperationException(); }
    public <T> T getValue(final VariableType<T> expectedType) { throw new UnsupportedOperationException(); }
    public String getValueAsString() { throw new UnsupportedOperationException(); }
}
