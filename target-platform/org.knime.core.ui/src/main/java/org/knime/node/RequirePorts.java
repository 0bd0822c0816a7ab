// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNode.RequireModel;
import org.knime.node.RequirePorts.ConfigurablePort.ExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;

/**
 * The step that asks for a node's ports. A port's name is the key of its group in saved workflows,
 * so names are unique among all ports of a node.
 */
@FunctionalInterface
public interface RequirePorts {

    /** Ports that are always there. */
    default RequireModel ports(final Consumer<PortsAdder> ports) {
        return dynamicPorts(groups -> ports.accept(new FixedPortsAdder(groups)));
    }

    /** Groups of ports, some of which the user may add, remove or exchange. */
    RequireModel dynamicPorts(Consumer<DynamicPortsAdder> ports);

    /** Adds ports that are always there. */
    interface PortsAdder {

        PortsAdder addInputPort(String name, String description, PortType portType);

        PortsAdder addOutputPort(String name, String description, PortType portType);

        default PortsAdder addInputTable(final String name, final String description) {
            return addInputPort(name, description, BufferedDataTable.TYPE);
        }

        default PortsAdder addOutputTable(final String name, final String description) {
            return addOutputPort(name, description, BufferedDataTable.TYPE);
        }
    }

    /** Adds groups of ports. */
    interface DynamicPortsAdder {

        DynamicPortsAdder addInputPortGroup(String groupId,
            Function<RequirePortName, ConfigurablePort> groupConfiguration);

        DynamicPortsAdder addOutputPortGroup(String groupId,
            Function<RequirePortName, ConfigurablePort> groupConfiguration);
    }

    /** The name of a group on one side. */
    @FunctionalInterface
    interface RequirePortName {

        RequirePortDescription name(String name);
    }

    /** The description of a group on one side. */
    @FunctionalInterface
    interface RequirePortDescription {

        RequireConfigurablePortMode description(String description);
    }

    /** What the user may do with a group. */
    interface RequireConfigurablePortMode {

        FinalConfigurablePort fixed(PortType portType);

        RequireSupportedTypes<OptionalConfigurablePort> optional();

        RequireSupportedTypes<ExtendableConfigurablePort> extendable();

        RequireSupportedTypes<FinalConfigurablePort> exchangable(PortType defaultType);
    }

    /** The port types that a group allows. */
    interface RequireSupportedTypes<T> {

        T supportedTypes(PortType... portTypes);

        T supportedTypes(Predicate<PortType> portTypePredicate);
    }

    /** A group whose definition may be complete. */
    sealed interface ConfigurablePort {

        /** A group whose definition is complete. */
        final class FinalConfigurablePort implements ConfigurablePort {
        }

        /** A port that the user may add. */
        non-sealed interface OptionalConfigurablePort extends ConfigurablePort {

            /** The port is there from the start. */
            FinalConfigurablePort defaultPortType(PortType defaultPortType);
        }

        /** Any number of ports. */
        non-sealed interface ExtendableConfigurablePort extends ConfigurablePort {

            /** Ports that are always there. */
            ExtendableConfigurablePort fixedTypes(PortType... portTypes);

            /** Ports that are there from the start and may be removed. */
            ExtendableConfigurablePort defaultNonFixedTypes(PortType... portTypes);
        }
    }
}
