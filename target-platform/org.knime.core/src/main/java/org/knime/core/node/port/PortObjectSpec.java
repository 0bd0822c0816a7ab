// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;

/** Skeleton. */
public interface PortObjectSpec {
    abstract static class PortObjectSpecSerializer<T extends PortObjectSpec> {
        public abstract void savePortObjectSpec(T portObjectSpec, PortObjectSpecZipOutputStream out) throws IOException;
        public abstract T loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException;
    }
    abstract class FailOnInvocationPortObjectSpecSerializer<T extends PortObjectSpec> extends PortObjectSpecSerializer<T> {
        public T loadPortObjectSpec(PortObjectSpecZipInputStream in) { throw new UnsupportedOperationException(); }
        public void savePortObjectSpec(T portObjectSpec, PortObjectSpecZipOutputStream out) { throw new UnsupportedOperationException(); }
    }
    public JComponent[] getViews();
}
