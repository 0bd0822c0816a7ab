// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.List;

import org.knime.core.node.context.ports.ExchangeablePortGroup;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;

/** One port whose type can be chosen. */
final class ExchangeablePort extends PortGroup implements ExchangeablePortGroup {

    private final List<PortType> m_supported;

    private PortType m_selected;

    ExchangeablePort(final boolean in, final boolean out, final PortType selected, final List<PortType> supported) {
        super(in, out);
        m_selected = selected;
        m_supported = supported;
    }

    @Override
    public PortType getSelectedPortType() {
        return m_selected;
    }

    @Override
    public void setSelectedPortType(final PortType pType) {
        if (!m_supported.contains(pType)) {
            throw new IllegalArgumentException("The port type \"" + pType.getName() + "\" is not supported here.");
        }
        m_selected = pType;
    }

    @Override
    public PortType[] getSupportedPortTypes() {
        return m_supported.toArray(PortType[]::new);
    }

    @Override
    public PortGroupConfiguration copy() {
        return new ExchangeablePort(definesInputPorts(), definesOutputPorts(), m_selected, m_supported);
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        ExtendablePorts.savePort(settings, 0, m_selected);
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        final List<PortType> types = ExtendablePorts.loadPorts(settings, m_supported);
        if (!types.isEmpty()) {
            m_selected = types.get(0);
        }
    }
}
