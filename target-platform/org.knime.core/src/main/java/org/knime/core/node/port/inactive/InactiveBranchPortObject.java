// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port.inactive;

import java.io.IOException;
import javax.swing.JComponent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;

/** Skeleton. */
public final class InactiveBranchPortObject implements PortObject {
    public static final InactiveBranchPortObject INSTANCE = null;
    public static final class Serializer extends PortObjectSerializer<InactiveBranchPortObject> {
        public InactiveBranchPortObject loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec) throws IOException, CanceledExecutionException { throw new UnsupportedOperationException(); }
        public void savePortObject(InactiveBranchPortObject portObject, PortObjectZipOutputStream out, ExecutionMonitor exec) throws IOException, CanceledExecutionException { throw new UnsupportedOperationException(); }
    }
    public String getSummary() { throw new UnsupportedOperationException(); }
    public PortObjectSpec getSpec() { throw new UnsupportedOperationException(); }
    public JComponent[] getViews() { throw new UnsupportedOperationException(); }
    public String toString() { throw new UnsupportedOperationException(); }
}
