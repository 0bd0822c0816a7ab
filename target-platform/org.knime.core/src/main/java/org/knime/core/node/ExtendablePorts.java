// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/**
 * Fixed ports, followed by ports that can be added, up to a number. Only added ports are stored: {@code port_0},
 * {@code port_1}, ... each with the class of its objects.
 */
final class ExtendablePorts extends PortGroup implements ExtendablePortGroup {

    private static final String PORT = "port_";

    private static final String OBJECT_CLASS = "object_class";

    private final List<PortType> m_fixed;

    private final List<PortType> m_supported;

    private final int m_max;

    private final List<PortType> m_added;

    ExtendablePorts(final boolean in, final boolean out, final PortType[] fixed, final PortType[] added,
        final PortType[] supported, final int max) {
        super(in, out);
        m_fixed = List.of(fixed);
        m_added = new ArrayList<>(List.of(added));
        m_supported = List.of(supported);
        m_max = max;
    }

    static void savePort(final NodeSettingsWO settings, final int index, final PortType type) {
        settings.addNodeSettings(PORT + index).addString(OBJECT_CLASS, type.getPortObjectClass().getName());
    }

    static List<PortType> loadPorts(final NodeSettingsRO settings, final List<PortType> supported)
        throws InvalidSettingsException {
        final List<PortType> types = new ArrayList<>();
        for (int i = 0; settings.containsKey(PORT + i); i++) {
            final String name = settings.getNodeSettings(PORT + i).getString(OBJECT_CLASS);
            final Class<? extends PortObject> objectClass = PortTypeRegistry.getInstance().getObjectClass(name)
                .orElseThrow(() -> new InvalidSettingsException("The port type \"" + name + "\" is not installed."));
            final PortType type = PortTypeRegistry.getInstance().getPortType(objectClass);
            if (!supported.contains(type)) {
                throw new InvalidSettingsException(
                    "The port type \"" + type.getName() + "\" (" + name + ") is not supported by this port.");
            }
            types.add(type);
        }
        return types;
    }

    @Override
    public PortType[] getFixedPorts() {
        return m_fixed.toArray(PortType[]::new);
    }

    @Override
    public PortType[] getConfiguredPorts() {
        return m_added.toArray(PortType[]::new);
    }

    @Override
    public PortType[] getSupportedPortTypes() {
        return m_supported.toArray(PortType[]::new);
    }

    @Override
    public boolean hasConfiguredPorts() {
        return !m_added.isEmpty();
    }

    @Override
    public boolean canAddPort() {
        return m_added.size() < m_max;
    }

    @Override
    public void addPort(final PortType pType) {
        if (!canAddPort()) {
            throw new IllegalArgumentException("No further port can be added.");
        }
        if (!m_supported.contains(pType)) {
            throw new IllegalArgumentException("The port type \"" + pType.getName() + "\" is not supported here.");
        }
        m_added.add(pType);
    }

    @Override
    public PortType removeLastPort() {
        return m_added.remove(m_added.size() - 1);
    }

    @Override
    public PortType removePort(final int portIdx) {
        return m_added.remove(portIdx - m_fixed.size());
    }

    @Override
    public PortGroupConfiguration copy() {
        return new ExtendablePorts(definesInputPorts(), definesOutputPorts(), getFixedPorts(), getConfiguredPorts(),
            getSupportedPortTypes(), m_max);
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        for (int i = 0; i < m_added.size(); i++) {
            savePort(settings, i, m_added.get(i));
        }
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        final List<PortType> types = loadPorts(settings, m_supported);
        if (types.size() > m_max) {
            throw new InvalidSettingsException("There are " + types.size() + " ports where only " + m_max
                + " can be added.");
        }
        m_added.clear();
        m_added.addAll(types);
    }
}
