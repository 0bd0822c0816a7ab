// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes a configuration as XML: four blanks a level, line feeds, UTF-8. */
final class ConfigXmlWriter {

    private static final String ROOT_ATTRIBUTES = " xmlns=\"http://www.knime.org/2008/09/XMLConfig\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xsi:schemaLocation=\"http://www.knime.org/2008/09/XMLConfig"
        + " http://www.knime.org/XMLConfig_2008_09.xsd\"";

    private static final String INDENT = "    ";

    private ConfigXmlWriter() {
    }

    /** Writes the configuration and closes the stream. */
    static void write(final ConfigBase config, final OutputStream os) throws IOException {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(os, StandardCharsets.UTF_8))) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
            writeConfig(config, out, ROOT_ATTRIBUTES, "");
        }
    }

    private static void writeConfig(final ConfigBase config, final Writer out, final String attributes,
        final String indent) throws IOException {
        out.write(indent + "<config" + attributes + " key=\"");
        writeAttribute(config.getKey(), out);
        boolean empty = true;
        for (final String key : config.keySet()) {
            final AbstractConfigEntry entry = config.getEntry(key);
            if (entry.getType() == ConfigEntries.xtransientstring) {
                continue; // lives only as long as the program
            }
            if (empty) {
                out.write("\">\n");
                empty = false;
            }
            if (entry instanceof ConfigBase nested) {
                writeConfig(nested, out, "", indent + INDENT);
            } else {
                writeLeaf(entry, out, indent + INDENT);
            }
        }
        out.write(empty ? "\"/>\n" : indent + "</config>\n");
    }

    private static void writeLeaf(final AbstractConfigEntry entry, final Writer out, final String indent)
        throws IOException {
        out.write(indent + "<entry key=\"");
        writeAttribute(entry.getKey(), out);
        out.write("\" type=\"" + entry.getType().name() + "\"");
        final String value = entry.toStringValue();
        if (value == null) {
            out.write(" isnull=\"true\" value=\"\"/>\n");
        } else {
            out.write(" value=\"");
            writeAttribute(ConfigText.escape(value), out);
            out.write("\"/>\n");
        }
    }

    private static void writeAttribute(final String text, final Writer out) throws IOException {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            final String entity = switch (text.charAt(i)) {
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '&' -> "&amp;";
                case '"' -> "&quot;";
                case '\n' -> "&#10;";
                case '\r' -> "&#13;";
                case '\t' -> "&#9;";
                default -> null;
            };
            if (entity != null) {
                out.write(text, written, i - written);
                out.write(entity);
                written = i + 1;
            }
        }
        out.write(text, written, text.length() - written);
    }
}
