// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context;

import java.util.Optional;

import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.context.url.ModifiableURLConfiguration;
import org.knime.core.node.context.url.URLConfiguration;

/** What is fixed about a node before its model is made: its ports and the file it was made for. */
public class NodeCreationConfiguration {

    private final ModifiablePortsConfiguration m_ports;

    private ModifiableURLConfiguration m_url;

    /** @param portsConfig the ports, null if the node's are not configurable */
    protected NodeCreationConfiguration(final ModifiablePortsConfiguration portsConfig) {
        this(null, portsConfig);
    }

    /**
     * @param url the file, may be null
     * @param portsConfig the ports, null if the node's are not configurable
     */
    protected NodeCreationConfiguration(final ModifiableURLConfiguration url,
        final ModifiablePortsConfiguration portsConfig) {
        m_url = url;
        m_ports = portsConfig;
    }

    /** @return the ports, if the node's are configurable */
    public Optional<? extends PortsConfiguration> getPortConfig() {
        return getModifiablePortConfig();
    }

    /** @return the file that the node was made for */
    public Optional<? extends URLConfiguration> getURLConfig() {
        return getModifiableURLConfig();
    }

    /** @param urlConfig the file */
    protected void setURLConfiguration(final ModifiableURLConfiguration urlConfig) {
        m_url = urlConfig;
    }

    /** @return the ports, if the node's are configurable */
    protected Optional<ModifiablePortsConfiguration> getModifiablePortConfig() {
        return Optional.ofNullable(m_ports);
    }

    /** @return the file that the node was made for */
    protected Optional<ModifiableURLConfiguration> getModifiableURLConfig() {
        return Optional.ofNullable(m_url);
    }
}
