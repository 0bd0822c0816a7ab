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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --set}, and flow variables stored in a workflow. */
class SetOptionTest {

    @TempDir
    Path m_folder;

    private Path m_workflow;

    @BeforeEach
    void makeWorkflow() throws IOException {
        m_workflow = Program.workflow(
            m_folder, "numbers", "{'nodes': [{'node': 'Numbers'}, {'id': 7, 'node': 'Numbers'}]}");
    }

    /** What the node with the number 1 computed with, as it prints it itself. */
    private String used(final Object... more) throws IOException {
        final Path out = m_folder.resolve("out");
        final var args = new java.util.ArrayList<Object>(List.of(m_workflow, "--out", out));
        args.addAll(List.of(more));
        final var result = Program.run(args.toArray());
        assertThat(result.err()).doesNotContain("error:");
        assertThat(result.code()).isEqualTo(ExitCode.OK);
        final String row = Files.readAllLines(out.resolve("Numbers (#1) - Table.csv")).get(1);
        return row.replaceAll(".*,\"([^\"]*)\",\"[a-z]*\"$", "$1");
    }

    @Test
    void nothingChangesWithoutIt() throws IOException {
        assertThat(used()).isEqualTo("3 42 1.5 a UP false [0.0, 0.0] none 10x0.5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {//
        "rows=5             | 5 42 1.5 a UP false [0.0, 0.0] none 10x0.5", //
        "rows=1e1           | 10 42 1.5 a UP false [0.0, 0.0] none 10x0.5", //
        "seed=-7            | 3 -7 1.5 a UP false [0.0, 0.0] none 10x0.5", //
        "factor=2           | 3 42 2.0 a UP false [0.0, 0.0] none 10x0.5", //
        "factor=NaN         | 3 42 NaN a UP false [0.0, 0.0] none 10x0.5", //
        "label=b=c.d        | 3 42 1.5 b=c.d UP false [0.0, 0.0] none 10x0.5", //
        "mode=DOWN          | 3 42 1.5 a DOWN false [0.0, 0.0] none 10x0.5", //
        "shout=true         | 3 42 1.5 a UP true [0.0, 0.0] none 10x0.5", //
        "means=1, -2.5,3    | 3 42 1.5 a UP false [1.0, -2.5, 3.0] none 10x0.5", //
        "means=[4]          | 3 42 1.5 a UP false [4.0] none 10x0.5", //
        "means=             | 3 42 1.5 a UP false [] none 10x0.5", //
        "limit=2.5          | 3 42 1.5 a UP false [0.0, 0.0] 2.5 10x0.5", //
        "parts/0/steps=20   | 3 42 1.5 a UP false [0.0, 0.0] none 20x0.5", //
        "means/1=9          | 3 42 1.5 a UP false [0.0, 9.0] none 10x0.5", //
        "parts=[{!steps!:1},{!size!:2}] | 3 42 1.5 a UP false [0.0, 0.0] none 1x0.5 10x2.0"})
    void changesAnOptionOfAnyKind(final String assignment, final String expected) throws IOException {
        assertThat(used("--set", "Numbers (#1)." + assignment.replace('!', '"'))).isEqualTo(expected);
    }

    @Test
    void laterOnesWinAndSwitchOff() throws IOException {
        assertThat(used("--set", "#1.limit=2", "--set", "#1.limit=none", "--set", "#1.rows=2", "--set", "#1.rows=1"))
            .isEqualTo("1 42 1.5 a UP false [0.0, 0.0] none 10x0.5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {//
        "rows               | has no '='", //
        "Nombers.rows=1     | names no node", //
        "Numbers.rows=1     | several nodes bear this name", //
        "#2.rows=1          | names no node", //
        "Other (#1).rows=1  | names no node", //
        "#1.row=1           | There is no option 'row'; possible are rows, seed, factor", //
        "#1.parts/3/steps=1 | There is no option 'parts/3/steps'; possible are parts/0", //
        "#1.rows/x=1        | 'rows' is a single value", //
        "#1.rows=1.5        | takes a whole number, not '1.5'", //
        "#1.rows=99999999999 | takes a whole number", //
        "#1.factor=1f       | takes a number, not '1f'", //
        "#1.shout=yes       | takes 'true' or 'false', not 'yes'", //
        "#1.mode=SIDEWAYS   | 'SIDEWAYS'", //
        "#1.rows=-1         | must not be negative", //
        "#1.parts=3         | holds further options", //
        "#1.parts=[{]       | no valid JSON", //
        "#1.parts=[{!stepps!:1}] | There is no option 'parts/0/stepps'; possible are parts/0/steps, parts/0/size"})
    void refusesWhatDoesNotFitAsWrongUsage(final String assignment, final String message) {
        final var result = Program.run(m_workflow, "--out", m_folder.resolve("out"), "--set",
            assignment.replace('!', '"'));

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(message).doesNotContain("\tat ");
        assertThat(m_folder.resolve("out")).doesNotExist();
    }

    private void control(final String option, final String variable, final String exposed) throws IOException {
        Program.replace(m_workflow.resolve("Numbers (#1)/settings.xml"), "<entry key=\"customDescription\"",
            "<config key=\"variables\"><entry key=\"version\" type=\"xstring\" value=\"V_2019_09_13\"/>"
                + "<config key=\"tree\"><config key=\""
                + option + "\"><entry key=\"used_variable\" type=\"xstring\" "
                + (variable == null ? "isnull=\"true\" value=\"\""
                    : "value=\"" + variable + "\"") + "/><entry key=\"exposed_variable\" type=\"xstring\" "
                + (exposed == null ? "isnull=\"true\" value=\"\"" : "value=\"" + exposed + "\"")
                + "/></config></config></config><entry key=\"customDescription\"");
    }

    private void variable(final String name, final String type, final String stored, final String value)
        throws IOException {
        Program.replace(m_workflow.resolve("workflow.knime"), "<config key=\"workflow_credentials\"/>",
            "<config key=\"workflow_variables\"><config key=\"Var_0\"><entry key=\"name\" type=\"xstring\" value=\""
            + name
                + "\"/><entry key=\"class\" type=\"xstring\" value=\"" + type + "\"/><entry key=\"value\" type=\""
                + stored + "\" value=\""
                + value + "\"/></config></config><config key=\"workflow_credentials\"/>");
    }

    @Test
    void aWorkflowVariableControlsAnOption() throws IOException {
        variable("n", "INTEGER", "xint", "6");
        control("rows", "n", null);

        assertThat(used()).startsWith("6 42");
    }

    @Test
    void aVariableOfTheWrongTypeIsRefused() throws IOException {
        variable("n", "DOUBLE", "xdouble", "6.0");
        control("rows", "n", null);

        final var result = Program.run(m_workflow, "--no-run");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_LOADABLE);
        assertThat(result.err()).contains("\"Numbers\" (#1)").contains("DOUBLE");
    }

    @Test
    void aMissingVariableIsRefused() throws IOException {
        control("rows", "n", null);

        final var result = Program.run(m_workflow, "--no-run");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_LOADABLE);
        assertThat(result.err()).contains("\"Numbers\" (#1)").contains("\"n\"");
    }

    @Test
    void anOptionUnderTheControlOfAVariableCannotBeSet() throws IOException {
        variable("n", "INTEGER", "xint", "6");
        control("rows", "n", null);

        final var result = Program.run(m_workflow, "--no-run", "--set", "#1.rows=2");

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("controlled by the flow variable \"n\"");
    }

    @Test
    void whatANodeExposesControlsANodeAfterIt() throws IOException {
        m_workflow = Program.workflow(m_folder, "exposed",
            "{'nodes': [{'node': 'Numbers'}, {'node': 'Wait'}], 'connections': ['1 -> 2']}");
        control("rows", null, "wait");
        Program.replace(m_workflow.resolve("Wait (#2)/settings.xml"), "<entry key=\"customDescription\"",
            "<config key=\"variables\"><entry key=\"version\" type=\"xstring\" value=\"V_2019_09_13\"/>"
                + "<config key=\"tree\">"
                + "<config key=\"millis\"><entry key=\"used_variable\" type=\"xstring\" value=\"wait\"/></config>"
                + "</config></config>"
                + "<entry key=\"customDescription\"");
        final Path out = m_folder.resolve("out");

        final var result = Program.run(m_workflow, "--out", out, "--set", "Numbers.rows=2");

        assertThat(result.err()).doesNotContain("error:");
        assertThat(Program.summary(out).at("/nodes/1/settings/millis").asInt()).isEqualTo(2);
    }
}
