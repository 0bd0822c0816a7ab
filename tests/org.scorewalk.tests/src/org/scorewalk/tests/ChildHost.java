// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The host in a process of its own, started as {@code ./run} starts it: from a class path, without OSGi. */
final class ChildHost implements AutoCloseable {

    private static final String MAIN = "org.scorewalk.host.Main";

    /** What ./run puts on the class path. */
    private static final List<String> MODULES = List.of("target-platform/org.knime.core",
    "target-platform/org.knime.core.ui",
        "target-platform/org.scorewalk.host", "plugins/org.scorewalk.libs", "plugins/org.scorewalk.engine",
        "plugins/org.scorewalk.nodes");

    private final Process m_process;

    private final Path m_log;

    private ChildHost(final Process process, final Path log) {
        m_process = process;
        m_log = log;
    }

    /**
     * @param folder takes the log
     * @param temporary the temporary folder of the process
     * @param javaOptions options of Java
     * @param args the command line
     */
    static ChildHost start(final Path folder, final Path temporary, final List<String> javaOptions,
        final String... args)
        throws IOException, InterruptedException {
        return start(signalsReset(), folder, temporary, javaOptions, args);
    }

    /**
     * @param before what stands before the command, such as a limit
     */
    static ChildHost start(final List<String> before, final Path folder, final Path temporary,
        final List<String> javaOptions, final String... args) throws IOException {
        final var command = new ArrayList<String>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        final String natives = System.getProperty("org.bytedeco.javacpp.cachedir");
        if (natives != null) {
            command.add("-Dorg.bytedeco.javacpp.cachedir=" + natives);
        }
        command.addAll(List.of("-Djava.awt.headless=true", "-Djava.io.tmpdir=" + temporary, "-cp", classPath(), MAIN));
        command.addAll(Arrays.asList(args));
        final Path log = folder.resolve("log");
        return new ChildHost(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(),
            log);
    }

    /** Whoever starts the tests in the background makes them deaf for SIGINT, and a process inherits that. */
    private static List<String> signalsReset() throws IOException, InterruptedException {
        final List<String> reset = List.of("env", "--default-signal=INT");
        final var trial = new ArrayList<>(reset);
        trial.add("true");
        final Process process = new ProcessBuilder(trial).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor() == 0 ? reset : List.of();
    }

    /** This JVM's where that is flat, else the one of ./run, since packages of bundles cannot be on a class path. */
    private static String classPath() throws IOException {
        if (ChildHost.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(u -> Path.of(URI.create(u.toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
        }
        final List<String> jars = new ArrayList<>();
        for (final String module : MODULES) {
            jars.addAll(jars(Host.ROOT.resolve(module).resolve("target"), "-SNAPSHOT.jar"));
        }
        final String os = System.getProperty("os.name").startsWith("Mac") ? "macosx"
            : System.getProperty("os.name").startsWith("Windows") ? "win32" : "linux";
        final String arch = List.of("arm64", "aarch64").contains(System.getProperty("os.arch").toLowerCase(Locale.ROOT))
            ? "aarch64" : "x86_64";
        for (final String bundle : List.of("target-platform/org.scorewalk.host", "plugins/org.scorewalk.libs",
            "plugins/org.scorewalk.libs." + os + "." + arch)) {
            jars.addAll(jars(Host.ROOT.resolve(bundle).resolve("lib"), ".jar"));
        }
        return String.join(File.pathSeparator, jars);
    }

    private static List<String> jars(final Path folder, final String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).filter(f -> f.endsWith(ending)
                && !f.endsWith("-sources.jar")).sorted().toList();
        }
    }

    /** Waits until the log holds that text. */
    boolean awaitLog(final String text, final int seconds) throws IOException, InterruptedException {
        final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end && m_process.isAlive()) {
            if (log().contains(text)) {
                return true;
            }
            Thread.sleep(10);
        }
        return log().contains(text);
    }

    /** Sends SIGINT, as Ctrl-C does, and gives the milliseconds until the process has ended. */
    double interrupt(final int seconds) throws IOException, InterruptedException {
        final long start = System.nanoTime();
        new ProcessBuilder("kill", "-INT", Long.toString(m_process.pid())).start().waitFor();
        if (!m_process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("The process has not ended " + seconds + " s after SIGINT:\n" + log());
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** Sends SIGKILL, which no process can catch, and waits for the end. */
    void kill() throws InterruptedException {
        m_process.destroyForcibly().waitFor();
    }

    /** The exit code. */
    int await(final int seconds) throws IOException, InterruptedException {
        if (!m_process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("The process has not ended after " + seconds + " s:\n" + log());
        }
        return m_process.exitValue();
    }

    boolean isAlive() {
        return m_process.isAlive();
    }

    String log() throws IOException {
        return Files.readString(m_log);
    }

    @Override
    public void close() {
        m_process.destroyForcibly();
    }
}
