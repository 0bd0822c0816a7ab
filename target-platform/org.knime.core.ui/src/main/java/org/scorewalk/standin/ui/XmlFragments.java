// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;

import javax.xml.parsers.ParserConfigurationException;
import org.knime.core.node.NodeDescription;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The texts of a node's definition are XML fragments: some words, perhaps with mark-up such as {@code <i>}. */
public final class XmlFragments {

    private static final Set<String> BLOCKS =
        Set.of("p", "ul", "ol", "li", "br", "hr", "pre", "h3", "h4", "table", "tr");

    private static final Map<String, String> MARKS = Map.of("li", "- ", "sup", "^", "sub", "_");

    private XmlFragments() {
    }

    /**
     * @param fragment the text
     * @param where what it is, for the message
     * @return the parsed text as the children of an element
     * @throws SAXException if it is not well formed
     */
    static Element parse(final String fragment, final String where) throws SAXException {
        try {
            final var builder = NodeDescription.getDocumentBuilderFactory().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // errors are thrown, none is printed
            return builder
                .parse(new InputSource(
                    new StringReader("<text xmlns=\"" + DescriptionXml.NAMESPACE + "\">" + fragment + "</text>")))
                .getDocumentElement();
        } catch (final SAXParseException e) {
            throw new SAXException("The " + where + " is not a well-formed XML fragment, " + e.getMessage()
                + " The characters & and < have to be written as &amp; and &lt;. The text is: " + fragment, e);
        } catch (final ParserConfigurationException | IOException e) {
            throw new IllegalStateException("A text in memory can be parsed.", e);
        }
    }

    /** The words of a fragment without mark-up; a paragraph or item of a list begins a new line. */
    public static String text(final String fragment) {
        try {
            final var text = new StringBuilder();
            append(parse(fragment, "text"), text);
            return text.toString().replaceAll(" *\n *", "\n").replaceAll("\n{2,}", "\n").strip();
        } catch (final SAXException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static void append(final Node node, final StringBuilder text) {
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text words) {
                text.append(words.getData().replaceAll("\\s+", " "));
            } else if (child instanceof Element element) {
                final var block = BLOCKS.contains(element.getLocalName());
                text.append(block ? "\n" : "").append(MARKS.getOrDefault(element.getLocalName(), ""));
                append(element, text);
                text.append(block ? "\n" : "");
            }
        }
    }
}
