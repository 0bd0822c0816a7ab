// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import java.util.List;

import javax.xml.parsers.SAXParser;

import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;

/**
 * The limits of Java's own XML parser, which differ from version to version: since Java 24 a document with more than
 * 100,000 signs such as {@code &amp;} is refused. Who bounds size and depth and takes no document type needs none of
 * them.
 */
public final class XmlLimits {

    private static final String PREFIX = "http://www.oracle.com/xml/jaxp/properties/";

    private static final List<String> LIMITS =
        List.of("maxElementDepth", "maxGeneralEntitySizeLimit", "totalEntitySizeLimit");

    private XmlLimits() {
    }

    /**
     * Switches the limits off that a legal document of settings can meet.
     *
     * @param parser a parser that refuses document types
     * @return the same parser
     */
    public static SAXParser lift(final SAXParser parser) {
        for (final String limit : LIMITS) {
            try {
                parser.setProperty(PREFIX + limit, "0");
            } catch (final SAXNotRecognizedException | SAXNotSupportedException e) { // NOSONAR
                // another parser than Java's own, which has no such limit
            }
        }
        return parser;
    }
}
