// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory.NodeType;
import org.scorewalk.standin.ui.DescriptionXml;
import org.scorewalk.standin.ui.NodeDefinition;
import org.scorewalk.standin.ui.NodeDefinition.PortDefinition;
import org.scorewalk.standin.ui.NodeDefinition.PortMode;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The description of a node, made of its definition. */
final class DefaultNodeDescription extends NodeDescription {

    private final NodeDefinition m_definition;

    private final Element m_xml;

    private final List<PortDefinition> m_inputs;

    private final List<PortDefinition> m_outputs;

    /** @throws SAXException if a text of the definition is not a well-formed XML fragment */
    DefaultNodeDescription(final NodeDefinition definition) throws SAXException {
        m_definition = definition;
        m_xml = DescriptionXml.of(definition);
        m_inputs = ports(true);
        m_outputs = ports(false);
    }

    private List<PortDefinition> ports(final boolean inputs) {
        return m_definition.ports().stream()
            .filter(port -> port.isInput() == inputs && port.mode() == PortMode.FIXED).toList();
    }

    @Override
    public String getIconPath() {
        return m_definition.icon();
    }

    @Override
    public String getNodeName() {
        return m_definition.name();
    }

    @Override
    public NodeType getType() {
        return m_definition.type();
    }

    @Override
    public String getInportName(final int index) {
        return index < m_inputs.size() ? m_inputs.get(index).name() : null;
    }

    @Override
    public String getInportDescription(final int index) {
        return index < m_inputs.size() ? m_inputs.get(index).description() : null;
    }

    @Override
    public String getOutportName(final int index) {
        return index < m_outputs.size() ? m_outputs.get(index).name() : null;
    }

    @Override
    public String getOutportDescription(final int index) {
        return index < m_outputs.size() ? m_outputs.get(index).description() : null;
    }

    @Override
    public String getInteractiveViewName() {
        return m_definition.view().map(view -> m_definition.name()).orElse(null);
    }

    @Override
    public Optional<String> getShortDescription() {
        return Optional.of(m_definition.shortDescription());
    }

    @Override
    public Optional<String> getIntro() {
        return Optional.of(m_definition.fullDescription());
    }

    @Override
    public String[] getKeywords() {
        return m_definition.keywords().toArray(String[]::new);
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
        return m_xml;
    }
}
