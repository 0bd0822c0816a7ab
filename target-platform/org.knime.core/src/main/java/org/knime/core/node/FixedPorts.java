// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;

/** A group of ports that are always there. */
final class FixedPorts extends PortGroup {

    private final PortType[] m_types;

    FixedPorts(final boolean in, final boolean out, final PortType[] types) {
        super(in, out);
        m_types = types.clone();
    }

    @Override
    public PortType[] getInputPorts() {
        return definesInputPorts() ? m_types.clone() : new PortType[0];
    }

    @Override
    public PortType[] getOutputPorts() {
        return definesOutputPorts() ? m_types.clone() : new PortType[0];
    }

    @Override
    public PortGroupConfiguration copy() {
        return this;
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        // nothing can differ from the definition
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        // nothing can differ from the definition
    }
}
