// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages of the views. A view has to be one file, while what views share stands once. Each view is a folder of the
 * bundle's folder {@code views}, whose {@code view.html} holds the controls and, in its first lines, names its title
 * and the files of styles and scripts that it is put together from, in their order:
 *
 * <pre>
 * &lt;!--title GAN Trainer--&gt;
 * &lt;!--style shared/gan.css--&gt;
 * &lt;!--script lib/echarts.min.js--&gt;
 * &lt;!--script gan-trainer/view.js--&gt;
 * </pre>
 *
 * The frame around all of them is {@code page.html}. Files of {@code lib} are those that the build fetches into the
 * bundle's folder of that name.
 */
public final class ViewPages {

    private static final Pattern PART = Pattern.compile("<!--(title|style|script) ([^>]+)-->\\R");

    private ViewPages() {
    }

    /**
     * @param view name of a folder in the folder {@code views}
     * @return the page, complete
     * @throws UncheckedIOException if a file is missing, that is, the bundle is damaged
     */
    public static String page(final String view) {
        final var parts = PART.matcher(file(view + "/view.html"));
        final var title = new StringBuilder();
        final var styles = new StringBuilder();
        final var scripts = new StringBuilder();
        final var body = new StringBuilder();
        while (parts.find()) {
            parts.appendReplacement(body, "");
            switch (parts.group(1)) {
                case "title" -> title.append(parts.group(2));
                case "style" -> styles.append(file(parts.group(2)));
                default -> scripts.append(script(parts.group(2)));
            }
        }
        parts.appendTail(body);
        String page = PART.matcher(file("page.html")).replaceAll(match -> Matcher.quoteReplacement(
            "style".equals(match.group(1)) ? file(match.group(2)) : script(match.group(2))));
        page = page.replace("<!--title-->", title).replace("<!--styles-->\n", styles);
        // the last to come, since a script may hold anything
        return page.replace("<!--body-->\n", body).replace("<!--scripts-->\n", scripts);
    }

    private static String script(final String name) {
        return "<script>\n" + file(name) + "</script>\n";
    }

    /**
     * @param name name of a file in the folder {@code views}, or of one in the bundle's folder {@code lib}
     * @return its content, which ends with a line's end
     * @throws UncheckedIOException if it is missing
     */
    public static String file(final String name) {
        final String path = name.startsWith("lib/") ? name : "views/" + name;
        try (InputStream file = ViewPages.class.getResourceAsStream("/" + path)) {
            if (file == null) {
                throw new FileNotFoundException("The bundle org.scorewalk.nodes has no file " + path + ".");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).stripTrailing() + "\n";
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
