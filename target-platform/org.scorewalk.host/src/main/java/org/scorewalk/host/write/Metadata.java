// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.write;

import java.io.ByteArrayOutputStream;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** workflow-metadata.xml: what KNIME shows about a workflow, byte by byte as KNIME writes it. */
final class Metadata {

    private static final String NAMESPACE = "http://www.knime.org/core/node/workflow/metadata/v1.0";

    private static final String INDENT = "\n    ";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

    private Metadata() {
    }

    static byte[] write(final Description description) {
        final var out = new ByteArrayOutputStream();
        try {
            final XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("workflow-metadata");
            xml.writeAttribute("content-type", "text/plain");
            xml.writeDefaultNamespace(NAMESPACE);
            final String time = TIME.format(description.created());
            if (description.author() != null) {
                element(xml, INDENT, "author", description.author());
            }
            element(xml, INDENT, "created", time);
            element(xml, INDENT, "last-modified", time);
            element(xml, INDENT, "description", description.text());
            if (!description.tags().isEmpty()) {
                start(xml, "tags");
                for (final String tag : description.tags()) {
                    element(xml, INDENT + "    ", "tag", tag);
                }
                end(xml);
            }
            if (!description.links().isEmpty()) {
                start(xml, "links");
                for (final Map.Entry<String, String> link : description.links().entrySet()) {
                    xml.writeCharacters(INDENT + "    ");
                    xml.writeStartElement("link");
                    xml.writeAttribute("href", link.getKey());
                    xml.writeCharacters(link.getValue());
                    xml.writeEndElement();
                }
                end(xml);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (final XMLStreamException e) {
            throw new IllegalStateException("Writing XML to memory failed.", e);
        }
        return out.toByteArray();
    }

    private static void start(final XMLStreamWriter xml, final String name) throws XMLStreamException {
        xml.writeCharacters(INDENT);
        xml.writeStartElement(name);
    }

    private static void end(final XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters(INDENT);
        xml.writeEndElement();
    }

    private static void element(final XMLStreamWriter xml, final String indent, final String name, final String text)
        throws XMLStreamException {
        xml.writeCharacters(indent);
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
