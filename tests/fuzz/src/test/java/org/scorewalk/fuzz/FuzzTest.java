// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scorewalk.host.FileTools;

/**
 * Gives every reader good files, files that once broke it (src/test/resources/findings), and then, each in a process of
 * its own with little memory, what the fuzzer makes of them.
 */
class FuzzTest {

    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 20);

    private static final boolean EACH_TARGET = Boolean.getBoolean("fuzz.each");

    /** With {@link #EACH_TARGET}: how the names of those that are wanted begin. */
    private static final String ONLY = System.getProperty("fuzz.only", "");

    private static final String OURS = "org.scorewalk.engine.**:org.scorewalk.nodes.**:org.scorewalk.host.**:"
        + "org.scorewalk.standin.**:org.knime.**";

    private static final Path WORK = Path.of("target", "fuzz").toAbsolutePath();

    private static final Duration EACH = Duration.ofSeconds(10);

    private static final int SPARE_SECONDS = 300;

    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in");

    static List<Class<?>> targets() {
        return List.of(SettingsXmlTarget.class, WorkflowXmlTarget.class, KnwfTarget.class, ZipEntriesTarget.class,
            ModelFileTarget.class, DensityTarget.class, PortTarget.class, SpecXmlTarget.class, IdxTarget.class,
            ExpressionTarget.class, PngTarget.class, DescriptionTarget.class, CsvTarget.class);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void seedsAreTakenAndFindingsStayFixed(final Class<?> target) throws Exception {
        final Method method = target.getMethod("fuzzerTestOneInput", byte[].class);
        final List<byte[]> seeds = Seeds.of(target);
        assertThat(seeds).isNotEmpty();
        final Map<String, byte[]> inputs = new TreeMap<>();
        for (int i = 0; i < seeds.size(); i++) {
            inputs.put("seed " + i, seeds.get(i));
        }
        for (final Path file : findings(target)) {
            inputs.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        final int before = Contract.values();
        for (final var input : inputs.entrySet()) {
            assertTimeoutPreemptively(EACH.multipliedBy(3), () -> {
                try {
                    method.invoke(null, input.getValue());
                } catch (final InvocationTargetException e) {
                    throw new AssertionError(input.getKey(), e.getCause());
                }
            }, input.getKey());
        }
        assertThat(Contract.values() - before).as("inputs that can be read").isPositive();
    }

    private static List<Path> findings(final Class<?> target) throws IOException {
        final Path folder = Path.of("src/test/resources/findings", target.getSimpleName());
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /**
     * In each build all targets in one process; {@code ./build fuzz SECONDS} gives each target a process and that time.
     * All findings are told at once.
     */
    @Test
    void noInputBreaksAReader() throws Exception {
        assumeTrue(SECONDS > 0, "switched off by -Dfuzz.seconds=0");
        assumeTrue(!(System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("aarch64")),
            "the fuzzer has no library for this platform");
        final List<Class<?>> chosen = EACH_TARGET
            ? targets().stream().filter(t -> t.getSimpleName().startsWith(ONLY)).toList() : List.of(EveryTarget.class);
        final List<String> broken = new ArrayList<>();
        for (final Class<?> target : chosen) {
            final String finding = fuzz(target);
            if (finding != null) {
                broken.add(target.getSimpleName() + ":\n" + finding);
            }
        }
        assertThat(broken).as("findings; the inputs lie in target/fuzz, fixed ones go to src/test/resources/findings")
            .isEmpty();
    }

    /** Gives what was found, or null. */
    private static String fuzz(final Class<?> target) throws IOException, InterruptedException {
        final Path folder = WORK.resolve(target.getSimpleName());
        final Path corpus = folder.resolve("corpus");
        if (!EACH_TARGET) { // so that each build tries the same
            FileTools.delete(folder);
        }
        Files.createDirectories(corpus);
        final Path temporary = Files.createDirectories(folder.resolve("tmp"));
        int number = 0;
        for (final byte[] seed : target == EveryTarget.class ? EveryTarget.seeds() : Seeds.of(target)) {
            Files.write(corpus.resolve("seed-" + number++), seed);
        }
        for (final Path finding : findings(target)) {
            Files.write(corpus.resolve(finding.getFileName().toString()), Files.readAllBytes(finding));
        }
        final Path log = folder.resolve("log");
        final Process process = new ProcessBuilder(command(target, folder, corpus, temporary)).redirectErrorStream(true)
            .redirectOutput(log.toFile()).directory(folder.toFile()).start();
        try {
            if (!process.waitFor(SECONDS + SPARE_SECONDS, TimeUnit.SECONDS)) {
                return "has not come to an end\n" + tail(log);
            }
        } finally {
            process.destroyForcibly();
            FileTools.delete(temporary);
        }
        final var done = DONE.matcher(Files.readString(log, StandardCharsets.ISO_8859_1));
        System.out.printf("Fuzzing %s: %s inputs%n", target.getSimpleName(), done.find() ? done.group(1) : "?");
        return process.exitValue() == 0 ? null : tail(log);
    }

    private static List<String> command(final Class<?> target, final Path folder, final Path corpus,
        final Path temporary) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
            "-Djava.awt.headless=true", "-Djdk.attach.allowAttachSelf=true", "-XX:+EnableDynamicAgentLoading",
            "-Djava.io.tmpdir=" + temporary, "-Dscorewalk.root=" + Workflows.ROOT, "-cp", classPath(),
            "com.code_intelligence.jazzer.Jazzer", "--target_class=" + target.getName(),
            "--instrumentation_includes=" + OURS, "--custom_hook_includes=" + OURS, "--reproducer_path=" + folder,
            corpus.toString(), "-seed=" + Integer.getInteger("fuzz.seed", 1), "-max_total_time=" + SECONDS,
            // where all are in one process, the first input of each loads its classes
            "-timeout=" + EACH.toSeconds() * (target == EveryTarget.class ? 6 : 1), "-rss_limit_mb=3000",
            "-max_len=20000", "-print_final_stats=1",
            "-dict=" + Path.of("src/test/resources/fuzz.dict").toAbsolutePath(),
            "-artifact_prefix=" + folder + File.separator);
    }

    private static String classPath() {
        if (FuzzTest.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(u -> Path.of(URI.create(u.toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static String tail(final Path log) throws IOException {
        final List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        return String.join("\n", lines.stream().filter(l -> !l.matches("#\\d+\\s.*|INFO: .*")).limit(80).toList());
    }
}
