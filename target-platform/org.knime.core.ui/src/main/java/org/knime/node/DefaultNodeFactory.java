// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import static org.knime.node.PortGroup.types;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeView;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.dialog.NodeDialogFactory;
import org.knime.core.webui.node.view.NodeViewFactory;
import org.knime.node.PortGroup.Exchangeable;
import org.knime.node.PortGroup.Extendable;
import org.knime.node.PortGroup.Fixed;
import org.knime.node.PortGroup.Mode;
import org.knime.node.PortGroup.OptionalPort;
import org.xml.sax.SAXException;

/**
 * Makes the parts of a node from its definition. A subclass is public, has a constructor without arguments and passes
 * a constant definition.
 */
public abstract class DefaultNodeFactory extends ConfigurableNodeFactory<NodeModel>
    implements NodeDialogFactory, NodeViewFactory<NodeModel> {

    static {
        DefinitionAccessor.install();
    }

    private final DefaultNode m_node;

    protected DefaultNodeFactory(final DefaultNode node) {
        super(true);
        m_node = Objects.requireNonNull(node);
    }

    final DefaultNode node() {
        return m_node;
    }

    @Override
    protected final NodeDescription createNodeDescription() throws SAXException {
        return new DefaultNodeDescription(DefinitionAccessor.definition(m_node));
    }

    @Override
    protected final Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        final var builder = new PortsConfigurationBuilder();
        for (final var group : m_node.ports()) {
            if (group.isInput()) {
                addInput(builder, group.id(), group.mode());
            } else {
                addOutput(builder, group.id(), group.mode());
            }
        }
        return Optional.of(builder);
    }

    private static void addInput(final PortsConfigurationBuilder builder, final String id, final Mode mode) {
        if (mode instanceof Fixed fixed) {
            builder.addFixedInputPortGroup(id, fixed.type());
        } else if (mode instanceof OptionalPort optional && optional.defaultType() == null) {
            builder.addOptionalInputPortGroup(id, types(optional.supported()));
        } else if (mode instanceof OptionalPort optional) {
            builder.addOptionalInputPortGroupWithDefault(id, optional.defaultType(), types(optional.supported()));
        } else if (mode instanceof Exchangeable exchangeable) {
            builder.addExchangeableInputPortGroup(id, exchangeable.defaultType(), types(exchangeable.supported()));
        } else if (mode instanceof Extendable extendable) {
            builder.addExtendableInputPortGroupWithDefault(id, array(extendable.fixed()),
                array(extendable.defaults()), types(extendable.supported()));
        }
    }

    private static void addOutput(final PortsConfigurationBuilder builder, final String id, final Mode mode) {
        if (mode instanceof Fixed fixed) {
            builder.addFixedOutputPortGroup(id, fixed.type());
        } else if (mode instanceof OptionalPort optional && optional.defaultType() == null) {
            builder.addOptionalOutputPortGroup(id, types(optional.supported()));
        } else if (mode instanceof OptionalPort optional) {
            builder.addOptionalOutputPortGroupWithDefault(id, optional.defaultType(), types(optional.supported()));
        } else if (mode instanceof Exchangeable exchangeable) {
            builder.addExchangeableOutputPortGroup(id, exchangeable.defaultType(), types(exchangeable.supported()));
        } else if (mode instanceof Extendable extendable) {
            builder.addExtendableOutputPortGroupWithDefault(id, array(extendable.fixed()),
                array(extendable.defaults()), types(extendable.supported()));
        }
    }

    private static PortType[] array(final List<PortType> types) {
        return types.toArray(PortType[]::new);
    }

    @Override
    protected final NodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        final var ports = creationConfig.getPortConfig().orElseThrow();
        return new StandardDefaultModelToNodeModelAdapter(ports.getInputPorts(), ports.getOutputPorts(),
            m_node.model());
    }

    @Override
    public final NodeModel createNodeModel() {
        return super.createNodeModel();
    }

    /** Whether the node has options. */
    public boolean hasNodeDialog() {
        return m_node.model().parametersClass().isPresent();
    }

    public final boolean hasNodeView() {
        return m_node.view().isPresent();
    }

    @Override
    protected final int getNrNodeViews() {
        return 0;
    }

    @Override
    public final NodeView<NodeModel> createNodeView(final int viewIndex, final NodeModel nodeModel) {
        throw new IndexOutOfBoundsException("The node has no Swing view.");
    }

    @Override
    protected final boolean hasDialog() {
        return false;
    }

    @Override
    protected final NodeDialogPane createNodeDialogPane() {
        throw new IllegalStateException("The node has no Swing dialog.");
    }

    @Override
    protected final NodeDialogPane createNodeDialogPane(final NodeCreationConfiguration creationConfig) {
        return createNodeDialogPane();
    }
}
