// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/**
 * Makes nodes whose ports a user may change.
 *
 * @param <T> the model that does the node's work
 */
public abstract class ConfigurableNodeFactory<T extends NodeModel> extends NodeFactory<T> {

    /** A factory that is ready at once. */
    protected ConfigurableNodeFactory() {
        super();
    }

    /** @param lazyInitialization whether {@link #init()} has to be called before the factory is used */
    protected ConfigurableNodeFactory(final boolean lazyInitialization) {
        super(lazyInitialization);
    }

    /** @return the groups of ports, empty if the ports are fixed */
    protected abstract Optional<PortsConfigurationBuilder> createPortsConfigBuilder();

    /** @return the configuration of a new node of this kind */
    public final ModifiableNodeCreationConfiguration createNodeCreationConfig() {
        return new ModifiableNodeCreationConfiguration(
            createPortsConfigBuilder().map(PortsConfigurationBuilder::build).orElse(null));
    }

    @Override
    public T createNodeModel() {
        return createNodeModel(createNodeCreationConfig());
    }

    @Override
    protected abstract T createNodeModel(NodeCreationConfiguration creationConfig);

    @Override
    protected NodeDialogPane createNodeDialogPane() {
        return createNodeDialogPane(createNodeCreationConfig());
    }

    @Override
    protected abstract NodeDialogPane createNodeDialogPane(NodeCreationConfiguration creationConfig);

    /** @return whether the editor offers to change the ports */
    public boolean isPortConfigurableViaMenu() {
        return true;
    }

    /** Collects the groups of ports of a kind of node, in their order. */
    protected static final class PortsConfigurationBuilder {

        private static final PortType[] NONE = {};

        private final Map<String, PortGroupConfiguration> m_groups = new LinkedHashMap<>();

        /** No groups yet. */
        public PortsConfigurationBuilder() {
            // groups are added one by one
        }

        private void add(final String name, final PortGroupConfiguration group) {
            if (m_groups.putIfAbsent(name, group) != null) {
                throw new IllegalArgumentException("A port group with the given name already exists: " + name);
            }
        }

        private static PortType[] registered(final Predicate<PortType> portTypes) {
            return PortTypeRegistry.getInstance().availablePortTypes().stream().filter(portTypes)
                .toArray(PortType[]::new);
        }

        private static ExtendablePorts extendable(final boolean in, final boolean out, final PortType[] fixed,
            final PortType[] byDefault, final PortType[] supported, final int max) {
            return new ExtendablePorts(in, out, fixed, byDefault, supported, max);
        }

        /**
         * Inputs and outputs that are always there.
         *
         * @param pGrpId the group
         * @param requiredPortTypes its ports
         */
        public void addFixedPortGroup(final String pGrpId, final PortType... requiredPortTypes) {
            add(pGrpId, new FixedPorts(true, true, requiredPortTypes));
        }

        /**
         * Inputs that are always there.
         *
         * @param pGrpId the group
         * @param requiredPortTypes its ports
         */
        public void addFixedInputPortGroup(final String pGrpId, final PortType... requiredPortTypes) {
            add(pGrpId, new FixedPorts(true, false, requiredPortTypes));
        }

        /**
         * Outputs that are always there.
         *
         * @param pGrpId the group
         * @param requiredPortTypes its ports
         */
        public void addFixedOutputPortGroup(final String pGrpId, final PortType... requiredPortTypes) {
            add(pGrpId, new FixedPorts(false, true, requiredPortTypes));
        }

        /**
         * An input that may be added.
         *
         * @param pGrpId the group
         * @param supportedPortTypes the types it may have
         */
        public void addOptionalInputPortGroup(final String pGrpId, final PortType... supportedPortTypes) {
            add(pGrpId, extendable(true, false, NONE, NONE, supportedPortTypes, 1));
        }

        /**
         * An input that may be added.
         *
         * @param pGrpId the group
         * @param portTypes says of a registered type whether the port may have it
         */
        public void addOptionalInputPortGroup(final String pGrpId, final Predicate<PortType> portTypes) {
            addOptionalInputPortGroup(pGrpId, registered(portTypes));
        }

        /**
         * An input that is there at first and may be removed.
         *
         * @param pGrpId the group
         * @param defaultPortType its type at first
         * @param supportedPortTypes the types it may have
         */
        public void addOptionalInputPortGroupWithDefault(final String pGrpId, final PortType defaultPortType,
            final PortType... supportedPortTypes) {
            add(pGrpId, extendable(true, false, NONE, new PortType[]{defaultPortType}, supportedPortTypes, 1));
        }

        /**
         * An output that may be added.
         *
         * @param pGrpId the group
         * @param supportedPortTypes the types it may have
         */
        public void addOptionalOutputPortGroup(final String pGrpId, final PortType... supportedPortTypes) {
            add(pGrpId, extendable(false, true, NONE, NONE, supportedPortTypes, 1));
        }

        /**
         * An output that may be added.
         *
         * @param pGrpId the group
         * @param portTypes says of a registered type whether the port may have it
         */
        public void addOptionalOutputPortGroup(final String pGrpId, final Predicate<PortType> portTypes) {
            addOptionalOutputPortGroup(pGrpId, registered(portTypes));
        }

        /**
         * An output that is there at first and may be removed.
         *
         * @param pGrpId the group
         * @param defaultPortType its type at first
         * @param supportedPortTypes the types it may have
         */
        public void addOptionalOutputPortGroupWithDefault(final String pGrpId, final PortType defaultPortType,
            final PortType... supportedPortTypes) {
            add(pGrpId, extendable(false, true, NONE, new PortType[]{defaultPortType}, supportedPortTypes, 1));
        }

        /**
         * Inputs of which any number may be added.
         *
         * @param pGrpId the group
         * @param optionalPortTypes the types they may have
         */
        public void addExtendableInputPortGroup(final String pGrpId, final PortType... optionalPortTypes) {
            addExtendableInputPortGroup(pGrpId, NONE, optionalPortTypes);
        }

        /**
         * Inputs of which any number may be added.
         *
         * @param pGrpId the group
         * @param requiredPortTypes inputs that are always there and come first
         * @param optionalPortTypes the types that added ones may have
         */
        public void addExtendableInputPortGroup(final String pGrpId, final PortType[] requiredPortTypes,
            final PortType... optionalPortTypes) {
            addExtendableInputPortGroupWithDefault(pGrpId, requiredPortTypes, NONE, optionalPortTypes);
        }

        /**
         * Inputs of which any number may be added.
         *
         * @param pGrpId the group
         * @param requiredPortTypes inputs that are always there and come first
         * @param defaultPortTypes inputs that are there at first and may be removed
         * @param optionalPortTypes the types that added ones may have
         */
        public void addExtendableInputPortGroupWithDefault(final String pGrpId, final PortType[] requiredPortTypes,
            final PortType[] defaultPortTypes, final PortType... optionalPortTypes) {
            add(pGrpId, extendable(true, false, requiredPortTypes, defaultPortTypes, optionalPortTypes,
                Integer.MAX_VALUE));
        }

        /**
         * Outputs of which any number may be added.
         *
         * @param pGrpId the group
         * @param optionalPortTypes the types they may have
         */
        public void addExtendableOutputPortGroup(final String pGrpId, final PortType... optionalPortTypes) {
            addExtendableOutputPortGroup(pGrpId, NONE, optionalPortTypes);
        }

        /**
         * Outputs of which any number may be added.
         *
         * @param pGrpId the group
         * @param requiredPortTypes outputs that are always there and come first
         * @param optionalPortTypes the types that added ones may have
         */
        public void addExtendableOutputPortGroup(final String pGrpId, final PortType[] requiredPortTypes,
            final PortType... optionalPortTypes) {
            addExtendableOutputPortGroupWithDefault(pGrpId, requiredPortTypes, NONE, optionalPortTypes);
        }

        /**
         * Outputs of which any number may be added.
         *
         * @param pGrpId the group
         * @param requiredPortTypes outputs that are always there and come first
         * @param defaultPortTypes outputs that are there at first and may be removed
         * @param optionalPortTypes the types that added ones may have
         */
        public void addExtendableOutputPortGroupWithDefault(final String pGrpId, final PortType[] requiredPortTypes,
            final PortType[] defaultPortTypes, final PortType... optionalPortTypes) {
            add(pGrpId, extendable(false, true, requiredPortTypes, defaultPortTypes, optionalPortTypes,
                Integer.MAX_VALUE));
        }

        /**
         * An input whose type may be changed.
         *
         * @param pGrpId the group
         * @param defaultPortType its type at first
         * @param supportedPortTypes the types it may have
         */
        public void addExchangeableInputPortGroup(final String pGrpId, final PortType defaultPortType,
            final PortType... supportedPortTypes) {
            add(pGrpId, new ExchangeablePort(true, false, defaultPortType, List.of(supportedPortTypes)));
        }

        /**
         * An output whose type may be changed.
         *
         * @param pGrpId the group
         * @param defaultPortType its type at first
         * @param supportedPortTypes the types it may have
         */
        public void addExchangeableOutputPortGroup(final String pGrpId, final PortType defaultPortType,
            final PortType... supportedPortTypes) {
            add(pGrpId, new ExchangeablePort(false, true, defaultPortType, List.of(supportedPortTypes)));
        }

        GroupedPorts build() {
            return new GroupedPorts(m_groups);
        }
    }
}
