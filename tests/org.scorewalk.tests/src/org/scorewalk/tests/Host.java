// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.scorewalk.host.Main;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Calls of the host as users make them: a command line in, an exit code, texts and files out. Not for parallel tests.
 */
final class Host {

    /** The root of the project. */
    static final Path ROOT = Path.of(System.getProperty("scorewalk.root", "../..")).toAbsolutePath().normalize();

    /**
     * What a call gave.
     *
     * @param code the exit code
     * @param out standard output
     * @param err standard error
     */
    record Result(int code, String out, String err) {

        /** The messages of that kind, such as "error", without their kind; a message may have several lines. */
        List<String> messages(final String kind) {
            return err.lines().filter(l -> l.startsWith(kind + ": ")).map(l -> l.substring(kind.length() + 2)).toList();
        }
    }

    private Host() {
    }

    static Result run(final Object... args) {
        final var out = new ByteArrayOutputStream();
        final var err = new ByteArrayOutputStream();
        final PrintStream oldOut = System.out;
        final PrintStream oldErr = System.err;
        final String threads = System.getProperty("org.scorewalk.threads");
        final int code;
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            code = Main.run(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
            if (threads == null) {
                System.clearProperty("org.scorewalk.threads");
            } else {
                System.setProperty("org.scorewalk.threads", threads);
            }
        }
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs and expects success. */
    static Result runs(final Object... args) {
        final Result result = run(args);
        if (result.code() != 0) {
            throw new AssertionError("Exit code " + result.code() + " of " + Arrays.toString(args) + ":\n"
                + result.err());
        }
        return result;
    }

    /** Makes a workflow from a description with single quotes in the place of double ones. */
    static Path workflow(final Path folder, final String name, final String description) throws IOException {
        final Path file = Files.writeString(folder.resolve(name + ".json"), description.replace('\'', '"'));
        final Path workflow = folder.resolve(name);
        runs("--new-workflow", file, workflow);
        return workflow;
    }

    /** The folders of the project's test workflows. */
    static List<Path> testWorkflows() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.resolve("test-workflows"))) {
            return folders.filter(f -> Files.exists(f.resolve("workflow.knime"))).sorted().toList();
        }
    }

    static JsonNode summary(final Path out) throws IOException {
        return new ObjectMapper().readTree(out.resolve("summary.json").toFile());
    }

    /** The part of a summary on a node. */
    static JsonNode node(final Path out, final int id) throws IOException {
        return StreamSupport.stream(summary(out).get("nodes").spliterator(),
            false).filter(n -> n.get("id").asInt() == id)
            .findFirst().orElseThrow();
    }

    /** All files below a folder, relative, sorted; empty if there is no folder. */
    static List<String> files(final Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString().replace('\\',
                '/')).sorted()
                .toList();
        }
    }

    /** What the host may leave in the temporary folder. */
    static List<String> temporaryFiles(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).filter(n ->
                n.startsWith("scorewalk") || n.startsWith("knime"))
                .sorted().toList();
        }
    }

    static List<String> temporaryFiles() throws IOException {
        return temporaryFiles(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** What has been added to the temporary folder and stays there; files of other processes come and go. */
    static List<String> lasting(final List<String> before) throws IOException {
        final var added = new ArrayList<>(temporaryFiles());
        added.removeAll(before);
        for (int i = 0; i < 500 && !added.isEmpty(); i++) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
            added.retainAll(temporaryFiles());
        }
        return added;
    }

    static void replace(final Path file, final String what, final String by) throws IOException {
        final String text = Files.readString(file);
        if (!text.contains(what)) {
            throw new AssertionError(file + " does not hold " + what);
        }
        Files.writeString(file, text.replace(what, by));
    }
}
