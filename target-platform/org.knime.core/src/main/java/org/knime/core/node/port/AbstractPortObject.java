// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject.PortObjectSerializer;

/** Skeleton. */
public abstract class AbstractPortObject implements PortObject {
    public AbstractPortObject() { throw new UnsupportedOperationException(); }
    protected abstract void save(PortObjectZipOutputStream out, ExecutionMonitor exec) throws IOException, CanceledExecutionException;
    protected abstract void load(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec) throws IOException, CanceledExecutionException;
    public abstract static class AbstractPortObjectSerializer<T extends AbstractPortObject> extends PortObjectSerializer<T> {
        public T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec) throws IOException, CanceledExecutionException { throw new UnsupportedOperationException(); }
        public void savePortObject(T portObject, PortObjectZipOutputStream out, ExecutionMonitor exec) throws IOException, CanceledExecutionException { throw new UnsupportedOperationException(); }
    }
}
