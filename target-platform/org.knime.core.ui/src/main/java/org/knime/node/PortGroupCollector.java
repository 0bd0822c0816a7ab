// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

import org.knime.core.node.port.PortType;
import org.knime.node.PortGroup.Exchangeable;
import org.knime.node.PortGroup.Extendable;
import org.knime.node.PortGroup.Fixed;
import org.knime.node.PortGroup.Listed;
import org.knime.node.PortGroup.Mode;
import org.knime.node.PortGroup.OptionalPort;
import org.knime.node.RequirePorts.ConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.ExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.RequireConfigurablePortMode;
import org.knime.node.RequirePorts.RequirePortName;
import org.knime.node.RequirePorts.RequireSupportedTypes;

/** Collects the groups that a node's definition adds. */
final class PortGroupCollector implements DynamicPortsAdder {

    private final List<PortGroup> m_groups = new ArrayList<>();

    List<PortGroup> groups() {
        return List.copyOf(m_groups);
    }

    @Override
    public DynamicPortsAdder addInputPortGroup(final String groupId,
        final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
        add(groupId, true, groupConfiguration);
        return this;
    }

    @Override
    public DynamicPortsAdder addOutputPortGroup(final String groupId,
        final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
        add(groupId, false, groupConfiguration);
        return this;
    }

    private void add(final String groupId, final boolean isInput,
        final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
        final var mode = new ModeBuilder();
        final var text = new String[2];
        groupConfiguration.apply(name -> description -> {
            text[0] = name;
            text[1] = description;
            return mode;
        });
        m_groups.add(new PortGroup(groupId, isInput, text[0], text[1], mode.m_mode));
    }

    /** Holds the mode as far as it is known. */
    private static final class ModeBuilder implements RequireConfigurablePortMode {

        private Mode m_mode;

        @Override
        public FinalConfigurablePort fixed(final PortType portType) {
            m_mode = new Fixed(portType);
            return new FinalConfigurablePort();
        }

        @Override
        public RequireSupportedTypes<OptionalConfigurablePort> optional() {
            return new SupportedTypes<>(supported -> {
                m_mode = new OptionalPort(null, supported);
                return defaultPortType -> {
                    m_mode = new OptionalPort(defaultPortType, supported);
                    return new FinalConfigurablePort();
                };
            });
        }

        @Override
        public RequireSupportedTypes<ExtendableConfigurablePort> extendable() {
            return new SupportedTypes<>(supported -> {
                m_mode = new Extendable(List.of(), List.of(), supported);
                return new ExtendableConfigurablePort() {
                    @Override
                    public ExtendableConfigurablePort fixedTypes(final PortType... portTypes) {
                        m_mode = new Extendable(List.of(portTypes), ((Extendable)m_mode).defaults(), supported);
                        return this;
                    }

                    @Override
                    public ExtendableConfigurablePort defaultNonFixedTypes(final PortType... portTypes) {
                        m_mode = new Extendable(((Extendable)m_mode).fixed(), List.of(portTypes), supported);
                        return this;
                    }
                };
            });
        }

        @Override
        public RequireSupportedTypes<FinalConfigurablePort> exchangable(final PortType defaultType) {
            return new SupportedTypes<>(supported -> {
                m_mode = new Exchangeable(defaultType, supported);
                return new FinalConfigurablePort();
            });
        }
    }

    /** Both ways to name the allowed types. */
    private record SupportedTypes<T>(Function<Predicate<PortType>, T> next) implements RequireSupportedTypes<T> {

        @Override
        public T supportedTypes(final PortType... portTypes) {
            return next.apply(new Listed(List.of(portTypes)));
        }

        @Override
        public T supportedTypes(final Predicate<PortType> portTypePredicate) {
            return next.apply(Objects.requireNonNull(portTypePredicate));
        }
    }
}
