// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import java.util.Optional;

import org.example.golden.ModelPO;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeView;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.port.image.ImagePortObject;
import org.w3c.dom.Element;

/** A node with the ports of the golden node Q, whose model does what a test says. */
public final class TestNodeFactory extends ConfigurableNodeFactory<TestNodeModel> {

    private final TestNodeModel.Work m_work;

    private final boolean m_simple;

    public TestNodeFactory() {
        this(new TestNodeModel.Work() {
        }, false);
    }

    /** A node without inputs, with a table and a model as outputs. */
    TestNodeFactory(final TestNodeModel.Work work) {
        this(work, true);
    }

    /** The simple ports, or those of the golden node Q. */
    TestNodeFactory(final TestNodeModel.Work work, final boolean simple) {
        m_work = work;
        m_simple = simple;
    }

    @Override
    protected Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        final PortsConfigurationBuilder b = new PortsConfigurationBuilder();
        if (m_simple) {
            b.addFixedOutputPortGroup("Table", BufferedDataTable.TYPE);
            b.addFixedOutputPortGroup("Model", ModelPO.TYPE);
        } else {
            b.addOptionalInputPortGroup("Optional table", BufferedDataTable.TYPE);
            b.addOptionalInputPortGroup("Optional model", ModelPO.TYPE);
            b.addFixedInputPortGroup("Table", BufferedDataTable.TYPE);
            b.addFixedOutputPortGroup("Model", ModelPO.TYPE);
            b.addFixedOutputPortGroup("Result", BufferedDataTable.TYPE);
            b.addFixedOutputPortGroup("Image", ImagePortObject.TYPE);
        }
        return Optional.of(b);
    }

    @Override
    protected TestNodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        final var ports = creationConfig.getPortConfig().orElseThrow();
        return new TestNodeModel(ports.getInputPorts(), ports.getOutputPorts(), m_work);
    }

    @Override
    protected NodeDialogPane createNodeDialogPane(final NodeCreationConfiguration creationConfig) {
        return null;
    }

    @Override
    protected int getNrNodeViews() {
        return 0;
    }

    @Override
    public NodeView<TestNodeModel> createNodeView(final int viewIndex, final TestNodeModel nodeModel) {
        return null;
    }

    @Override
    protected boolean hasDialog() {
        return false;
    }

    @Override
    protected NodeDescription createNodeDescription() {
        return new NodeDescription() {
            @Override
            public String getIconPath() {
                return null;
            }

            @Override
            public String getInportDescription(final int index) {
                return null;
            }

            @Override
            public String getInportName(final int index) {
                return null;
            }

            @Override
            public String getInteractiveViewName() {
                return null;
            }

            @Override
            public String getNodeName() {
                return "Test node";
            }

            @Override
            public String getOutportDescription(final int index) {
                return null;
            }

            @Override
            public String getOutportName(final int index) {
                return null;
            }

            @Override
            public NodeType getType() {
                return NodeType.Source;
            }

            @Override
            public int getViewCount() {
                return 0;
            }

            @Override
            public String getViewDescription(final int index) {
                return null;
            }

            @Override
            public String getViewName(final int index) {
                return null;
            }

            @Override
            public Element getXMLDescription() {
                return null;
            }
        };
    }
}
