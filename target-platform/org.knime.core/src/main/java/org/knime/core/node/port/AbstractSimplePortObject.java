// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.PortObject.PortObjectSerializer;

/** Skeleton. */
public abstract class AbstractSimplePortObject implements PortObject {
    public AbstractSimplePortObject() { throw new UnsupportedOperationException(); }
    protected abstract void save(ModelContentWO model, ExecutionMonitor exec) throws CanceledExecutionException;
    protected abstract void load(ModelContentRO model, PortObjectSpec spec, ExecutionMonitor exec) throws InvalidSettingsException, CanceledExecutionException;
    public abstract static class AbstractSimplePortObjectSerializer<T extends AbstractSimplePortObject> extends PortObjectSerializer<T> {
        public T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec) throws IOException, CanceledExecutionException { throw new UnsupportedOperationException(); }
        public void savePortObject(T portObject, PortObjectZipOutputStream out, ExecutionMonitor exec) throws IOException, CanceledExecutionException { throw new UnsupportedOperationException(); }
    }
    public JComponent[] getViews() { throw new UnsupportedOperationException(); }
    public boolean equals(Object oport) { throw new UnsupportedOperationException(); }
    public int hashCode() { throw new UnsupportedOperationException(); }
}
