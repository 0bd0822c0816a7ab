// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port.flowvariable;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;

/** Stands at ports that hand on flow variables only. */
public final class FlowVariablePortObjectSpec implements PortObjectSpec {

    /** The only one. */
    public static final FlowVariablePortObjectSpec INSTANCE = new FlowVariablePortObjectSpec();

    private FlowVariablePortObjectSpec() {
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public String toString() {
        return "Variables connection";
    }

    /** Writes nothing and reads the constant. */
    public static final class Serializer extends PortObjectSpecSerializer<FlowVariablePortObjectSpec> {

        /** A serializer. */
        public Serializer() {
            // no state
        }

        @Override
        public void savePortObjectSpec(final FlowVariablePortObjectSpec portObjectSpec,
            final PortObjectSpecZipOutputStream out) throws IOException {
            // there is nothing to tell
        }

        @Override
        public FlowVariablePortObjectSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in)
            throws IOException {
            return INSTANCE;
        }
    }
}
