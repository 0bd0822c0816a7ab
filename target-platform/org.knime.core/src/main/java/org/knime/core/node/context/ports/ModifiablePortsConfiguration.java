// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.ports;

import java.util.Map;

import org.knime.core.node.context.DeepCopy;
import org.knime.core.node.context.NodeSettingsPersistable;

/** The ports of one node, changeable. */
public interface ModifiablePortsConfiguration
    extends PortsConfiguration, DeepCopy<ModifiablePortsConfiguration>, NodeSettingsPersistable {

    /** @return the groups with a choice of type, by name */
    Map<String, ExchangeablePortGroup> getExchangeablePorts();

    /** @return the groups that take further ports, by name */
    Map<String, ExtendablePortGroup> getExtendablePorts();

    /**
     * @param name of a group
     * @return the group, null if there is none of that name
     */
    PortGroupConfiguration getGroup(String name);

    /**
     * @param name of a group
     * @return whether the user may change the group in the editor
     */
    default boolean isInteractive(final String name) {
        return true;
    }
}
