// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as such. */
class CommandLineTest {

    @TempDir
    Path m_folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "--nonsense", "a b", "nowhere", "--set x.y=1", "--threads 0 nowhere",
        "--threads many nowhere", "--out",
        "--list --knime", "--list --out x", "--new-workflow one", "--save x.knwf", "--new-workflow nowhere.json made",
        "--knime nowhere"})
    void wrongUsageIsToldSo(final String args) {
        final var result = Program.run((Object[])(args.isEmpty() ? new String[0] : args.split(" ")));

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).startsWith("error: ").doesNotContain("\tat ");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void helpNamesEveryOptionAndExitCode() {
        final var result = Program.run("--help");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("--set", "--out", "--save", "--no-run", "--list", "--new-workflow", "--knime",
            "--threads",
            "--quiet", "--debug", "--version", "2 wrong usage");
    }

    @Test
    void versionNamesJava() {
        assertThat(Program.run("--version").out()).contains("java " + System.getProperty("java.version"));
    }

    @Test
    void listShowsPortsAndOptionsOfEveryNode() {
        final String list = Program.run("--list").out();

        assertThat(list).contains("\nNumbers\n", "Makes numbers.", "\"Table\" (Table): Numbers.",
            "\"Model\" (Golden Model): A model.",
            "rows  (integer, default 3)", "\"Rows\": How many rows <= 1000. The value has to be at least 0.",
            "limit  (number, may be switched off, default none)", "UP - Up & away: Counts up.",
            "parts/*/steps  (integer, default 10)",
            "\"Points\" (Table, optional): A table.", "View: The picture.");
    }

    @Test
    void listOfAWorkflowShowsSettingsAndConnections() throws IOException {
        final Path workflow = Program.workflow(m_folder, "w",
            "{'nodes': [{'node': 'Numbers'}, {'node': 'Wait'}], 'connections': ['1 -> 2']}");

        final var result = Program.run("--list", workflow, "--set", "Numbers.rows=8");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Numbers (#1)  can be executed", "    rows = 8\n", "    parts/0/steps = 10\n",
            "    means = [0.0,0.0]\n",
            "    limit = none\n", "Input 1 \"In\" from Numbers (#1) output 1");
    }

    @Test
    void quietSaysNothingWhenAllIsWell() throws IOException {
        final Path workflow = Program.workflow(m_folder, "w", "{'nodes': [{'node': 'Numbers'}]}");

        final var result = Program.run(workflow, "--quiet", "--out", m_folder.resolve("out"));

        assertThat(result).isEqualTo(new Program.Result(0, "", ""));
    }
}
