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
 * The pages of the views. A view has to be one file, while what views share (style, controls, the protocol) stands once:
 * a page in the bundle's folder {@code views} names such files in lines {@code <!--include scorewalk.js-->}, which are
 * replaced by their content. A page with charts includes {@code lib/echarts.min.js}, a file of the bundle's folder
 * {@code lib}, which the build fetches.
 */
public final class ViewPages {

    private static final Pattern INCLUDE = Pattern.compile("<!--include ((?:lib/)?[\\w.-]+)-->\\R");

    private ViewPages() {
    }

    /**
     * @param name name of a file in the folder {@code views}
     * @return the page, complete
     * @throws UncheckedIOException if a file is missing, that is, the bundle is damaged
     */
    public static String page(final String name) {
        try {
            final Matcher matcher = INCLUDE.matcher(read(name));
            final StringBuilder page = new StringBuilder();
            while (matcher.find()) {
                matcher.appendReplacement(page, Matcher.quoteReplacement(read(matcher.group(1))));
            }
            return matcher.appendTail(page).toString();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(final String name) throws IOException {
        final String path = name.startsWith("lib/") ? name : "views/" + name;
        try (InputStream file = ViewPages.class.getResourceAsStream("/" + path)) {
            if (file == null) {
                throw new FileNotFoundException("The bundle org.scorewalk.nodes has no file " + path + ".");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
