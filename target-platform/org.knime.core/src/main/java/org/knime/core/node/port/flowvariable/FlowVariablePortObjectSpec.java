// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port.flowvariable;

import javax.swing.JComponent;
import org.knime.core.node.port.PortObjectSpec;

/** Skeleton. */
public final class FlowVariablePortObjectSpec implements PortObjectSpec {
    public static final FlowVariablePortObjectSpec INSTANCE = null;
    public JComponent[] getViews() { throw new UnsupportedOperationException(); }
    public String toString() { throw new UnsupportedOperationException(); }
}
