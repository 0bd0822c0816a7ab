// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.mutations;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Compiles one changed source against the classes of all others and runs tests with the result before them on the class
 * path, in a folder of its own. Nothing is written into the project.
 */
final class Laboratory implements AutoCloseable {

    private static final String MODULE = "plugins/org.scorewalk.engine";

    private static final String PACKAGE = "org.scorewalk.engine.";

    private static final long MINUTES = 5;

    private final Path m_root;

    private final Path m_folder;

    private final Path m_module;

    private final JavaCompiler m_compiler = ToolProvider.getSystemJavaCompiler();

    /**
     * What a test said.
     *
     * @param failed whether it failed
     * @param test the method that failed, or how many passed
     * @param message why
     */
    record Outcome(boolean failed, String test, String message) {
    }

    Laboratory(final Path root) throws IOException {
        m_root = root;
        m_folder = Files.createTempDirectory("scorewalk-mutations");
        // tests read some files by their place in the module
        m_module = m_folder.resolve("module");
        copy(root.resolve(MODULE).resolve("src/test/resources"), m_module.resolve("src/test/resources"));
    }

    private static void copy(final Path from, final Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (final Path file : files.toList()) {
                final Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** Plants a bug and returns the folder with the changed classes. */
    Path plant(final Mutation mutation) throws IOException {
        final Path source = m_folder.resolve(mutation.name()).resolve(mutation.source().getFileName());
        final Path classes = m_folder.resolve(mutation.name()).resolve("classes");
        Files.createDirectories(classes);
        Files.writeString(source, mutation.plant(m_root));
        final StringWriter messages = new StringWriter();
        try (var files = m_compiler.getStandardFileManager(null, null, null)) {
            if (!m_compiler.getTask(messages, files, null, List.of("-d", classes.toString(), "-cp", path(), "--release",
                "17", "-g", "-nowarn", "-proc:none", "-encoding", "UTF-8"), null, files.getJavaFileObjects(source))
                .call()) {
                throw new IllegalStateException("The mutation " + mutation.name() + " does not compile: " + messages);
            }
        }
        return classes;
    }

    /** Runs a test class in a process of its own, with changed classes before the others. */
    Outcome run(final String test, final Path... classes) throws IOException, InterruptedException {
        final Path output = Files.createTempFile(m_folder, "output", ".txt");
        final String path = Stream.concat(Stream.of(classes).map(Path::toString), Stream.of(path()))
            .collect(Collectors.joining(File.pathSeparator));
        final Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx2g", "-XX:+UseParallelGC",
            "-Djava.awt.headless=true", "-Dorg.bytedeco.javacpp.cachedir=" + m_folder.resolve("natives"), "-cp", path,
            FirstFailure.class.getName(), PACKAGE + test)
            .directory(m_module.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException(test + " takes more than " + MINUTES + " minutes.");
        }
        final String text = Files.readString(output);
        final int at = text.lastIndexOf(FirstFailure.MARK);
        if (at < 0) {
            throw new IllegalStateException(test + " could not be run: " + text);
        }
        final String[] words = text.substring(at + FirstFailure.MARK.length()).strip().split("\t", -1);
        if (words[1].equals("0")) {
            throw new IllegalStateException("There is no test " + test + ".");
        }
        return new Outcome(words[0].equals("failed"), words[1], words.length > 2 ? words[2] : "");
    }

    private static String path() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(part -> Path.of(part).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(m_folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
