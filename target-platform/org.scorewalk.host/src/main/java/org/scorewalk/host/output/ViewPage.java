// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Turns the page of a node's view into one HTML file that opens by double click: the initial data stands in the file,
 * and a small script plays the part of the KNIME window that the page talks to. What the page asks beyond its initial
 * data is answered with an error, since no node runs behind the file.
 */
final class ViewPage {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Pattern HEAD = Pattern.compile("<head(\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);

    private static final Pattern HTML = Pattern.compile("<html(\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);

    private static final Pattern DOCTYPE = Pattern.compile("<!doctype[^>]*>", Pattern.CASE_INSENSITIVE);

    private ViewPage() {
    }

    /**
     * @param html the node's page
     * @param initialData what KNIME's initial data service gives, a JSON text such as <code>{"result":{...}}</code>
     * @param workflow the workflow's name
     * @param nodeId the node's number
     * @return the page with its data
     */
    static String standalone(final String html, final String initialData, final String workflow, final int nodeId) {
        final String script = "<script>\n" + shim()//
            .replace("\"@INITIAL_DATA@\"", quoted(initialData)) //
            .replace("\"@PROJECT@\"", quoted(workflow)) //
            .replace("\"@NODE@\"", quoted("root:" + nodeId)) + "</script>\n";
        for (final Pattern place : new Pattern[]{HEAD, HTML, DOCTYPE}) {
            final Matcher m = place.matcher(html);
            if (m.find()) {
                return html.substring(0, m.end()) + "\n" + script + html.substring(m.end());
            }
        }
        return script + html;
    }

    /** As a JavaScript literal that is safe within a script element whatever the text holds. */
    private static String quoted(final String text) {
        try {
            return MAPPER.writeValueAsString(text).replace("<", "\\u003c").replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
        } catch (final JsonProcessingException e) {
            throw new IllegalStateException("A text cannot be written as JSON.", e);
        }
    }

    private static String shim() {
        try (InputStream in = ViewPage.class.getResourceAsStream("view-shim.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
