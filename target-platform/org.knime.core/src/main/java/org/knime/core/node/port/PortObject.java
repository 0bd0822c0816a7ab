// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** Skeleton. */
public interface PortObject {
    public static final PortType TYPE = null;
    public static final PortType TYPE_OPTIONAL = null;
    abstract static class PortObjectSerializer<T extends PortObject> {
        public abstract void savePortObject(T portObject, PortObjectZipOutputStream out, ExecutionMonitor exec) throws IOException, CanceledExecutionException;
        public abstract T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec) throws IOException, CanceledExecutionException;
    }
    abstract class FailOnInvocationPortObjectSerializer<T extends PortObject> extends PortObjectSerializer<T> {
        public void savePortObject(T portObject, PortObjectZipOutputStream out, ExecutionMonitor exec) { throw new UnsupportedOperationException(); }
        public T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec) { throw new UnsupportedOperationException(); }
    }
    String getSummary();
    PortObjectSpec getSpec();
    public JComponent[] getViews();
}
