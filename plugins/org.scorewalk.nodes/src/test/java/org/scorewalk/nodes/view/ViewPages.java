// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the pages of the views: each page in {@code views/src} with the files that it includes written into it, since a
 * view has to be one file. Run it in the folder of the nodes' bundle after a change; the pages are committed.
 */
final class ViewPages {

    private static final Pattern INCLUDE = Pattern.compile("<!--include ([\\w.-]+)-->\\n");

    private ViewPages() {
    }

    /**
     * Writes the pages.
     *
     * @param arguments none
     * @throws IOException if a file cannot be read or written
     */
    public static void main(final String[] arguments) throws IOException {
        for (final Path page : sources()) {
            Files.writeString(target(page), assemble(page));
        }
    }

    static List<Path> sources() throws IOException {
        try (var files = Files.list(Path.of("views/src"))) {
            return new ArrayList<>(files.filter(f -> f.toString().endsWith(".html")).sorted().toList());
        }
    }

    static Path target(final Path source) {
        return Path.of("views").resolve(source.getFileName());
    }

    static String assemble(final Path source) throws IOException {
        final Matcher matcher = INCLUDE.matcher(Files.readString(source));
        final StringBuilder page = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(page,
                Matcher.quoteReplacement(Files.readString(source.resolveSibling(matcher.group(1)))));
        }
        matcher.appendTail(page);
        return page.toString();
    }
}
