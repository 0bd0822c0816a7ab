// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

/** A model that holds objects for its view, which are stored with the executed node. */
public interface PortObjectHolder {

    /** @return the objects, null if the node is not executed */
    PortObject[] getInternalPortObjects();

    /** @param portObjects what {@link #getInternalPortObjects()} gave before the node was stored */
    void setInternalPortObjects(PortObject[] portObjects);
}
