// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results are there as a whole or not at all, and files of others are left alone. */
class OutputFolderTest {

    @TempDir
    Path m_folder;

    private Path m_workflow;

    private Path m_out;

    @BeforeEach
    void makeWorkflow() throws IOException {
        m_out = m_folder.resolve("results");
        m_workflow = Program.workflow(m_folder, "workflow", "{'nodes': [{'node': 'Picture'}]}");
    }

    private List<String> names() throws IOException {
        try (var walk = Files.walk(m_out)) {
            return walk.map(f -> m_out.relativize(f).toString()).filter(n -> !n.isEmpty()).sorted().toList();
        }
    }

    @Test
    void makesTheFoldersThatItNeeds() {
        m_out = m_folder.resolve("a/b/c");

        assertThat(Program.run(m_workflow, "--out", m_out).code()).isZero();

        assertThat(m_out.resolve("summary.json")).exists();
        assertThat(m_folder.resolve("a/b")).isDirectoryNotContaining("glob:**.*unfinished*");
    }

    @Test
    void replacesTheFilesOfTheEarlierRunAndLeavesOthersAlone() throws IOException {
        Program.run(m_workflow, "--out", m_out, "--set", "Picture.rows=3");
        Files.writeString(m_out.resolve("notes.txt"), "mine");
        Files.createDirectories(m_out.resolve("my folder"));

        assertThat(Program.run(m_workflow, "--out", m_out).code()).isZero();

        assertThat(names()).containsExactly("Picture (#1) - Animation - gif.gif", "Picture (#1) - Animation - png.png",
            "Picture (#1) - Animation.csv", "Picture (#1) - Image.png", "Picture (#1).html", "my folder", "notes.txt",
            "summary.json");
    }

    @Test
    void leavesTheEarlierResultsWhenTheWorkflowCannotBeLoaded() throws IOException {
        Program.run(m_workflow, "--out", m_out);
        final List<String> before = names();
        Program.replace(m_workflow.resolve("Picture (#1)/settings.xml"), "key=\"rows\"", "key=\"row\"");

        assertThat(Program.run(m_workflow, "--out", m_out).code()).isEqualTo(ExitCode.NOT_LOADABLE);

        assertThat(names()).isEqualTo(before);
    }

    @Test
    void refusesAFileInThePlaceOfTheFolder() throws IOException {
        Files.writeString(m_out, "a file");

        final var result = Program.run(m_workflow, "--out", m_out);

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("it is a file");
        assertThat(m_out).hasContent("a file");
    }

    @Test
    void refusesAFolderWithASummaryOfAnotherProgram() throws IOException {
        Files.createDirectories(m_out);
        Files.writeString(m_out.resolve("summary.json"), "{\"files\": [\"../precious\"]}");

        final var result = Program.run(m_workflow, "--out", m_out);

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("another program");
    }

    @Test
    void neverDeletesOutsideTheFolderWhateverASummarySays() throws IOException {
        final Path precious = Files.writeString(m_folder.resolve("precious"), "x");
        Files.createDirectories(m_out);
        Files.writeString(m_out.resolve("summary.json"),
            "{\"format\": \"scorewalk-run-summary-1\", \"files\": [\"../precious\", \"" + precious + "\"]}");

        assertThat(Program.run(m_workflow, "--out", m_out).code()).isZero();

        assertThat(precious).exists();
    }

    @Test
    void neverDeletesAFolderWhateverASummarySays() throws IOException {
        final Path mine = Files.createDirectories(m_out.resolve("mine")).resolve("notes.txt");
        Files.writeString(mine, "x");
        Files.writeString(m_out.resolve("summary.json"),
            "{\"format\": \"scorewalk-run-summary-1\", \"files\": [\"mine\", \"\"]}");

        assertThat(Program.run(m_workflow, "--out", m_out).code()).isZero();

        assertThat(mine).hasContent("x");
    }
}
