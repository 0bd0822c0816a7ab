// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.ports;

import org.knime.core.node.context.DeepCopy;
import org.knime.core.node.context.NodeSettingsPersistable;
import org.knime.core.node.port.PortType;

/** One named group of ports of a node. */
public interface PortGroupConfiguration extends DeepCopy<PortGroupConfiguration>, NodeSettingsPersistable {

    /** @return the group's inputs now */
    PortType[] getInputPorts();

    /** @return the group's outputs now */
    PortType[] getOutputPorts();

    /** @return whether the group's ports are inputs */
    boolean definesInputPorts();

    /** @return whether the group's ports are outputs */
    boolean definesOutputPorts();
}
