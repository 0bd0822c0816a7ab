// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/** Skeleton. */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {
    public AbstractSimplePortObjectSpec() { throw new UnsupportedOperationException(); }
    protected abstract void save(ModelContentWO model);
    protected abstract void load(ModelContentRO model) throws InvalidSettingsException;
    public abstract static class AbstractSimplePortObjectSpecSerializer<T extends AbstractSimplePortObjectSpec> extends PortObjectSpecSerializer<T> {
        public T loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException { throw new UnsupportedOperationException(); }
        public void savePortObjectSpec(T portObject, PortObjectSpecZipOutputStream out) throws IOException { throw new UnsupportedOperationException(); }
    }
    public JComponent[] getViews() { throw new UnsupportedOperationException(); }
    public boolean equals(Object ospec) { throw new UnsupportedOperationException(); }
    public int hashCode() { throw new UnsupportedOperationException(); }
}
