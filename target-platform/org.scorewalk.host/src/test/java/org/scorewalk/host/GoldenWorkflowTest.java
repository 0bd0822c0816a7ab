// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workflow that KNIME saved executed is saved reset as KNIME itself saved it before it was executed. */
class GoldenWorkflowTest {

    @TempDir
    Path m_folder;

    @Test
    void anExecutedWorkflowIsSavedAsKnimeSavedItConfigured() throws Exception {
        final Path golden = Path.of(getClass().getResource("/golden-r").toURI());
        final Path file = m_folder.resolve("workflow-configured.knwf");

        assertThat(Program.run(golden.resolve("executed"), "--no-run", "--save", file).code()).isZero();

        for (final String name : List.of("Golden R (#1)/settings.xml", "Golden S (#2)/settings.xml")) {
            assertThat(entry(file, name)).isEqualTo(Files.readString(golden.resolve("configured").resolve(name)));
        }
        // the executed one was saved again, which wrote down by whom and when
        assertThat(entry(file, "workflow.knime").replaceAll("(key=\"lastEdited-\\w+\" type=\"xstring\").*/>", "$1/>"))
            .isEqualTo(Files
            .readString(golden.resolve("configured/workflow.knime"))
            .replaceAll("(key=\"lastEdited-\\w+\" type=\"xstring\").*/>", "$1/>"));
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(e -> e.getName().replace("workflow-configured/", "")))
                .containsExactlyInAnyOrder(
                "Golden R (#1)/settings.xml", "Golden S (#2)/settings.xml", "workflow-metadata.xml", "workflow.knime",
                "workflowset.meta");
        }
    }

    private static String entry(final Path file, final String name) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            final var entry = zip.getEntry("workflow-configured/" + name);
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
