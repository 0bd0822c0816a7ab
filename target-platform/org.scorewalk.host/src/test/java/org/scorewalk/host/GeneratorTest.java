// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --new-workflow}. */
class GeneratorTest {

    private static final String DESCRIPTION = """
        // a comment
        {
          'description': ['Line one.', 'Line <two>.'], 'author': 'Somebody', 'created': '2026-02-03T04:05:06Z',
          'tags': ['langevin'], 'links': {'https://example.org/a?b&c': 'A link'}, 'variables': {'n': 3, 'x': 0.5,
           's': 't', 'b': true},
          'nodes': [
            {'id': 4, 'node': 'Numbers', 'at': [10, 20], 'settings': {'rows': 2, 'limit': 1.5, 'parts': [{'steps': 1},
             {}]}},
            {'id': 2, 'node': 'org.scorewalk.host.testnodes.PictureNodeFactory', 'ports': ['Points'],
             'label': 'Two\\nlines'},
          ],
          'connections': ['4:Table -> 2:Points'],
          'annotations': [{'text': 'Title', 'at': [0, 1, 200, 30], 'color': '#FFFF00', 'size': 14}]
        }""";

    @TempDir
    Path m_folder;

    @Test
    void makesAWorkflowThatRuns() throws IOException {
        final Path workflow = Program.workflow(m_folder, "made", DESCRIPTION);
        final Path out = m_folder.resolve("out");

        final var result = Program.run(workflow, "--out", out);

        assertThat(result.err()).doesNotContain("error").doesNotContain("note");
        assertThat(result.code()).isZero();
        assertThat(Program.summary(out).at("/nodes/0/settings").toString())
            .contains("\"rows\":2").contains("\"limit\":1.5")
            .contains("\"parts\":[{\"steps\":1,\"size\":0.5},{\"steps\":10,\"size\":0.5}]");
    }

    @Test
    void writesWhatKnimeExpects() throws IOException {
        final Path workflow = Program.workflow(m_folder, "made", DESCRIPTION);

        assertThat(Files.readString(workflow.resolve("workflow.knime")))
            .contains("key=\"created_by\" type=\"xstring\" value=\"5.8.0\"")
            .contains("key=\"version\" type=\"xstring\" value=\"5.1.0\"")
            .contains("key=\"state\" type=\"xstring\" value=\"CONFIGURED\"")
            .contains("Picture (#2)/settings.xml").contains("2026-02-03 04:05:06 +0000")
            .contains("key=\"annotation-version\" type=\"xint\" value=\"20230412\"")
            .contains("key=\"bgcolor\" type=\"xint\" value=\"16776960\"");
        assertThat(Files.readString(workflow.resolve("Picture (#2)/settings.xml"))).contains("<config key=\"Points\">")
            .contains("key=\"object_class\" type=\"xstring\" value=\"org.knime.core.node.BufferedDataTable\"")
            .contains("key=\"text\" type=\"xstring\" value=\"Two%%00010lines\"").contains("key=\"title\"")
            .contains("key=\"state\" type=\"xstring\" value=\"CONFIGURED\"");
        assertThat(Files.readString(workflow.resolve("workflow-metadata.xml")))
            .contains("<author>Somebody</author>").contains("Line one.\nLine &lt;two")
            .contains("href=\"https://example.org/a?b&amp;c\"");
    }

    @Test
    void aPortMayNameItsType() throws IOException {
        final Path first = Program.workflow(m_folder, "made", DESCRIPTION);
        final Path second = Program.workflow(Files.createDirectory(m_folder.resolve("again")), "made",
            DESCRIPTION.replace("['Points']", "['Points: Table']"));

        assertThat(second.resolve("Picture (#2)/settings.xml"))
            .hasSameBinaryContentAs(first.resolve("Picture (#2)/settings.xml"));
    }

    @Test
    void equalDescriptionsGiveEqualBytes() throws IOException {
        final Path first = Program.workflow(m_folder, "made", DESCRIPTION);
        final Path second = Program.workflow(Files.createDirectory(m_folder.resolve("again")), "made", DESCRIPTION);

        for (final String file : new String[]{"workflow.knime", "workflow-metadata.xml", "Numbers (#4)/settings.xml",
            "Picture (#2)/settings.xml"}) {
            assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
        }
    }

    @Test
    void makingAgainKeepsDataAndDropsOldNodes() throws IOException {
        final Path workflow = Program.workflow(m_folder, "made", DESCRIPTION);
        Files.createDirectories(workflow.resolve("data"));
        Files.writeString(workflow.resolve("data/x"), "mine");

        Program.workflow(m_folder, "made", "{'nodes': [{'node': 'Numbers'}]}");

        assertThat(workflow.resolve("data/x")).hasContent("mine");
        assertThat(workflow.resolve("Numbers (#4)")).doesNotExist();
        assertThat(workflow.resolve("Numbers (#1)/settings.xml")).exists();
    }

    @Test
    void refusesToWriteIntoAnotherFolder() throws IOException {
        final Path file = Files.writeString(m_folder.resolve("d.json"), "{\"nodes\": []}");

        assertThat(Program.run("--new-workflow", file, m_folder).code()).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {//
        "{'nodes': [{'node': 'Nambers'}]} | no node 'Nambers'", //
        "{'nodes': [{'node': 'Numbers', 'settings': {'raws': 1}}]} | no option 'raws'; possible are rows", //
        "{'nodes': [{'node': 'Numbers', 'settings': {'rows': 1.5}}]} | 'rows' takes a whole number", //
        "{'nodes': [{'node': 'Numbers', 'settings': {'rows': -1}}]} | must not be negative", //
        "{'nodes': [{'node': 'Numbers'}], 'connections': ['1 -> 2']} | the node #2", //
        "{'nodes': [{'node': 'Numbers'}, {'node': 'Wait'}], 'connections': ['1:2 -> 2']} | does not fit", //
        "{'nodes': [{'node': 'Numbers'}, {'node': 'Wait'}], "
            + "'connections': ['1:Tabel -> 2']} | no output 'Tabel'; it has Table, Model", //
        "{'nodes': [{'node': 'Wait'}, {'node': 'Wait'}], 'connections': ['1 -> 2', '2 -> 1']} | in a circle", //
        "{'nodes': [{'node': 'Picture', 'ports': ['Point']}]} | no port group 'Point'; it has Points", //
        "{'nodes': [{'node': 'Picture', 'ports': ['Points: Image']}]} | no ports of the type 'Image'; possible are", //
        "{'nodes': [{'node': 'Numbers', 'setings': {}}]} | unknown key 'setings'", //
        "{'nodes': [ | no valid JSON (line 1)"})
    void namesWhatIsWrongInADescription(final String description, final String message) throws IOException {
        final Path file = Files.writeString(m_folder.resolve("d.json"), description.replace('\'', '"'));

        final var result = Program.run("--new-workflow", file, m_folder.resolve("made"));

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(message).doesNotContain("\tat ");
        assertThat(m_folder.resolve("made")).doesNotExist();
    }
}
