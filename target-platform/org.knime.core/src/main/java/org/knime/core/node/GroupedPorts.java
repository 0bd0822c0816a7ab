// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.knime.core.node.context.ports.ExchangeablePortGroup;
import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;

/** The ports of one node, made of its groups in their order. A group is stored under its name. */
final class GroupedPorts implements ModifiablePortsConfiguration {

    private final Map<String, PortGroupConfiguration> m_groups;

    GroupedPorts(final Map<String, PortGroupConfiguration> groups) {
        m_groups = new LinkedHashMap<>(groups);
    }

    private PortType[] types(final Function<PortGroupConfiguration, PortType[]> side) {
        final List<PortType> types = new ArrayList<>();
        m_groups.values().forEach(g -> Collections.addAll(types, side.apply(g)));
        return types.toArray(PortType[]::new);
    }

    private Map<String, int[]> locations(final Function<PortGroupConfiguration, PortType[]> side) {
        final Map<String, int[]> locations = new LinkedHashMap<>();
        int next = 0;
        for (final Map.Entry<String, PortGroupConfiguration> e : m_groups.entrySet()) {
            final int n = side.apply(e.getValue()).length;
            if (n > 0) {
                locations.put(e.getKey(), IntStream.range(next, next + n).toArray());
            }
            next += n;
        }
        return locations;
    }

    private <G extends PortGroupConfiguration> Map<String, G> groups(final Class<G> kind) {
        final Map<String, G> result = new LinkedHashMap<>();
        m_groups.forEach((name, group) -> {
            if (kind.isInstance(group)) {
                result.put(name, kind.cast(group));
            }
        });
        return result;
    }

    @Override
    public PortType[] getInputPorts() {
        return types(PortGroupConfiguration::getInputPorts);
    }

    @Override
    public PortType[] getOutputPorts() {
        return types(PortGroupConfiguration::getOutputPorts);
    }

    @Override
    public Map<String, int[]> getInputPortLocation() {
        return locations(PortGroupConfiguration::getInputPorts);
    }

    @Override
    public Map<String, int[]> getOutputPortLocation() {
        return locations(PortGroupConfiguration::getOutputPorts);
    }

    @Override
    public List<String> getPortGroupNames() {
        return List.copyOf(m_groups.keySet());
    }

    @Override
    public Map<String, ExchangeablePortGroup> getExchangeablePorts() {
        return groups(ExchangeablePortGroup.class);
    }

    @Override
    public Map<String, ExtendablePortGroup> getExtendablePorts() {
        return groups(ExtendablePortGroup.class);
    }

    @Override
    public PortGroupConfiguration getGroup(final String name) {
        return m_groups.get(name);
    }

    @Override
    public ModifiablePortsConfiguration copy() {
        final Map<String, PortGroupConfiguration> groups = new LinkedHashMap<>();
        m_groups.forEach((name, group) -> groups.put(name, group.copy()));
        return new GroupedPorts(groups);
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        m_groups.forEach((name, group) -> group.saveSettingsTo(settings.addNodeSettings(name)));
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        for (final Map.Entry<String, PortGroupConfiguration> e : m_groups.entrySet()) {
            if (settings.containsKey(e.getKey())) {
                e.getValue().loadSettingsFrom(settings.getNodeSettings(e.getKey()));
            }
        }
    }
}
