// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scripts {@code build} and {@code run} with Java, Maven and the project played by small scripts, in a folder with
 * blanks in its name: what they start, with which arguments and exit codes, and what they say when something is
 * missing.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ScriptsTest {

    private static final List<String> TOOLS = List.of("bash", "env", "sed", "head", "dirname", "mktemp", "mkdir", "rm",
        "mv", "chmod", "find", "uname", "touch", "cat", "cp", "ln", "stty", "tr");

    private static final List<String> MODULES = List.of("target-platform/org.knime.core",
        "target-platform/org.knime.core.ui", "target-platform/org.scorewalk.host", "plugins/org.scorewalk.libs",
        "plugins/org.scorewalk.engine", "plugins/org.scorewalk.nodes");

    private static final String JAVA_17 = "echo 'openjdk version \"17.0.1\" 2021-10-19' >&2";

    @TempDir
    Path m_folder;

    private Path m_project;

    /** The only folder on the PATH. */
    private Path m_path;

    private final Map<String, String> m_environment = new HashMap<>();

    /** How a script ended. */
    private record Result(int code, String out, String err) {
    }

    @BeforeEach
    void project() throws IOException {
        m_project = Files.createDirectories(m_folder.resolve("a project"));
        m_path = Files.createDirectories(m_folder.resolve("the path"));
        for (final String script : List.of("build", "run")) {
            Files.copy(Host.ROOT.resolve(script), m_project.resolve(script));
        }
        for (final String tool : TOOLS) {
            final Path found = Stream.of("/bin", "/usr/bin").map(d -> Path.of(d, tool)).filter(Files::exists)
                .findFirst().orElseThrow();
            Files.createSymbolicLink(m_path.resolve(tool), found);
        }
        m_environment.put("HOME", Files.createDirectories(m_folder.resolve("a home")).toString());
    }

    /** JUnit warns of links that lead out of its folder. */
    @AfterEach
    void deleteLinks() throws IOException {
        for (final String tool : TOOLS) {
            Files.delete(m_path.resolve(tool));
        }
    }

    /** Makes a program. */
    private static Path program(final Path file, final String... lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + String.join("\n", lines) + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private Result start(final String script, final Path from, final String... args)
        throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>(List.of(m_project.resolve(script).toString()));
        command.addAll(List.of(args));
        final Path out = m_folder.resolve("out");
        final Path err = m_folder.resolve("err");
        final var builder = new ProcessBuilder(command).directory(from.toFile()).redirectOutput(out.toFile())
            .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", m_path.toString());
        builder.environment().putAll(m_environment);
        final Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
            Files.readString(err, StandardCharsets.UTF_8));
    }

    // ---- build

    private void javac(final String says) throws IOException {
        program(m_path.resolve("javac"), says);
    }

    private void maven(final String version, final String... lines) throws IOException {
        final List<String> all = new ArrayList<>(List.of("if [ \"$1\" = -v ]; then echo 'Apache Maven " + version
            + " (x)'; exit; fi"));
        all.addAll(List.of(lines));
        program(m_path.resolve("mvn"), all.toArray(String[]::new));
    }

    @Test
    void buildWithoutJdkSaysWhatIsMissing() throws Exception {
        final Result result = start("build", m_folder, "verify");
        assertThat(result.err()).isEqualTo(
            "build: there is no 'javac'. Install a JDK 17 or newer, or set JAVA_HOME.\n");
        assertThat(result.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"echo javac 11.0.2 | 11", "echo javac 1.8.0_292 >&2 | 1",
        "echo 'The operation could not be completed.' >&2; exit 1 | unknown"})
    void buildWithAnOldOrBrokenJdkSaysSo(final String javac, final String version) throws Exception {
        javac(javac);
        final Result result = start("build", m_folder, "verify");
        assertThat(result.err()).contains("JDK 17 or newer is needed", "is version " + version + ".");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void buildWithoutMavenSaysWhatIsMissing() throws Exception {
        javac("echo javac 17.0.1");
        final Result result = start("build", m_folder, "verify");
        assertThat(result.err()).contains("no Maven found", "put it on the PATH");
        assertThat(result.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.9.0", "3.9.16", "3.10.1", "4.0.0"})
    void buildPassesArgumentsAndExitCodeOnFromAnyFolder(final String version) throws Exception {
        javac("echo javac 21");
        maven(version, "pwd", "printf '<%s>' \"$@\"", "exit 7");
        final Result result = start("build", m_folder, "verify", "-Dx=a b", "");
        assertThat(result.out()).startsWith(m_project.toRealPath() + "\n<-B><-ntp>").endsWith("<verify><-Dx=a b><>");
        assertThat(result.code()).isEqualTo(7);
    }

    @Test
    void buildTakesTheJdkOfJavaHome() throws Exception {
        javac("echo javac 8");
        program(m_folder.resolve("a jdk/bin/javac"), "echo javac 17");
        m_environment.put("JAVA_HOME", m_folder.resolve("a jdk").toString());
        maven("3.9.9", "exit 0");
        assertThat(start("build", m_folder, "verify").code()).isZero();
    }

    @Test
    void buildFetchesMavenOnceThroughAnOlderOne() throws Exception {
        javac("echo javac 17");
        maven("3.8.7", "echo fetching >> \"$HOME/log\"",
            "for a in \"$@\"; do case $a in -DoutputDirectory=*) to=${a#*=}/apache-maven-3.9.16/bin ;; esac; done",
            "mkdir -p \"$to\"", "printf '#!/usr/bin/env bash\\necho \"new maven $*\"\\n' > \"$to/mvn\"");
        for (int i = 0; i < 2; i++) {
            final Result result = start("build", m_folder, "verify");
            assertThat(result.out()).as(result.err()).startsWith("new maven -B -ntp").endsWith("verify\n");
            assertThat(result.code()).isZero();
        }
        assertThat(m_folder.resolve("a home/log")).hasContent("fetching");
    }

    @Test
    void buildThatCannotFetchMavenSaysSoAndLeavesNothing() throws Exception {
        javac("echo javac 17");
        maven("3.6.3", "for a in \"$@\"; do case $a in -DoutputDirectory=*) touch \"${a#*=}/half\" ;; esac; done",
            "exit 1");
        final Result result = start("build", m_folder, "verify");
        assertThat(result.err()).contains("could not be fetched", "Install Maven 3.9");
        assertThat(result.code()).isEqualTo(2);
        assertThat(Host.files(m_folder.resolve("a home"))).isEmpty();
    }

    @Test
    void buildKnowsItsOwnTasks() throws Exception {
        javac("echo javac 17");
        maven("3.9.9", "printf '<%s>' \"$@\"");
        assertThat(start("build", m_folder, "fuzz", "30", "-Dfuzz.only=Png").out()).contains("<-pl><tests/fuzz>",
            "<-Dfuzz.seconds=30>", "<-Dfuzz.only=Png>").doesNotContain("<fuzz>", "<30>");
        assertThat(start("build", m_folder, "fuzz").out()).contains("<-Dfuzz.seconds=60>");
        assertThat(start("build", m_folder, "bad-input").out()).contains("<-Dscorewalk.write.docs=true>");
        final Result wrong = start("build", m_folder, "fuzz", "3m");
        assertThat(wrong.err()).isEqualTo("build: '3m' is no number of seconds.\n");
        assertThat(wrong.code()).isEqualTo(2);
    }

    // ---- run

    /** A project that builds: the jars of all modules appear, and the folders of libraries. */
    private void buildable() throws IOException {
        final List<String> lines = new ArrayList<>(List.of("echo \"$*\" >> \"$HOME/builds\"", "cd \"${0%/*}\""));
        for (final String module : MODULES) {
            lines.add("mkdir -p " + module + "/target " + module + "/lib && touch " + module
                + "/target/x-0.1.0-SNAPSHOT.jar " + module + "/target/x-0.1.0-SNAPSHOT-sources.jar");
        }
        lines.add("case \"$*\" in *.libs.*) for a in \"$@\"; do case $a in plugins/org.scorewalk.libs.*) "
            + "mkdir -p \"$a/lib\"; touch \"$a/lib/native.jar\" ;; esac; done ;; esac");
        Files.delete(m_project.resolve("build"));
        program(m_project.resolve("build"), lines.toArray(String[]::new));
        Files.createFile(m_project.resolve("pom.xml"));
        for (final String module : MODULES) {
            Files.createDirectories(m_project.resolve(module).resolve("src"));
        }
    }

    /** Java: tells its version, makes no archive of classes, and has its options in a variable. */
    private void java(final String... lines) throws IOException {
        final List<String> all = new ArrayList<>(List.of("if [ \"$1\" = -version ]; then " + JAVA_17 + "; exit; fi",
            "case \"$*\" in *ArchiveClassesAtExit*) exit ;; esac",
            "while [ \"$1\" != org.scorewalk.host.Main ]; do options+=\" $1\"; shift; done; shift"));
        all.addAll(List.of(lines));
        program(m_path.resolve("java"), all.toArray(String[]::new));
    }

    private List<String> builds() throws IOException {
        final Path log = m_folder.resolve("a home/builds");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    @Test
    void runWithoutJavaSaysWhatIsMissing() throws Exception {
        final Result result = start("run", m_folder, "x");
        assertThat(result.err()).isEqualTo("run: there is no 'java'. Install a JDK 17 or newer, or set JAVA_HOME.\n");
        assertThat(result.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"1.8.0_292 ; 1.8.0_292", "11.0.2 ; 11.0.2", "9-ea ; 9-ea"})
    void runWithAnOldJavaSaysSo(final String version, final String said) throws Exception {
        program(m_path.resolve("java"), "echo 'java version \"" + version + "\"' >&2");
        final Result result = start("run", m_folder, "x");
        assertThat(result.err()).contains("JDK 17 or newer is needed", "is version " + said + ".");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void runWithAJavaThatOnlyComplainsSaysSo() throws Exception {
        program(m_path.resolve("java"), "echo 'Unable to locate a Java Runtime.' >&2", "exit 1");
        final Result result = start("run", m_folder, "x");
        assertThat(result.err()).contains("is version unknown");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void runBuildsOnceAndPassesArgumentsAndExitCodeOn() throws Exception {
        buildable();
        java("pwd", "printf '<%s>' \"$@\"", "exit 4");
        for (int i = 0; i < 2; i++) {
            final Result result = start("run", m_folder, "no such workflow", "--set", "A b.c=1 2", "");
            assertThat(result.out()).as(result.err()).isEqualTo(m_folder.toRealPath()
                + "\n<no such workflow><--set><A b.c=1 2><>");
            assertThat(result.code()).isEqualTo(4);
            assertThat(result.err().isEmpty()).as(result.err()).isEqualTo(i > 0);
        }
        assertThat(builds()).singleElement().asString().contains("-DskipTests",
            "target-platform/org.scorewalk.host,plugins/org.scorewalk.nodes");
    }

    @Test
    void runBuildsAgainWhenASourceHasChanged() throws Exception {
        buildable();
        java("exit 0");
        start("run", m_folder, "x");
        final Path source = Files.createFile(m_project.resolve("plugins/org.scorewalk.engine/src/A.java"));
        assertThat(source.toFile().setLastModified(System.currentTimeMillis() + 5000)).isTrue();
        start("run", m_folder, "x");
        assertThat(builds()).hasSize(2);
    }

    @Test
    void runThatCannotBuildSaysSo() throws Exception {
        buildable();
        Files.delete(m_project.resolve("build"));
        program(m_project.resolve("build"), "exit 1");
        java("echo started");
        final Result result = start("run", m_folder, "x");
        assertThat(result.err()).contains("the build failed");
        assertThat(result.out()).isEmpty();
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void runFetchesNativeLibrariesForAWorkflowThatNeedsThem() throws Exception {
        buildable();
        java("case \"$*\" in *--check-natives*) exit 75 ;; esac", "printf '%s|' \"$options\"", "echo \"$@\"");
        final Path workflow = Files.createDirectories(m_folder.resolve("my workflow"));
        final Result result = start("run", m_folder, workflow.toString());
        assertThat(result.err()).contains("native libraries");
        assertThat(builds()).hasSize(2);
        assertThat(builds().get(1)).contains("plugins/org.scorewalk.libs.");
        assertThat(result.out()).contains("native.jar", "-Dorg.scorewalk.host.natives=true", workflow.toString());
        assertThat(result.out()).doesNotContain("-sources.jar");
        start("run", m_folder, workflow.toString());
        assertThat(builds()).hasSize(2);
    }

    @Test
    void runTakesJavaOptionsFromTheEnvironment() throws Exception {
        buildable();
        java("echo \"$options\"");
        m_environment.put("SCOREWALK_JAVA_OPTS", "-Xmx8g -Da=b");
        assertThat(start("run", m_folder, "x").out()).contains(" -Xmx8g -Da=b -cp ");
    }
}
