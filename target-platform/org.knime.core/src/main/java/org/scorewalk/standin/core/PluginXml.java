// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.ParserConfigurationException;

import org.knime.core.node.NodeDescription;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** One {@code plugin.xml}, with the bundle that it belongs to and the way to that bundle's classes. */
public final class PluginXml {

    private static final String FILE = "plugin.xml";

    private final org.w3c.dom.Element m_root;

    private final BundleInfo m_bundle;

    private final ClassSource m_classes;

    /** Loads a class by its name. */
    @FunctionalInterface
    interface ClassSource {
        Class<?> load(String name) throws ClassNotFoundException;
    }

    PluginXml(final InputStream xml, final BundleInfo bundle, final ClassSource classes) throws IOException {
        try (xml) {
            final DocumentBuilder builder = NodeDescription.getDocumentBuilderFactory().newDocumentBuilder();
            builder.setErrorHandler(null);
            m_root = builder.parse(xml).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("plugin.xml of \"" + bundle.symbolicName() + "\" is malformed: " + e.getMessage(),
                e);
        }
        m_bundle = bundle;
        m_classes = classes;
    }

    /** @return all that are present: in OSGi those of the resolved bundles, else those on the class path */
    public static List<PluginXml> all() {
        try {
            final List<PluginXml> inBundles = inOsgi(() -> OsgiBundles.read(FILE));
            return inBundles.isEmpty() ? onClassPath() : inBundles;
        } catch (IOException e) {
            throw new IllegalStateException("The extensions cannot be read: " + e.getMessage(), e);
        }
    }

    /** OSGi is optional: where its classes are absent there are no bundles. */
    private static List<PluginXml> inOsgi(final Supplier<List<PluginXml>> bundles) {
        try {
            return bundles.get();
        } catch (NoClassDefFoundError e) { // NOSONAR the plain class path is the other way to run
            return List.of();
        }
    }

    private static List<PluginXml> onClassPath() throws IOException {
        final ClassLoader context = Thread.currentThread().getContextClassLoader();
        final ClassLoader loader = context != null ? context : PluginXml.class.getClassLoader();
        final List<PluginXml> result = new ArrayList<>();
        for (final URL url : Collections.list(loader.getResources(FILE))) {
            final String text = url.toString();
            final URL manifest =
                new URL(text.substring(0, text.length() - FILE.length()) + "META-INF/MANIFEST.MF");
            result.add(new PluginXml(open(url), bundleInfo(manifest), name -> Class.forName(name, true, loader)));
        }
        return result;
    }

    private static InputStream open(final URL url) throws IOException {
        final var connection = url.openConnection();
        connection.setUseCaches(false); // a cached jar would stay open
        return connection.getInputStream();
    }

    private static BundleInfo bundleInfo(final URL manifest) {
        try (InputStream in = open(manifest)) {
            final Attributes a = new Manifest(in).getMainAttributes();
            final String symbolic = value(a, "Bundle-SymbolicName", "").split(";")[0].trim();
            return new BundleInfo(value(a, "Bundle-Name", symbolic), symbolic, value(a, "Bundle-Vendor", ""),
                value(a, "Bundle-Version", "0.0.0"));
        } catch (IOException e) { // NOSONAR a folder of classes may come without a manifest
            return new BundleInfo("", "", "", "0.0.0");
        }
    }

    private static String value(final Attributes attributes, final String key, final String def) {
        final String value = attributes.getValue(key);
        return value == null ? def : value;
    }

    /** @return the bundle that the file belongs to */
    public BundleInfo bundle() {
        return m_bundle;
    }

    /**
     * @param name a class of the bundle
     * @return the class
     * @throws NoClassDefFoundError if it is not there
     */
    public Class<?> loadClass(final String name) {
        try {
            return m_classes.load(name);
        } catch (ClassNotFoundException e) {
            final NoClassDefFoundError error = new NoClassDefFoundError(
                name + " (named in plugin.xml of bundle \"" + m_bundle.symbolicName() + "\")");
            error.initCause(e);
            throw error;
        }
    }

    /**
     * @param point id of an extension point
     * @param tag name of an element
     * @return the elements of that name in all extensions of that point
     */
    public List<Element> elements(final String point, final String tag) {
        final List<Element> result = new ArrayList<>();
        for (final org.w3c.dom.Element extension : children(m_root)) {
            if (extension.getTagName().equals("extension") && extension.getAttribute("point").equals(point)) {
                for (final org.w3c.dom.Element e : children(extension)) {
                    if (e.getTagName().equals(tag)) {
                        result.add(new Element(e));
                    }
                }
            }
        }
        return result;
    }

    private static List<org.w3c.dom.Element> children(final org.w3c.dom.Element parent) {
        final List<org.w3c.dom.Element> result = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof org.w3c.dom.Element e) {
                result.add(e);
            }
        }
        return result;
    }

    /** An element of an extension. */
    public final class Element {

        private final org.w3c.dom.Element m_element;

        Element(final org.w3c.dom.Element element) {
            m_element = element;
        }

        /**
         * @param name of an attribute
         * @param def stands for an absent attribute
         * @return the value
         */
        public String attribute(final String name, final String def) {
            return m_element.hasAttribute(name) ? m_element.getAttribute(name) : def;
        }

        /**
         * @param name of an attribute
         * @return the value
         * @throws IllegalStateException if it is absent
         */
        public String required(final String name) {
            if (!m_element.hasAttribute(name)) {
                throw new IllegalStateException("plugin.xml of bundle \"" + m_bundle.symbolicName() + "\": element \""
                    + m_element.getTagName() + "\" lacks the attribute \"" + name + "\".");
            }
            return m_element.getAttribute(name);
        }
    }
}
