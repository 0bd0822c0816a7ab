// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.ports;

import java.util.List;
import java.util.Map;

import org.knime.core.node.port.PortType;

/** The ports that one node has now, by groups. */
public interface PortsConfiguration {

    /** @return all inputs, in the order of the groups */
    PortType[] getInputPorts();

    /** @return all outputs, in the order of the groups */
    PortType[] getOutputPorts();

    /** @return group name to the indices of its inputs; groups without inputs are absent */
    Map<String, int[]> getInputPortLocation();

    /** @return group name to the indices of its outputs; groups without outputs are absent */
    Map<String, int[]> getOutputPortLocation();

    /** @return the names of all groups in their order */
    List<String> getPortGroupNames();
}
