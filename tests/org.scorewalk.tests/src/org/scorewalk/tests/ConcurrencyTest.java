// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scorewalk.engine.nn.Natives;
import org.scorewalk.host.FileTools;
import org.scorewalk.host.Session;

/**
 * Many runs in one JVM: the same workflow twice at once, ten workflows at once, and a thousand that are cancelled at
 * random moments. Results are those of an undisturbed run, byte for byte, and nothing is left: no thread, no open file,
 * no temporary file, no native memory.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class ConcurrencyTest {

    private static final int CANCELS = Integer.getInteger("scorewalk.cancels", 1000);

    private static final long SEED = 20_260_101;

    private static final int AT_ONCE = 2;

    private static final String SAMPLER = "{'id': 1, 'node': 'Score Function'}, {'id': 2, 'node': 'Langevin Sampler', "
        + "'settings': {'particles': %d, 'runs': [{'steps': %d}]}}";

    private static final String GAN = "'data': 'NUMBERS', 'noiseDimension': 2, 'generatorLayers': '16', "
        + "'discriminatorLayers': '16', 'epochs': %d, 'batchSize': 32";

    /** Small workflows, each with the node that takes its time. */
    private static final Map<String, String> WORKFLOWS = workflows();

    @TempDir
    static Path shared;

    /** What an undisturbed run writes. */
    private static final Map<String, Map<String, String>> GOOD = new TreeMap<>();

    private static final Map<String, Double> MILLIS = new TreeMap<>();

    private static ExecutorService pool;

    private static Map<String, String> workflows() {
        final var all = new LinkedHashMap<String, String>();
        all.put("sampler", workflow(SAMPLER.formatted(300, 40), "'1 -> 2'"));
        all.put("nuts", workflow("{'id': 1, 'node': 'Score Function', 'settings': {'density': 'STANDARD_NORMAL', "
            + "'dimension': 5}}, {'id': 2, 'node': 'Langevin Sampler', 'settings': {'particles': 8, "
            + "'runs': [{'algorithm': 'NUTS', 'steps': 60}]}}", "'1 -> 2'"));
        all.put("plot", workflow(SAMPLER.formatted(200, 6) + ", {'id': 3, 'node': 'Particle Plot', 'settings': "
            + "{'panelWidth': 120, 'panelHeight': 120, 'maxFrames': 6}}", "'1 -> 2', '2 -> 3'"));
        all.put("trainer", workflow(SAMPLER.formatted(200, 1) + ", {'id': 3, 'node': 'GAN Trainer', 'settings': {"
            + GAN.formatted(20) + "}}", "'1 -> 2', '2 -> 3'"));
        all.put("generator", workflow(SAMPLER.formatted(50, 1) + ", {'id': 3, 'node': 'GAN Trainer', 'settings': {"
            + GAN.formatted(1) + "}}, {'id': 4, 'node': 'GAN Sampler', 'settings': {'count': 2000}}",
            "'1 -> 2', '2 -> 3', '3 -> 4'"));
        all.put("grid", workflow("{'id': 1, 'node': 'IDX Reader', 'settings': {'images': "
            + "'knime://knime.workflow/data/images'}}, {'id': 2, 'node': 'Image Grid', 'settings': {'rows': 6, "
            + "'columns': 10, 'scale': 2}}", "'1 -> 2'"));
        all.put("diagnostics", workflow(SAMPLER.formatted(100, 10) + ", {'id': 3, 'node': 'Sample Diagnostics'}, "
            + "{'id': 4, 'node': 'Score Function Apply'}", "'1 -> 2', '1 -> 4', '2 -> 4:Points', '2 -> 3'"));
        return all;
    }

    private static String workflow(final String nodes, final String connections) {
        return "{'nodes': [" + nodes + "], 'connections': [" + connections + "]}";
    }

    @BeforeAll
    static void undisturbed() throws Exception {
        pool = Executors.newFixedThreadPool(10, task -> {
            final var thread = new Thread(task, "test-run");
            thread.setDaemon(true);
            return thread;
        });
        for (final var entry : WORKFLOWS.entrySet()) {
            final Path made = Host.workflow(shared, entry.getKey(), entry.getValue());
            if (entry.getKey().equals("grid")) {
                Files.write(Files.createDirectories(made.resolve("data")).resolve("images"), BadFiles.idx(8, 60, 12,
                    12));
            }
            for (int i = 0; i < 2; i++) { // the second one is as fast as the others will be
                final Path out = shared.resolve("good-" + entry.getKey() + i);
                final long start = System.nanoTime();
                final var run = new Run(entry.getKey(), out);
                assertThat(run.call()).as(run.said()).isZero();
                MILLIS.put(entry.getKey(), (System.nanoTime() - start) / 1e6);
                GOOD.put(entry.getKey(), contents(out));
            }
        }
        // thread pools start their threads on demand
        pool.invokeAll(java.util.Collections.nCopies(10, () -> {
            Thread.sleep(50);
            return null;
        }));
    }

    @AfterAll
    static void stop() {
        pool.shutdownNow();
    }

    /** A run of a workflow in a session of its own. */
    private static final class Run implements Callable<Integer> {

        private final ByteArrayOutputStream m_said = new ByteArrayOutputStream();

        private final String m_name;

        private final Path m_out;

        private final Session m_session;

        Run(final String name, final Path out) {
            m_name = name;
            m_out = out;
            final var stream = new PrintStream(m_said, true, StandardCharsets.UTF_8);
            m_session = new Session(stream, stream);
        }

        @Override
        public Integer call() {
            return m_session.run(shared.resolve(m_name).toString(), "--quiet", "--out", m_out.toString());
        }

        void cancel() {
            m_session.cancel();
        }

        String said() {
            return m_name + ": " + m_said.toString(StandardCharsets.UTF_8);
        }
    }

    /** All results but times: the summary, columns of seconds, the times of zip entries, views. */
    private static Map<String, String> contents(final Path out) throws IOException {
        final var contents = new TreeMap<String, String>();
        for (final String file : Host.files(out)) {
            final Path path = out.resolve(file);
            if (file.endsWith(".model")) {
                unzip(file, Files.readAllBytes(path), contents);
            } else if (file.endsWith(".csv")) {
                contents.put(file, digest(withoutTimes(path).getBytes(StandardCharsets.UTF_8)));
            } else if (file.endsWith(".html")) { // views show times, too
                contents.put(file, Files.readString(path).strip().endsWith("</html>") ? "a page" : "a part of a page");
            } else if (!file.equals("summary.json")) {
                contents.put(file, digest(Files.readAllBytes(path)));
            }
        }
        return contents;
    }

    private static String digest(final byte[] bytes) {
        return Arrays.hashCode(bytes) + ", " + bytes.length + " bytes";
    }

    private static void unzip(final String name, final byte[] bytes, final Map<String, String> contents)
        throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                final byte[] content = zip.readAllBytes();
                final String entry = name + "/" + e.getName();
                if (content.length > 1 && content[0] == 'P' && content[1] == 'K') {
                    unzip(entry, content, contents);
                } else {
                    contents.put(entry, digest(content));
                }
            }
        }
    }

    private static String withoutTimes(final Path file) throws IOException {
        final Csv csv = Csv.read(file);
        return csv.header().stream().filter(c -> !c.matches("seconds|.*/s")).map(c -> c + csv.texts(c))
            .collect(Collectors.joining("\n"));
    }

    private static void checkResults(final Run run) throws IOException {
        assertThat(contents(run.m_out)).as(run.said()).isEqualTo(GOOD.get(run.m_name));
        FileTools.delete(run.m_out);
    }

    private static List<Run> atOnce(final List<Run> runs) throws Exception {
        final var barrier = new CyclicBarrier(runs.size());
        final List<Future<Integer>> codes = new ArrayList<>();
        for (final Run run : runs) {
            codes.add(pool.submit(() -> {
                barrier.await();
                return run.call();
            }));
        }
        for (int i = 0; i < codes.size(); i++) {
            assertThat(codes.get(i).get()).as(runs.get(i).said()).isZero();
        }
        return runs;
    }

    @Test
    void theSameWorkflowTwiceAtOnceGivesTheSame() throws Exception {
        for (final String name : WORKFLOWS.keySet()) {
            for (final Run run : atOnce(List.of(new Run(name, shared.resolve("first")), new Run(name,
                shared.resolve("second"))))) {
                checkResults(run);
            }
        }
    }

    @Test
    void tenWorkflowsAtOnceGiveTheSame() throws Exception {
        final List<String> names = List.copyOf(WORKFLOWS.keySet());
        final List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            runs.add(new Run(names.get(i % names.size()), shared.resolve("parallel" + i)));
        }
        for (final Run run : atOnce(runs)) {
            checkResults(run);
        }
    }

    @Test
    void aThousandCancelsLeaveNothingAndSpoilNothing() throws Exception {
        final var random = new Random(SEED);
        final List<String> names = List.copyOf(WORKFLOWS.keySet());
        final List<String> temporary = Host.temporaryFiles();
        final Set<Thread> threads = threads();
        final int files = openFiles();
        final long bytes = Natives.bytes();
        final var outcomes = new TreeMap<String, Integer>();
        for (int i = 0; i < CANCELS; i += AT_ONCE) {
            final List<Run> runs = new ArrayList<>();
            final List<Future<Integer>> codes = new ArrayList<>();
            for (int k = 0; k < AT_ONCE; k++) {
                final var run = new Run(names.get((i + k) % names.size()), shared.resolve("cancelled" + k));
                runs.add(run);
                codes.add(pool.submit(run));
            }
            for (final Run run : runs) { // the later moments are rarer: those before them are waited for, too
                Thread.sleep((long)(random.nextDouble() * MILLIS.get(run.m_name) / AT_ONCE));
                run.cancel();
            }
            for (int k = 0; k < AT_ONCE; k++) {
                final int code = codes.get(k).get(60, TimeUnit.SECONDS);
                final Run run = runs.get(k);
                outcomes.merge(run.m_name + (code == 0 ? " was faster" : " cancelled"), 1, Integer::sum);
                if (code == 0) {
                    checkResults(run);
                } else {
                    assertThat(code).as(run.said()).isEqualTo(130);
                    assertThat(run.said()).doesNotContain("broke", "Exception", "\tat ");
                    assertThat(run.m_out).doesNotExist();
                }
            }
        }
        System.out.println("Cancelled at random: " + outcomes);
        assertThat(names).allMatch(n -> outcomes.getOrDefault(n + " cancelled", 0) > CANCELS / 20);
        assertThat(Host.lasting(temporary)).as("temporary files").isEmpty();
        assertThat(lasting(threads)).as("threads").isEmpty();
        assertThat(openFiles()).as("open files").isLessThanOrEqualTo(files + 3);
        System.gc(); // native blocks go with the objects that hold them
        for (int i = 0; i < 100 && Natives.bytes() > bytes; i++) {
            Thread.sleep(20);
        }
        assertThat(Natives.bytes()).as("native memory").isLessThanOrEqualTo(bytes + (1 << 20));
        for (final String name : names) { // and all still works
            final var run = new Run(name, shared.resolve("after"));
            assertThat(run.call()).as(run.said()).isZero();
            checkResults(run);
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    /** Threads that have come since then and stay; those of the JVM and of its libraries live as long as it. */
    private static Set<String> lasting(final Set<Thread> before) throws InterruptedException {
        Set<String> added = Set.of();
        for (int i = 0; i < 200; i++) {
            added = threads().stream().filter(t -> !before.contains(t)
                && !t.getName().matches("Java2D Disposer|process reaper|Cleaner-\\d+|Reference.*|ForkJoin.*|"
                    + "JavaCPP Deallocator.*|Image Fetcher.*|surefire.*")).map(Thread::getName)
                .collect(Collectors.toSet());
            if (added.isEmpty()) {
                return added;
            }
            Thread.sleep(50);
        }
        return added;
    }

    /** Where the system tells; elsewhere 0. */
    private static int openFiles() throws IOException {
        final Path folder = Path.of("/proc/self/fd");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var files = Files.list(folder)) {
            return (int)files.count();
        }
    }
}
