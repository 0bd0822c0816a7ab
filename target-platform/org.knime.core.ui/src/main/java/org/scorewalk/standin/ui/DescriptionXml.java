// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.util.Arrays;
import java.util.List;

import javax.xml.parsers.ParserConfigurationException;
import org.knime.core.node.NodeDescription;
import org.knime.node.parameters.layout.Section;
import org.scorewalk.standin.ui.NodeDefinition.PortDefinition;
import org.scorewalk.standin.ui.NodeDefinition.PortMode;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A node's description as KNIME shows it, made of the node's definition. */
public final class DescriptionXml {

    static final String NAMESPACE = "http://knime.org/node/v4.1";

    private final Document m_document;

    private DescriptionXml(final Document document) {
        m_document = document;
    }

    /** @throws SAXException if a text is not a well-formed XML fragment; the message says which */
    public static Element of(final NodeDefinition node) throws SAXException {
        try {
            final var document = NodeDescription.getDocumentBuilderFactory().newDocumentBuilder().newDocument();
            final var root = document.createElementNS(NAMESPACE, "knimeNode");
            document.appendChild(root);
            new DescriptionXml(document).fill(root, node);
            return root;
        } catch (final ParserConfigurationException e) {
            throw new IllegalStateException("An XML document can be made.", e);
        }
    }

    private void fill(final Element root, final NodeDefinition node) throws SAXException {
        root.setAttribute("icon", node.icon());
        root.setAttribute("type", node.type().name());
        add(root, "name", node.name(), "name of the node");
        add(root, "shortDescription", node.shortDescription(), "short description of the node '" + node.name() + "'");
        final var full = add(root, "fullDescription");
        add(full, "intro", node.fullDescription(), "full description of the node '" + node.name() + "'");
        if (node.parametersClass().isPresent()) {
            addOptions(full, OptionDefinition.of(node.parametersClass().get()));
        }
        for (final var link : node.links().entrySet()) {
            add(full, "link", link.getValue(), "text of the link " + link.getKey()).setAttribute("href", link.getKey());
        }
        addPorts(root, node);
        if (node.view().isPresent()) {
            add(root, "interactiveView", node.view().get().description(), "description of the view")
                .setAttribute("name", node.name());
        }
        if (!node.keywords().isEmpty()) {
            final var keywords = add(root, "keywords");
            for (final var keyword : node.keywords()) {
                add(keywords, "keyword").setTextContent(keyword);
            }
        }
    }

    private void addOptions(final Element full, final List<OptionDefinition> options) throws SAXException {
        final var sectioned = options.stream().anyMatch(option -> option.section() != null);
        Element tab = full;
        Object current = full;
        for (final var option : options) {
            if (sectioned && option.section() != current) {
                current = option.section();
                tab = add(full, "tab");
                addSection(tab, option.section());
            }
            addOption(tab, option);
        }
    }

    private void addSection(final Element tab, final Class<?> section) throws SAXException {
        if (section == null) {
            tab.setAttribute("name", "Options");
            return;
        }
        final var annotation = section.getAnnotation(Section.class);
        tab.setAttribute("name", text(annotation.title(), "title of the section " + section.getName()));
        if (!annotation.description().isEmpty()) {
            add(tab, "description", annotation.description(),
                "description of the section '" + annotation.title() + "'");
        }
    }

    private void addOption(final Element parent, final OptionDefinition option) throws SAXException {
        final var title = option.widget().title();
        final var element = add(parent, "option", option.widget().description(),
            "description of the option '" + title + "'");
        element.setAttribute("name", text(title, "title of the option at '" + option.path() + "'"));
        if (option.type().isEnum()) {
            addConstants(element, option);
        }
        if (!option.parts().isEmpty()) {
            final var list = add(element, "ul");
            for (final var part : option.parts()) {
                addItem(list, part.widget().title(), part.widget().description(), "option at '" + part.path() + "'");
            }
        }
    }

    private void addConstants(final Element element, final OptionDefinition option) throws SAXException {
        final var constants = (Enum<?>[])option.type().getEnumConstants();
        if (Arrays.stream(constants).allMatch(constant -> EnumLabels.description(constant).isEmpty())) {
            return;
        }
        final var list = add(element, "ul");
        for (final var constant : constants) {
            addItem(list, EnumLabels.title(constant), EnumLabels.description(constant),
                "label of " + constant.name() + " at '" + option.path() + "'");
        }
    }

    private void addItem(final Element list, final String title, final String description, final String where)
        throws SAXException {
        final var item = add(list, "li");
        add(item, "b", title, "title of the " + where);
        if (!description.isEmpty()) {
            item.appendChild(m_document.createTextNode(": "));
            append(item, XmlFragments.parse(description, "description of the " + where));
        }
    }

    private void addPorts(final Element root, final NodeDefinition node) throws SAXException {
        final var ports = add(root, "ports");
        for (final var isInput : List.of(true, false)) {
            int index = 0;
            for (final var port : node.ports()) {
                if (port.isInput() == isInput) {
                    index = addPort(ports, port, index);
                }
            }
        }
    }

    private int addPort(final Element ports, final PortDefinition port, final int index) throws SAXException {
        final var fixed = port.mode() == PortMode.FIXED;
        final var tag = port.isInput() ? fixed ? "inPort" : "dynInPort" : fixed ? "outPort" : "dynOutPort";
        final var element =
            add(ports, tag, port.description(), "description of the port '" + port.name() + "'");
        element.setAttribute("name", text(port.name(), "name of the port '" + port.name() + "'"));
        if (fixed) {
            element.setAttribute("index", Integer.toString(index));
            return index + 1;
        }
        element.setAttribute("group-identifier", port.id());
        element.setAttribute("insert-before", Integer.toString(index));
        return index;
    }

    private static String text(final String fragment, final String where) throws SAXException {
        return XmlFragments.parse(fragment, where).getTextContent();
    }

    private Element add(final Element parent, final String name) {
        final var child = m_document.createElementNS(NAMESPACE, name);
        parent.appendChild(child);
        return child;
    }

    private Element add(final Element parent, final String name, final String fragment, final String where)
        throws SAXException {
        final var child = add(parent, name);
        append(child, XmlFragments.parse(fragment, where));
        return child;
    }

    private void append(final Element parent, final Element text) {
        for (var child = text.getFirstChild(); child != null; child = child.getNextSibling()) {
            parent.appendChild(m_document.importNode(child, true));
        }
    }
}
