// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.installcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;

/** What the p2 director installed from the update site: complete for its platform, and it runs. */
class InstallationTest {

    private static final Path ROOT = Path.of(System.getProperty("scorewalk.root"));

    private static final Path INSTALLED = Path.of(System.getProperty("scorewalk.installed"));

    /** Of this machine: operating system, window system, architecture. */
    private static final String[] OWN = System.getProperty("scorewalk.own").split(" ");

    private static InstalledEquinox equinox;

    @BeforeAll
    static void start(@TempDir final Path storage) throws Exception {
        equinox = new InstalledEquinox(home("own").resolve("plugins"), storage, OWN[0], OWN[1], OWN[2]);
    }

    @AfterAll
    static void stop() throws Exception {
        equinox.close();
    }

    @Test
    void everyInstalledBundleResolves() {
        assertThat(equinox.bundles()).allSatisfy(bundle -> assertThat(bundle.getState()).as(bundle.getSymbolicName())
            .isGreaterThanOrEqualTo(Bundle.RESOLVED));
    }

    @Test
    void nodesAreInstalledUnpackedBecauseKnimeReadsViewPagesFromAFolder() throws IOException {
        assertThat(plugins("own", "org.scorewalk.nodes_")).singleElement().satisfies(p -> {
            assertThat(p).isDirectory();
            assertThat(p.resolve("plugin.xml")).isRegularFile();
            assertThat(p.resolve("LICENSE")).isRegularFile();
        });
    }

    @Test
    void updateSiteHoldsOnlyOurOwnPlugins() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("update-site/target/repository/plugins"))) {
            assertThat(files.map(p -> p.getFileName().toString())).isNotEmpty()
                .allMatch(n -> n.startsWith("org.scorewalk."))
                .noneMatch(n -> n.startsWith("org.scorewalk.host"))
                .anyMatch(n -> n.startsWith("org.scorewalk.nodes.source_"));
        }
    }

    @Test
    void langevinRingRunsInTheInstalledEquinox(@TempDir final Path out) throws Exception {
        final String workflow = ROOT.resolve("test-workflows/langevin-ring").toString();
        final int exit = equinox.runHost(workflow, "--out", out.resolve("r").toString());

        assertThat(exit).isZero();
        try (Stream<Path> files = Files.list(out.resolve("r"))) {
            assertThat(files.map(p -> p.getFileName().toString())).contains("summary.json")
                .anyMatch(n -> n.endsWith(".png")).anyMatch(n -> n.endsWith(".gif")).anyMatch(n -> n.endsWith(".csv"));
        }
    }

    @Test
    void thisMachineGetsItsNatives() throws IOException {
        assertThat(plugins("own", "org.scorewalk.libs." + OWN[0] + "." + OWN[2] + "_")).singleElement()
            .satisfies(fragment -> {
                try (Stream<Path> jars = Files.list(fragment.resolve("lib"))) {
                    assertThat(jars.map(p -> p.getFileName().toString())).anyMatch(n -> n.startsWith("nd4j-native-"))
                        .anyMatch(n -> n.startsWith("openblas-")).anyMatch(n -> n.startsWith("javacpp-"));
                }
            });
    }

    @ParameterizedTest
    @CsvSource({"linux.x86_64,linux-x86_64", "linux.aarch64,linux-arm64", "win32.x86_64,windows-x86_64",
        "macosx.x86_64,macosx-x86_64", "macosx.aarch64,macosx-arm64"})
    void everyPlatformGetsItsOwnNativesAndNoOthers(final String platform, final String classifier) throws IOException {
        assumeTrue("all".equals(System.getProperty("scorewalk.platforms")), "only built under -Pall-platforms");

        assertThat(plugins(platform, "org.scorewalk.libs.")).singleElement().satisfies(fragment -> {
            assertThat(fragment.getFileName().toString()).startsWith("org.scorewalk.libs." + platform + "_");
            assertThat(fragment.resolve("lib/nd4j-native-" + classifier + ".jar")).isRegularFile();
            assertThat(fragment.resolve("lib/openblas-" + classifier + ".jar")).isRegularFile();
            assertThat(fragment.resolve("lib/javacpp-" + classifier + ".jar")).isRegularFile();
        });
    }

    private static List<Path> plugins(final String platform, final String prefix) throws IOException {
        try (Stream<Path> files = Files.list(home(platform).resolve("plugins"))) {
            return files.filter(p -> p.getFileName().toString().startsWith(prefix)).toList();
        }
    }

    private static Path home(final String platform) {
        final String os = platform.equals("own") ? OWN[0] : platform;
        final Path folder = INSTALLED.resolve(platform);
        // on a Mac p2 makes an application bundle of the folder
        return os.startsWith("macosx") ? folder.resolve("Eclipse.app/Contents/Eclipse") : folder;
    }
}
