// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows of the house: nodes to engine to libraries and to KNIME's API, host to stand-ins, nothing to the host. */
class ArchitectureTest {

    private static final String PLUGINS = "../../plugins/org.scorewalk.%s/target/classes";

    private static final String TARGET_PLATFORM = "../../target-platform/%s/target/classes";

    @ParameterizedTest(name = "{0} does not refer to {1}")
    @CsvSource(delimiter = ';', value = { //
        "engine ; org/knime/.* ; KNIME", //
        "engine ; org/osgi/.* ; OSGi", //
        "engine ; org/scorewalk/(nodes|host|standin)/.* ; what stands above it", //
        "engine ; javax/swing/.* ; Swing", //
        // docs/vulnerabilities.md rests on it
        "engine ; org/(nd4j/(shade|imports|common/(resources|loader))|deeplearning4j/common/resources)/.* ; "
            + "foreign readers", //
        // a port object must name JComponent, the type of KNIME's old port views
        "nodes ; (javax/swing/(?!JComponent$)|java/awt/event/).* ; Swing", //
        "nodes ; org/scorewalk/(host|standin)/.* ; the host or the stand-ins' hooks", //
        "nodes ; org/(nd4j|deeplearning4j|bytedeco|jfree|hipparchus|objectweb)/.* ; the libraries behind the engine"})
    void arrowsPointOneWay(final String module, final String forbidden, final String meaning) throws IOException {
        assertThat(violations(PLUGINS.formatted(module), forbidden)).as("references of %s to %s", module, meaning)
            .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"org.knime.core", "org.knime.core.ui"})
    void standInsKnowNeitherHostNorNodes(final String standIn) throws IOException {
        assertThat(violations(TARGET_PLATFORM.formatted(standIn), "org/scorewalk/(host|nodes|engine)/.*")).isEmpty();
    }

    @Test
    void hostKnowsNeitherNodesNorEngine() throws IOException {
        assertThat(violations(TARGET_PLATFORM.formatted("org.scorewalk.host"), "org/scorewalk/(nodes|engine)/.*"))
            .isEmpty();
    }

    @Test
    void aForbiddenReferenceIsSeen() throws IOException {
        assertThat(violations(PLUGINS.formatted("nodes"), "org/knime/node/.*")).isNotEmpty();
    }

    /**
     * What lies in these packages may change with any version of KNIME; a chain of public calls needs no import of it.
     */
    @Test
    void noNodeNamesInternalsOfTheDialogsAndViews() throws IOException {
        final Path sources = Path.of("../../plugins/org.scorewalk.nodes/src/main/java");
        final List<Path> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.filter(f -> f.toString().endsWith(".java")).toList();
        }
        assertThat(files).hasSizeGreaterThan(50);
        for (final Path file : files) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain("org.knime.core.webui");
        }
    }

    private static List<String> violations(final String folder, final String forbidden) throws IOException {
        final Pattern pattern = Pattern.compile(forbidden);
        final var classes = ClassFiles.read(ClassFiles.places("none.given", folder));
        assertThat(classes).as(folder).isNotEmpty();
        final List<String> found = new ArrayList<>();
        classes.forEach((name, file) -> References.of(file).types().stream()
            .filter(type -> pattern.matcher(type).matches()).forEach(type -> found.add(name + " -> " + type)));
        return found;
    }
}
