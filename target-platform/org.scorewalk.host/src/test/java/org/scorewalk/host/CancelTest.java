// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scorewalk.host.testnodes.WaitNodeFactory;

/** Stopping: quickly, and nothing is left. */
class CancelTest {

    private static final int SIGINT = 2;

    private static final int TERMINATED = 143;


    @TempDir
    Path m_folder;

    private static List<String> temporary() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(f -> f.getFileName().toString()).filter(n -> n.startsWith("scorewalk-")).sorted().toList();
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).filter(n -> n.startsWith("scorewalk"))
            .sorted().toList();
    }

    private Path workflow() throws IOException {
        return Program.workflow(m_folder, "workflow", """
            {'nodes': [{'node': 'Numbers'}, {'node': 'Wait', 'settings': {'millis': 60000}},
                       {'node': 'Wait', 'settings': {'millis': 60000}}, {'node': 'Wait'}],
             'connections': ['1 -> 2', '1 -> 3', '2 -> 4']}""");
    }

    @Test
    void endsWithinTwoHundredMillisecondsAndLeavesNothing() throws Exception {
        final Path workflow = workflow();
        final List<String> before = temporary();
        final var err = new ByteArrayOutputStream();
        final var session = new Session(new PrintStream(err), new PrintStream(err));
        final int[] code = new int[1];
        WaitNodeFactory.started = new CountDownLatch(2);
        final var thread = new Thread(() -> code[0] = session.run(
            workflow.toString(), "--out", m_folder.resolve("a/out").toString()));
        thread.start();
        assertThat(WaitNodeFactory.started.await(20, TimeUnit.SECONDS)).isTrue();

        final long start = System.nanoTime();
        session.cancel();
        assertThat(session.awaitEnd(5, TimeUnit.SECONDS)).isTrue();
        final double millis = (System.nanoTime() - start) / 1e6;
        thread.join();

        assertThat(code[0]).isEqualTo(ExitCode.CANCELLED);
        assertThat(millis).isLessThan(200);
        assertThat(m_folder.resolve("a")).doesNotExist();
        assertThat(before).as("folders of other programs may disappear meanwhile").containsAll(temporary());
        assertThat(err.toString()).contains("Cancelled").doesNotContain("\tat ").doesNotContain("broke");
        for (int i = 0; i < 50 && !threads().isEmpty(); i++) {
            Thread.sleep(10); // a thread that has returned is still listed for a moment
        }
        assertThat(threads()).isEmpty();
    }

    @Test
    void doesNotWaitForTheDataOfViews() throws Exception {
        final Path workflow = Program.workflow(m_folder, "slow",
            "{'nodes': [{'node': 'Picture', 'view': {'title': 'slow'}}]}");
        final var session = new Session(new PrintStream(new ByteArrayOutputStream()),
            new PrintStream(new ByteArrayOutputStream()));
        WaitNodeFactory.started = new CountDownLatch(1);
        new Thread(() -> session.run(workflow.toString(), "--out", m_folder.resolve("a/out").toString())).start();
        assertThat(WaitNodeFactory.started.await(20, TimeUnit.SECONDS)).isTrue();

        final long start = System.nanoTime();
        session.cancel();
        assertThat(session.awaitEnd(5, TimeUnit.SECONDS)).isTrue();

        assertThat((System.nanoTime() - start) / 1e6).isLessThan(200);
        Thread.sleep(2100);
        assertThat(m_folder.resolve("a")).doesNotExist();
    }

    @Test
    void leavesEarlierResultsAsTheyWere() throws Exception {
        final Path workflow = workflow();
        final Path out = m_folder.resolve("out");
        assertThat(Program.run(workflow, "--out", out, "--set", "#2.millis=1", "--set", "#3.millis=1").code()).isZero();
        final String before = Files.readString(out.resolve("summary.json"));
        final var session = new Session(new PrintStream(new ByteArrayOutputStream()),
            new PrintStream(new ByteArrayOutputStream()));
        WaitNodeFactory.started = new CountDownLatch(2);
        final var thread = new Thread(() -> session.run(workflow.toString(), "--out", out.toString()));
        thread.start();
        assertThat(WaitNodeFactory.started.await(20, TimeUnit.SECONDS)).isTrue();

        session.cancel();
        thread.join(5000);

        assertThat(out.resolve("summary.json")).hasContent(before);
        try (var files = Files.list(out)) {
            assertThat(files.filter(f -> f.getFileName().toString().startsWith("."))).isEmpty();
        }
    }

    /** Of this JVM, however its launcher set it up. */
    private static String classPath() {
        if (CancelTest.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(u -> Path.of(URI.create(u.toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    /** What a shell starts in the background ignores Ctrl-C, and so does everything below it. */
    private static boolean ignoresInterrupts() throws IOException {
        final Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        final String ignored = Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:"))
            .findFirst().orElse("SigIgn: 0");
        return (Long.parseUnsignedLong(ignored.substring("SigIgn:".length()).strip(), 16) & 1 << SIGINT - 1) != 0;
    }

    @Test
    void controlCStopsTheProcess() throws Exception {
        final Path workflow = workflow();
        final Path tmp = Files.createDirectory(m_folder.resolve("tmp"));
        final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + tmp, "-cp", classPath(), Main.class.getName(), workflow.toString(), "--out",
            m_folder.resolve("out").toString()).redirectErrorStream(true)
            .redirectOutput(m_folder.resolve("log").toFile()).start();
        try {
            // only an open table makes the nodes write; before that nothing shows that they run
            final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (process.isAlive() && !Files.readString(m_folder.resolve("log")).contains("Wait (#2)")
                && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
            assertThat(Files.readString(m_folder.resolve("log"))).contains("Wait (#2)");

            final boolean deaf = ignoresInterrupts();
            new ProcessBuilder("kill", deaf ? "-TERM" : "-INT", Long.toString(process.pid())).start().waitFor();

            assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(deaf ? TERMINATED : ExitCode.CANCELLED);
            assertThat(m_folder.resolve("out")).doesNotExist();
            assertThat(tmp).isEmptyDirectory();
            assertThat(Files.readString(m_folder.resolve("log"))).contains("Cancelled. Nothing was written.")
                .doesNotContain("\tat ");
        } finally {
            process.destroyForcibly();
        }
    }
}
