// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context.ports;

import org.knime.core.node.port.PortType;

/** A group of ports with a choice of types. */
public interface ConfigurablePortGroup extends PortGroupConfiguration {

    /** @return the types that may be chosen */
    PortType[] getSupportedPortTypes();
}
