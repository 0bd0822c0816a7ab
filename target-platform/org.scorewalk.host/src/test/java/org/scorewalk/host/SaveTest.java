// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --save}: what KNIME's export would write. */
class SaveTest {

    @TempDir
    Path m_folder;

    private static TreeMap<String, String> entries(final Path file) throws IOException {
        final var entries = new TreeMap<String, String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (final var e = zip.entries(); e.hasMoreElements();) {
                final var entry = e.nextElement();
                entries.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(),
                    StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private Path workflow() throws IOException {
        return Program.workflow(m_folder, "workflow", """
            {'description': 'd', 'nodes': [{'node': 'Numbers', 'label': 'A label'}, {'node': 'Fail'}],
             'connections': ['1 -> 2'],
             'annotations': [{'text': 'Two\\nlines', 'at': [1, 2, 300, 40]}]}""");
    }

    @Test
    void anUnchangedWorkflowIsSavedWithEqualFiles() throws IOException {
        final Path workflow = workflow();
        final Path file = m_folder.resolve("copy.knwf");

        assertThat(Program.run(workflow, "--no-run", "--save", file).code()).isZero();

        final var entries = entries(file);
        assertThat(entries.keySet()).containsExactly("copy/Fail (#2)/settings.xml", "copy/Numbers (#1)/settings.xml",
            "copy/workflow-metadata.xml", "copy/workflow.knime");
        for (final var entry : entries.entrySet()) {
            assertThat(entry.getValue()).as(entry.getKey())
                .isEqualTo(Files.readString(workflow.resolve(entry.getKey().substring("copy/".length()))));
        }
    }

    @Test
    void savesWhatWasSetAndRunsAgain() throws IOException {
        final Path file = m_folder.resolve("copy.knwf");
        Program.run(workflow(), "--no-run", "--save", file, "--set", "Numbers.rows=2", "--set", "Fail.where=NOWHERE");

        final var result = Program.run(file, "--out", m_folder.resolve("out"));

        assertThat(result.err()).doesNotContain("error");
        assertThat(result.code()).isZero();
        assertThat(Program.summary(m_folder.resolve("out")).at("/nodes/0/outputs/0/rows").asInt()).isEqualTo(2);
    }

    @Test
    void savesTheStatesThatKnimeWillReach() throws IOException {
        final Path file = m_folder.resolve("copy.knwf");
        Program.run(workflow(), "--no-run", "--save", file, "--set", "Fail.where=CONFIGURE");

        final var entries = entries(file);
        assertThat(entries.get("copy/Numbers (#1)/settings.xml"))
            .contains("key=\"state\" type=\"xstring\" value=\"CONFIGURED\"");
        assertThat(entries.get("copy/Fail (#2)/settings.xml"))
            .contains("key=\"state\" type=\"xstring\" value=\"IDLE\"");
        assertThat(entries.get("copy/workflow.knime")).contains("key=\"state\" type=\"xstring\" value=\"IDLE\"");
    }

    @Test
    void leavesOutResultsAndKeepsData() throws IOException {
        final Path workflow = workflow();
        for (final String name : new String[]{"Numbers (#1)/port_1/data.zip", "Numbers (#1)/internalTables/x",
            "Numbers (#1)/drop/y",
            "Numbers (#1)/data.xml", ".savedWithData", ".knimeLock", "knime.log", "data/port_1/mine.txt",
            "data/drop"}) {
            Files.createDirectories(workflow.resolve(name).getParent());
            Files.writeString(workflow.resolve(name), "x");
        }
        final Path settings = workflow.resolve("Numbers (#1)/settings.xml");
        Program.replace(settings, "key=\"state\" type=\"xstring\" value=\"CONFIGURED\"",
            "key=\"state\" type=\"xstring\" value=\"EXECUTED\"");
        Program.replace(settings, "key=\"hasContent\" type=\"xboolean\" value=\"false\"",
            "key=\"hasContent\" type=\"xboolean\" value=\"true\"");
        final Path file = m_folder.resolve("copy.knwf");

        assertThat(Program.run(workflow, "--no-run", "--save", file).code()).isZero();

        final var entries = entries(file);
        assertThat(entries.keySet()).containsExactly("copy/Fail (#2)/settings.xml", "copy/Numbers (#1)/settings.xml",
            "copy/data/drop",
            "copy/data/port_1/mine.txt", "copy/workflow-metadata.xml", "copy/workflow.knime");
        assertThat(entries.get("copy/Numbers (#1)/settings.xml")).contains("value=\"CONFIGURED\"")
            .contains("key=\"hasContent\" type=\"xboolean\" value=\"false\"");
    }

    @Test
    void equalWorkflowsGiveEqualBytes() throws IOException {
        final Path workflow = workflow();
        final Path first = m_folder.resolve("copy.knwf");
        final Path second = Files.createDirectory(m_folder.resolve("other")).resolve("copy.knwf");

        Program.run(workflow, "--no-run", "--save", first);
        Program.run(workflow, "--no-run", "--save", second);

        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void refusesNamesThatKnimeDoesNotImport() throws IOException {
        final var result = Program.run(workflow(), "--no-run", "--save", m_folder.resolve("copy.zip"));

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("'.knwf'");
    }

    @Test
    void leavesNoUnfinishedFile() throws IOException {
        final Path folder = Files.createDirectory(m_folder.resolve("saved"));

        Program.run(workflow(), "--no-run", "--save", folder.resolve("copy.knwf"));

        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("copy.knwf");
        }
    }
}
