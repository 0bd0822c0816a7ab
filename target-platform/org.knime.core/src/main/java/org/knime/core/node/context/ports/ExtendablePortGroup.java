// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.ports;

import java.util.stream.Stream;

import org.knime.core.node.port.PortType;

/** Fixed ports, followed by ports that a user adds. */
public interface ExtendablePortGroup extends ConfigurablePortGroup {

    /** @return the ports that are always there */
    PortType[] getFixedPorts();

    /** @return the ports that were added */
    PortType[] getConfiguredPorts();

    /** @return whether ports were added */
    boolean hasConfiguredPorts();

    /** @return whether one more may be added */
    boolean canAddPort();

    /** @param pType the type of the port to add, one of the supported ones */
    void addPort(PortType pType);

    /** @return the type of the port that was added last and is now removed */
    PortType removeLastPort();

    /**
     * @param portIdx index among all ports of the group
     * @return the type of the port that is now removed
     */
    PortType removePort(int portIdx);

    @Override
    default PortType[] getInputPorts() {
        return definesInputPorts() ? all(this) : new PortType[0];
    }

    @Override
    default PortType[] getOutputPorts() {
        return definesOutputPorts() ? all(this) : new PortType[0];
    }

    private static PortType[] all(final ExtendablePortGroup group) {
        return Stream.concat(Stream.of(group.getFixedPorts()), Stream.of(group.getConfiguredPorts()))
            .toArray(PortType[]::new);
    }
}
