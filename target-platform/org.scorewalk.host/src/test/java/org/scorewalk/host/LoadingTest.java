// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that cannot be used, nodes of other kinds, unsafe XML. */
class LoadingTest {

    @TempDir
    Path m_folder;

    private Path m_workflow;

    private Path m_settings;

    @BeforeEach
    void makeWorkflow() throws IOException {
        m_workflow = Program.workflow(m_folder, "numbers", "{'nodes': [{'node': 'Numbers'}]}");
        m_settings = m_workflow.resolve("Numbers (#1)/settings.xml");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "<entry key=!rows! type=!xint! value=!3!/> | '' | rows", //
        "<entry key=!rows! type=!xint! value=!3!/> | <entry key=!rows! type=!xdouble! value=!3!/> | rows", //
        "<entry key=!rows! type=!xint! value=!3!/> | <entry key=!rows! type=!xint! value=!-3!/> | must not be negative",
        //
        "<entry key=!rows! type=!xint! value=!3!/> | <entry key=!rows! type=!xint! value=!three!/> | rows", //
        "value=!UP! | value=!Up! | Up", //
        "<entry key=!steps! type=!xint! value=!10!/> | '' | steps", //
        "<config key=!model!> | <config key=!modell!> | no config 'model'"})
    void refusesSettingsThatKnimeWouldReplaceByDefaults(final String what, final String by, final String named)
    throws IOException {
        Program.replace(m_settings, what.replace('!', '"'), by.replace('!', '"'));

        final var result = Program.run(m_workflow, "--out", m_folder.resolve("out"));

        assertThat(result.code()).isEqualTo(ExitCode.NOT_LOADABLE);
        assertThat(result.err().replace('"', '\'')).contains("'Numbers' (#1)").contains(named)
            .contains("pen the workflow in KNIME")
            .doesNotContain("\tat ");
        assertThat(m_folder.resolve("out")).doesNotExist();
    }

    @Test
    void refusesAKeyThatStandsTwiceWithDifferentValues() throws IOException {
        Program.replace(m_settings, "<entry key=\"rows\"",
            "<entry key=\"rows\" type=\"xint\" value=\"4\"/><entry key=\"rows\"");

        final var result = Program.run(m_workflow, "--no-run");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_LOADABLE);
        assertThat(result.err()).contains("'model/rows' stands twice");
    }

    @Test
    void takesDefaultsForANodeThatWasNeverConfigured() throws IOException {
        Program.replace(m_settings, "<config key=\"model\">", "<config key=\"old\">");
        Program.replace(m_settings, "value=\"CONFIGURED\"", "value=\"IDLE\"");

        assertThat(Program.run(m_workflow, "--no-run").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void takesTheDefaultOfAnOptionThatIsNewerThanTheWorkflow() throws IOException {
        Program.replace(m_settings, "<entry key=\"added\" type=\"xint\" value=\"1\"/>", "");

        assertThat(Program.run(m_workflow, "--no-run").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void refusesDocumentTypesSoThatNoEntityIsRead() throws IOException {
        Files.writeString(m_folder.resolve("secret"), "secret text");
        Program.replace(m_settings, "?>", "?><!DOCTYPE config [<!ENTITY e SYSTEM \""
            + m_folder.resolve("secret").toUri() + "\">]>");

        final var result = Program.run(m_workflow, "--no-run");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_LOADABLE);
        assertThat(result.err()).contains("DOCTYPE").doesNotContain("secret text");
    }

    @Test
    void refusesElementsNestedWithoutEnd() throws IOException {
        Program.replace(m_settings, "<config key=\"flow_stack\"/>", "<config key=\"a\">".repeat(5000)
            + "</config>".repeat(5000));

        final var result = Program.run(m_workflow, "--no-run");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_LOADABLE);
        assertThat(result.err()).contains("nested more than");
    }

    @Test
    void refusesSettingsFilesOutsideTheWorkflow() throws IOException {
        Files.copy(m_settings, m_folder.resolve("settings.xml"));
        Program.replace(m_workflow.resolve("workflow.knime"), "Numbers (#1)/settings.xml", "../settings.xml");

        final var result = Program.run(m_workflow, "--no-run");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_LOADABLE);
        assertThat(result.err()).contains("outside the workflow");
    }

    @ParameterizedTest
    @CsvSource({"MetaNode, metanode", "SubNode, component"})
    void namesMetanodesAndComponents(final String type, final String name) throws IOException {
        final Path file = m_workflow.resolve("workflow.knime");
        Program.replace(file, "\"NativeNode\"", "\"" + type + "\"");
        Program.replace(file, "key=\"node_is_meta\" type=\"xboolean\" value=\"false\"",
            "key=\"node_is_meta\" type=\"xboolean\" value=\"true\"");

        final var result = Program.run(m_workflow, "--no-run");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_LOADABLE);
        assertThat(result.err()).contains("\"Numbers\" (#1) is a " + name).contains("KNIME");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() throws IOException {
        final Path workflow = Program.workflow(m_folder, "two",
            "{'nodes': [{'node': 'Numbers'}, {'node': 'Numbers'}, {'node': 'Wait'}]}");
        Program.replace(workflow.resolve("Numbers (#1)/settings.xml"), "key=\"rows\"", "key=\"row\"");
        Program.replace(workflow.resolve("Numbers (#2)/settings.xml"), "NumbersNodeFactory", "NoNodeFactory");

        final var result = Program.run(workflow, "--no-run");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_LOADABLE);
        assertThat(result.err()).contains("(#1): its settings cannot be used").contains("(#2) is made by");
    }

    @Test
    void namesInputsWithoutConnection() throws IOException {
        final Path workflow = Program.workflow(m_folder, "open", "{'nodes': [{'node': 'Wait'}]}");

        final var result = Program.run(workflow, "--no-run");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_LOADABLE);
        assertThat(result.err()).contains("\"Wait\" (#1) lacks a connection at input 1 (\"In\")");
    }

    @Test
    void findsSettingsWhateverTheCaseOfTheirFolder() throws IOException {
        Files.move(m_workflow.resolve("Numbers (#1)"), m_workflow.resolve("numbers (#1)"));

        assertThat(Program.run(m_workflow, "--no-run").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void namesTheWorkflowsInAFolderThatIsNone() {
        final var result = Program.run(m_folder);

        assertThat(result.code()).isEqualTo(ExitCode.NOT_LOADABLE);
        assertThat(result.err()).contains("Workflows in it are numbers");
    }
}
