// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;


/** Skeleton. */
public interface PortObjectHolder {
    public PortObject[] getInternalPortObjects();
    public void setInternalPortObjects(PortObject[] portObjects);
}
