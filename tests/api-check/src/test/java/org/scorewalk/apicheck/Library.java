// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A third-party jar that goes into a bundle, as {@code releng/libraries.csv} lists it.
 *
 * @param bundle the name of the bundle's folder
 * @param group the Maven group
 * @param artifact the Maven artifact
 * @param version the version
 * @param classifier the Maven classifier, empty where there is none
 * @param licence an SPDX expression, empty where read from a pom
 * @param sha256 the jar's checksum in hexadecimal digits, empty where read from a pom
 */
record Library(String bundle, String group, String artifact, String version, String classifier, String licence,
    String sha256) {

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    /** What the list says. */
    static List<Library> listed(final Path root) throws IOException {
        try (Stream<String> lines = Files.lines(root.resolve("releng/libraries.csv"))) {
            return lines.skip(1).map(line -> line.split(",", -1))
                .map(f -> new Library(f[0], f[1], f[2], f[3], f[4], f[5], f[6])).toList();
        }
    }

    /** What the poms of the bundles fetch. */
    static List<Library> fetched(final Path root) throws IOException, ParserConfigurationException, SAXException {
        final Map<String, String> common = properties(parse(root.resolve("pom.xml")));
        final List<Library> all = new ArrayList<>();
        for (final Path pom : poms(root)) {
            final Document document = parse(pom);
            final Map<String, String> properties = new HashMap<>(common);
            properties.putAll(properties(document));
            final var items = document.getElementsByTagName("artifactItem");
            for (int i = 0; i < items.getLength(); i++) {
                final Element item = (Element)items.item(i);
                all.add(new Library(pom.getParent().getFileName().toString(), text(item, "groupId", properties),
                    text(item, "artifactId", properties), text(item, "version", properties),
                    text(item, "classifier", properties), "", ""));
            }
        }
        return all;
    }

    /** The poms of all bundles that fetch jars. */
    static List<Path> poms(final Path root) throws IOException {
        try (Stream<Path> bundles = Stream.concat(Files.list(root.resolve("plugins")),
            Stream.of(root.resolve("target-platform/org.scorewalk.host")))) {
            return bundles.map(bundle -> bundle.resolve("pom.xml")).filter(Files::exists).sorted().toList();
        }
    }

    Library coordinates() {
        return new Library(bundle, group, artifact, version, classifier, "", "");
    }

    /** The jar's name in the bundle's folder {@code lib}. */
    String fileName() {
        return artifact + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
    }

    private static Map<String, String> properties(final Document pom) {
        final Map<String, String> properties = new HashMap<>();
        for (var child = pom.getDocumentElement().getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getTagName().equals("properties")) {
                for (var p = element.getFirstChild(); p != null; p = p.getNextSibling()) {
                    if (p instanceof Element property) {
                        properties.put(property.getTagName(), property.getTextContent().strip());
                    }
                }
            }
        }
        return properties;
    }

    private static String text(final Element item, final String name, final Map<String, String> properties) {
        final var found = item.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : PROPERTY.matcher(found.item(0).getTextContent().strip())
            .replaceAll(m -> Matcher.quoteReplacement(properties.getOrDefault(m.group(1), m.group())));
    }

    private static Document parse(final Path file) throws IOException, ParserConfigurationException, SAXException {
        final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }
}
