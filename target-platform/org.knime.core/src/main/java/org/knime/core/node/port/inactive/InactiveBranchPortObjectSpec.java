// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port.inactive;

import javax.swing.JComponent;
import org.knime.core.node.port.PortObjectSpec;

/** Skeleton. */
public final class InactiveBranchPortObjectSpec implements PortObjectSpec {
    public static final InactiveBranchPortObjectSpec INSTANCE = null;
    public JComponent[] getViews() { throw new UnsupportedOperationException(); }
    public String toString() { throw new UnsupportedOperationException(); }
}
