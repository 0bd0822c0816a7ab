// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code summary.json}: what was run and what came out, and the list of files that a later run may replace. */
final class SummaryFile {

    static final String NAME = "summary.json";

    /** Tells our summaries from those of other programs. */
    static final String FORMAT = "scorewalk-run-summary-1";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SummaryFile() {
    }

    static ObjectNode create() {
        return MAPPER.createObjectNode().put("format", FORMAT);
    }

    static void write(final Path file, final ObjectNode summary) throws IOException {
        final var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        Files.writeString(file, MAPPER.writer(printer).writeValueAsString(summary) + "\n", StandardCharsets.UTF_8);
    }

    static boolean isOurs(final Path file) {
        return read(file) != null;
    }

    /**
     * @param file a summary that an earlier run wrote
     * @return the files of that run relative to the summary's folder; none if there was no earlier run
     */
    static List<String> filesOf(final Path file) {
        final var files = new ArrayList<String>();
        final JsonNode summary = read(file);
        if (summary != null) {
            summary.path("files").forEach(f -> files.add(f.asText()));
        }
        return files;
    }

    private static JsonNode read(final Path file) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            final JsonNode summary = MAPPER.readTree(file.toFile());
            return summary != null && FORMAT.equals(summary.path("format").asText()) ? summary : null;
        } catch (final IOException e) {
            return null; // no JSON: then it is not ours
        }
    }
}
