// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Calls of the program, for tests. */
final class Program {

    /** What a call gave. */
    record Result(int code, String out, String err) {
    }

    private Program() {
    }

    static Result run(final Object... args) {
        final var out = new ByteArrayOutputStream();
        final var err = new ByteArrayOutputStream();
        final String[] texts = java.util.Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        final int code = new Session(new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(texts);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Makes a workflow from a description with single quotes in the place of double ones. */
    static Path workflow(final Path folder, final String name, final String description) throws IOException {
        final Path file = Files.writeString(Files.createTempFile(folder, name, ".json"),
            description.replace('\'', '"'));
        final Path workflow = folder.resolve(name);
        final Result result = run("--new-workflow", file, workflow);
        if (result.code() != 0) {
            throw new AssertionError(result.err());
        }
        return workflow;
    }

    static JsonNode summary(final Path out) throws IOException {
        return new ObjectMapper().readTree(out.resolve("summary.json").toFile());
    }

    static void replace(final Path file, final String what, final String by) throws IOException {
        final String text = Files.readString(file);
        if (!text.contains(what)) {
            throw new AssertionError(file + " does not hold " + what);
        }
        Files.writeString(file, text.replace(what, by));
    }
}
