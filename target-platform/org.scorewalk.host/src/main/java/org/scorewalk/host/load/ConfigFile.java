// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.scorewalk.host.FileTools;
import org.scorewalk.standin.core.XmlLimits;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A settings file of a workflow, read with care: no document type, so no entities from elsewhere; bounded size and
 * depth; and a key that stands twice with different values is refused, because nobody can tell which of the two was
 * meant.
 */
final class ConfigFile {

    private static final long MAX_BYTES = 64L << 20;

    private static final int MAX_DEPTH = 200;

    /** What makes a file unreadable, as a sentence that starts with a small letter. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(final String message, final Throwable cause) {
            super(message, cause);
        }
    }

    private ConfigFile() {
    }

    /**
     * @param file workflow.knime or settings.xml
     * @return its content
     * @throws UnreadableException with a reason for the user
     */
    static NodeSettings read(final Path file) throws UnreadableException {
        final byte[] bytes;
        try {
            final long size = Files.size(file);
            if (size > MAX_BYTES) {
                throw new UnreadableException("it is larger than " + (MAX_BYTES >> 20) + " MiB", null);
            }
            bytes = Files.readAllBytes(file);
        } catch (final IOException e) {
            throw new UnreadableException(FileTools.reason(e), e);
        }
        if (bytes.length == 0) {
            throw new UnreadableException("it is empty", null);
        }
        guard(bytes);
        try (var in = new ByteArrayInputStream(bytes)) {
            final NodeSettingsRO read = NodeSettings.loadFromXML(in);
            if (read instanceof NodeSettings settings) {
                return settings;
            }
            throw new UnreadableException("it holds no settings", null);
        } catch (final IOException | RuntimeException e) {
            throw new UnreadableException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    private static void guard(final byte[] bytes) throws UnreadableException {
        try {
            final var factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            XmlLimits.lift(factory.newSAXParser()).parse(new InputSource(new ByteArrayInputStream(bytes)), new Guard());
        } catch (final SAXParseException e) {
            final String where = e.getLineNumber() > 0 ? " (line " + e.getLineNumber() + ")" : "";
            throw new UnreadableException(sentence(e.getMessage()) + where, e);
        } catch (final SAXException | IOException e) {
            throw new UnreadableException(sentence(e.getMessage()), e);
        } catch (final ParserConfigurationException e) {
            throw new IllegalStateException("The XML parser of this Java lacks a safety feature.", e);
        }
    }

    private static String sentence(final String message) {
        final String text = message == null ? "it is no valid XML" : message.strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** Walks through the document once and keeps nothing but the keys of the open elements. */
    private static final class Guard extends DefaultHandler {

        private final Deque<Map<String, String>> m_keys = new ArrayDeque<>();

        private final List<String> m_path = new ArrayList<>();

        private Locator m_locator;

        @Override
        public void setDocumentLocator(final Locator locator) {
            m_locator = locator;
        }

        @Override
        public void startElement(final String uri, final String name, final String qName, final Attributes attributes)
            throws SAXException {
            if (m_keys.size() >= MAX_DEPTH) {
                throw new SAXParseException("the elements are nested more than " + MAX_DEPTH + " deep", m_locator);
            }
            final String key = attributes.getValue("key");
            if (!m_keys.isEmpty() && key != null) {
                final boolean leaf = "entry".equals(name);
                // a config has no value of its own: two of the same key always differ
                final String value = leaf ? attributes.getValue("type") + ' ' + attributes.getValue("isnull") + ' '
                    + attributes.getValue("value") : "config " + m_locator.getLineNumber() + ":"
                    + m_locator.getColumnNumber();
                final String before = m_keys.peek().putIfAbsent(key, value);
                if (before != null && !before.equals(value)) {
                    final String full = String.join("/", m_path.subList(1, m_path.size()))
                        + (m_path.size() > 1 ? "/" : "") + key;
                    throw new SAXParseException("the key '" + full + "' stands twice with different values", m_locator);
                }
            }
            m_keys.push(new HashMap<>());
            m_path.add(key == null ? "" : key);
        }

        @Override
        public void endElement(final String uri, final String name, final String qName) {
            m_keys.pop();
            m_path.remove(m_path.size() - 1);
        }

        @Override
        public void error(final SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
