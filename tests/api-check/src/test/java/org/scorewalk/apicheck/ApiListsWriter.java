// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the file of {@link ApiLists} from two lists, one for each version. Arguments: the list of the older version,
 * that of the newer, the file to write. Only needed when a list changes.
 */
final class ApiListsWriter {

    private ApiListsWriter() {
    }

    public static void main(final String[] args) throws IOException {
        try (var out = new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(Path.of(args[2]))) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }, StandardCharsets.UTF_8)) {
            for (final var line : merge(classes(Path.of(args[0])), classes(Path.of(args[1])))) {
                out.write(line + "\n");
            }
        }
    }

    /** The lines of each class: its own, then those of its members. */
    private static Map<String, List<String>> classes(final Path list) throws IOException {
        final var classes = new TreeMap<String, List<String>>();
        List<String> current = null;
        for (final var line : Files.readAllLines(list)) {
            if (line.startsWith("C ")) {
                current = classes.computeIfAbsent(line.split(" ")[2], name -> new ArrayList<>());
            }
            if (!line.isBlank()) {
                current.add(line);
            }
        }
        return classes;
    }

    /**
     * The older's own lines of a class come before the newer's, so that each version's class line comes first in it.
     */
    private static List<String> merge(final Map<String, List<String>> older, final Map<String, List<String>> newer) {
        final var names = new TreeSet<>(older.keySet());
        names.addAll(newer.keySet());
        final var merged = new ArrayList<String>();
        for (final var name : names) {
            final var first = older.getOrDefault(name, List.of());
            final var second = newer.getOrDefault(name, List.of());
            first.stream().filter(line -> line.startsWith("C "))
                .forEach(line -> merged.add((second.contains(line) ? "=" : "<") + line));
            second.stream().filter(line -> line.startsWith("C ") && !first.contains(line))
                .forEach(line -> merged.add(">" + line));
            first.stream().filter(line -> !line.startsWith("C "))
                .forEach(line -> merged.add((second.contains(line) ? "=" : "<") + line));
            second.stream().filter(line -> !line.startsWith("C ") && !first.contains(line))
                .forEach(line -> merged.add(">" + line));
        }
        return merged;
    }
}
