// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.scorewalk.standin.core.XmlLimits;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the XML form of a configuration. Only {@code config} and {@code entry} elements are legal, unknown types and
 * unreadable values are errors, and a document type declaration is refused (so that no entity of any kind is resolved).
 */
final class ConfigXmlReader extends DefaultHandler {

    private final ConfigBase m_prototype;

    private final Deque<ConfigBase> m_open = new ArrayDeque<>();

    private ConfigBase m_root;

    private boolean m_inEntry;

    private ConfigXmlReader(final ConfigBase prototype) {
        m_prototype = prototype;
    }

    /** Reads to the end and closes the stream. */
    static ConfigBase read(final ConfigBase prototype, final InputStream in) throws IOException {
        final ConfigXmlReader handler = new ConfigXmlReader(prototype);
        try (in) {
            final SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            XmlLimits.lift(factory.newSAXParser()).parse(new InputSource(in), handler);
        } catch (SAXParseException e) {
            throw new IOException("Unable to parse xml: line=" + e.getLineNumber() + ": " + onOneLine(e), e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("Unable to parse xml: " + onOneLine(e), e);
        }
        return handler.m_root;
    }

    /** Messages quote the file. */
    private static String onOneLine(final Exception e) {
        return String.valueOf(e.getMessage()).replaceAll("[\\p{Cntrl}\\s]+", " ");
    }

    @Override
    public void startElement(final String uri, final String localName, final String qName,
        final Attributes attributes) throws SAXException {
        if (m_inEntry) {
            throw new SAXException("An entry must not hold other elements, but there is \"" + qName + "\".");
        }
        switch (localName) {
            case "config" -> startConfig(attributes);
            case "entry" -> startEntry(attributes);
            default -> throw new SAXException("\"" + qName + "\" is not a valid tag name.");
        }
    }

    private void startConfig(final Attributes attributes) throws SAXException {
        final String key = attribute(attributes, "key", "config");
        final ConfigBase parent = m_open.peek();
        final ConfigBase config;
        if (parent == null) {
            config = m_prototype.getInstance(key);
            m_root = config;
        } else {
            config = parent.addConfigBase(key);
        }
        m_open.push(config);
    }

    private void startEntry(final Attributes attributes) throws SAXException {
        final ConfigBase parent = m_open.peek();
        if (parent == null) {
            throw new SAXException("The root element must be \"config\".");
        }
        final String key = attribute(attributes, "key", "entry");
        final String typeName = attribute(attributes, "type", "entry \"" + key + "\"");
        final String value = attribute(attributes, "value", "entry \"" + key + "\"");
        final ConfigEntries type;
        try {
            type = ConfigEntries.valueOf(typeName);
        } catch (IllegalArgumentException e) { // NOSONAR the new message says all
            throw new SAXException("Invalid type ('" + typeName + "') for key '" + key + "' in XML file.");
        }
        final boolean isNull = Boolean.parseBoolean(attributes.getValue("isnull"));
        try {
            parent.put(type.createEntry(key, isNull ? nullOf(type) : ConfigText.unescape(value)));
        } catch (IllegalArgumentException e) {
            throw new SAXException("Key '" + key + "': " + e.getMessage(), e);
        }
        m_inEntry = true;
    }

    private static String nullOf(final ConfigEntries type) {
        return switch (type) {
            case xstring, xpassword, xtransientstring -> null;
            default -> throw new IllegalArgumentException("A value of type " + type + " cannot be null");
        };
    }

    private static String attribute(final Attributes attributes, final String name, final String element)
        throws SAXException {
        final String value = attributes.getValue(name);
        if (value == null) {
            throw new SAXException("Attribute \"" + name + "\" of " + element + " is missing.");
        }
        return value;
    }

    @Override
    public void endElement(final String uri, final String localName, final String qName) {
        if (m_inEntry) {
            m_inEntry = false;
        } else {
            m_open.pop();
        }
    }

    @Override
    public void characters(final char[] ch, final int start, final int length) throws SAXException {
        for (int i = start; i < start + length; i++) {
            if (!Character.isWhitespace(ch[i])) {
                throw new SAXException(
                    "Text between the elements is not allowed: \"" + new String(ch, start, length).trim() + "\"");
            }
        }
    }

    @Override
    public void error(final SAXParseException e) throws SAXException {
        throw e;
    }
}
