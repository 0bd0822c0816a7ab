// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port.inactive;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;

/** Stands at ports of a branch that is not executed. */
public final class InactiveBranchPortObjectSpec implements PortObjectSpec {

    /** The only one. */
    public static final InactiveBranchPortObjectSpec INSTANCE = new InactiveBranchPortObjectSpec();

    private InactiveBranchPortObjectSpec() {
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public String toString() {
        return "Inactive branch";
    }

    /** Writes nothing and reads the constant. */
    public static final class Serializer extends PortObjectSpecSerializer<InactiveBranchPortObjectSpec> {

        /** A serializer. */
        public Serializer() {
            // no state
        }

        @Override
        public void savePortObjectSpec(final InactiveBranchPortObjectSpec portObjectSpec,
            final PortObjectSpecZipOutputStream out) throws IOException {
            // there is nothing to tell
        }

        @Override
        public InactiveBranchPortObjectSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in)
            throws IOException {
            return INSTANCE;
        }
    }
}
