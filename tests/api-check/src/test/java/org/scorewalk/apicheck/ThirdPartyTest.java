// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;

/** What is bundled is what {@code releng/libraries.csv} lists, byte for byte, and everything said of it is complete. */
class ThirdPartyTest {

    private static final Path ROOT = Path.of("../..");

    private static final Path PAGE = ROOT.resolve("docs/third-party.md");

    /** Writes docs/third-party.md; started from the folder of this module. */
    public static void main(final String[] arguments) throws IOException {
        Files.writeString(PAGE, BillOfMaterials.page(Library.listed(ROOT)));
    }

    @Test
    void theListHoldsWhatThePomsFetch() throws Exception {
        assertThat(Library.listed(ROOT).stream().map(Library::coordinates))
            .containsExactlyInAnyOrderElementsOf(Library.fetched(ROOT));
    }

    @Test
    void eachFetchedJarHasTheListedChecksum() throws Exception {
        int seen = 0;
        for (final Library library : Library.listed(ROOT)) {
            final Path jar = jar(library);
            if (Files.exists(jar)) {
                assertThat(sha256(jar)).as(jar.toString()).isEqualTo(library.sha256());
                seen++;
            }
        }
        assertThat(seen).as("jars that were there to be compared").isGreaterThan(20);
    }

    @Test
    void noClassIsBundledTwice() throws IOException {
        final Map<String, String> owners = new HashMap<>();
        final List<String> twice = new ArrayList<>();
        for (final Library library : Library.listed(ROOT)) {
            if (!library.bundle().equals("org.scorewalk.libs")) {
                continue;
            }
            try (ZipFile jar = new ZipFile(jar(library).toFile())) {
                jar.stream().map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/")
                        && !name.endsWith("module-info.class") && !name.endsWith("package-info.class"))
                    .forEach(name -> {
                        final String owner = owners.put(name, library.artifact());
                        if (owner != null) {
                            twice.add(name + " in " + owner + " and " + library.artifact());
                        }
                    });
            }
        }
        assertThat(owners.size()).isGreaterThan(5_000);
        assertThat(twice).isEmpty();
    }

    @Test
    void versionsAreReleases() throws Exception {
        assertThat(Library.listed(ROOT)).extracting(Library::version)
            .noneMatch(version -> version.contains("SNAPSHOT") || version.contains("[") || version.contains("$"));
    }

    @Test
    void noticesAndAdvisoriesNameEachLibrary() throws IOException {
        final String notice = Files.readString(ROOT.resolve("plugins/org.scorewalk.libs/NOTICE"));
        final List<String> advisories = Files.readAllLines(ROOT.resolve("docs/vulnerabilities.md"));
        for (final Library library : Library.listed(ROOT)) {
            if (library.bundle().equals("org.scorewalk.libs")) {
                assertThat(notice).containsPattern(Pattern.quote(library.group() + " : " + library.artifact()) + " +"
                    + Pattern.quote(library.version()) + " +" + Pattern.quote(library.licence()));
            }
            assertThat(advisories).as("docs/vulnerabilities.md on %s %s", library.artifact(), library.version())
                .anyMatch(line -> line.matches("\\| ([^|]*, )?" + Pattern.quote(library.artifact()) + "(,[^|]*)? \\| "
                    + Pattern.quote(library.version()) + " \\|.*"));
        }
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        assertThat(PAGE).as("run the main method of this class to write it").content()
            .isEqualTo(BillOfMaterials.page(Library.listed(ROOT)));
    }

    @Test
    void theBillOfMaterialsIsValid() throws Exception {
        final byte[] json = BillOfMaterials.json(Library.listed(ROOT)).getBytes(StandardCharsets.UTF_8);
        Files.write(Path.of("target/scorewalk-bom.json"), json);
        assertThat(new JsonParser().validate(json, Version.VERSION_15)).isEmpty();
        assertThat(new JsonParser().parse(json).getComponents()).hasSizeGreaterThan(40);
    }

    private static Path jar(final Library library) {
        final String place = library.bundle().equals("org.scorewalk.host") ? "target-platform/" : "plugins/";
        return ROOT.resolve(place + library.bundle() + "/lib/" + library.fileName());
    }

    private static String sha256(final Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
