// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Defective workflows that a real KNIME 5.12 was given. Where it left out a node or a connection, or ran with settings
 * that nobody
 * chose, this program refuses; where the defect changes no result, it runs.
 */
class DefectiveWorkflowTest {

    @TempDir
    Path m_folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {//
        "01 | R                | 'Golden R' (#1) | settings.xml' cannot be read: it does not exist", //
        "02 | S                | 'Golden S' (#2) | settings.xml' cannot be read: it does not exist", //
        "03 |                  | 'Golden R' (#1) | must start and end within the same entity (line 16)", //
        "04 |                  | 'Golden R' (#1) | it is empty", //
        "05 |                  | 'Golden R' (#1) | 'org.example.golden'", //
        "06 |                  | 'Golden R' (#1) | bundle 'org.nowhere'", //
        "08 |                  | 'Golden S' (#2) | ends at input 7", //
        "09 |                  | 'Golden R' (#1) | starts at output 7", //
        "10 |                  | 'Golden R' (#1) | names the node #99", //
        "11 |                  | 'Golden S' (#2) | to itself", //
        "13 |                  | 'Golden R' (#1) | in a circle", //
        "14 |                  | 'Golden S' (#2) | stands twice", //
        "15 |                  | connection_0 | Int for key 'destPort' not found", //
        "16 |                  | 'Golden S' (#2) | ends at input -1", //
        "17 | PEQ              | 'Golden E' (#2) | port of type 'Golden Model'", //
        "18 | PEQ              | 'Golden Q' (#4) | in a circle", //
        "19 | PEQ              | 'Golden Q' (#3) | has two connections", //
        "20 |                  | 9.1.0.v203001010000 | newer", //
        "21 |                  | 5.13.0 | newer", //
        "26 |                  | format version 'abc' | does not know", //
        "27 |                  | format version '9.9.0' | does not know", //
        "28 |                  | 'version' | unknown", //
        "30 |                  | workflow | no key 'state'", //
        "31 |                  | workflow | state 'RUNNING'", //
        "32 |                  | 'Golden R' (#1) | no key 'state'", //
        "33 |                  | 'Golden R' (#1) | state 'RUNNING'", //
        "34 |                  | 'Golden R' (#1) | key 'factory' is missing", //
        "35 |                  | 'Golden R' (#1) | key 'node-name' is missing", //
        "37 |                  | 'Golden R' (#1) | 'x.y', which is no version", //
        "50 |                  | workflow | no config 'nodes'", //
        "51 |                  | workflow | no config 'connections'", //
        "55 |                  | workflow.knime | not allowed in prolog (line 1)", //
        "57 | workflow.knime   | workflow | holds no file 'workflow.knime'", //
        "58 |                  | 'Golden S' (#1) | same number", //
        "59 |                  | (#1) | unknown type 'Nonsense'", //
        "60 |                  | node_1 | String for key 'node_settings_file' not found", //
        "64 |                  | 'Golden R' (#1) | 'thing' is not a valid tag name"})
    void refusesWhatKnimeLoadsWithAnotherGraphOrOtherSettings(
    final String number, final String without, final String where,
        final String what) throws Exception {
        final Path workflow = workflow(number, without == null ? "" : without);

        final var result = Program.run(workflow, "--out", m_folder.resolve("out"));

        assertThat(result.code()).isEqualTo(ExitCode.NOT_LOADABLE);
        assertThat(result.err().replace('"', '\'')).contains(where).contains(what).doesNotContain("\tat ");
        assertThat(m_folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"00, ''", "07, ''", "22, ''", "23, ''", "24, ''", "25, ''", "29, ''", "36, ''", "38, ports",
        "39, filestores",
        "40, flow_stack", "41, internal_node_subsettings", "42, hasContent", "43, ''", "44, ''", "45, ''", "46, ''",
        "47, ''", "48, ''",
        "52, workflow_credentials", "53, ''", "54, ''", "56, ''", "61, ''", "62, ''", "63, ''", "65, ''", "66, ''"})
    void runsWhatChangesNoResult(final String number, final String noted) throws Exception {
        final Path workflow = workflow(number, "");
        final Path out = m_folder.resolve("out");

        final var result = Program.run(workflow, "--out", out);

        assertThat(result.err()).doesNotContain("error:");
        assertThat(result.code()).isEqualTo(ExitCode.OK);
        assertThat(out.resolve("Golden S (#2) - Sizes.csv"))
            .hasContent("\"RowID\",\"text\"\n\"Row0\",\"model with 2 weights\"\n");
        if (noted.isEmpty()) {
            assertThat(result.err()).doesNotContain("note:");
        } else {
            assertThat(result.err()).contains("note:").contains("'" + noted + "'");
        }
    }

    /** The files that are the same in all cases, and over them those of this one. */
    private Path workflow(final String number, final String without) throws IOException, URISyntaxException {
        final Path defects = Path.of(getClass().getResource("/defects").toURI());
        final Path target = m_folder.resolve("workflow");
        copy(defects.resolve(without.equals("PEQ") ? "base-peq" : "base-rs"), target);
        if (Files.exists(defects.resolve(number))) {
            copy(defects.resolve(number), target);
        }
        switch (without) {
            case "R" -> Files.delete(target.resolve("Golden R (#1)/settings.xml"));
            case "S" -> Files.delete(target.resolve("Golden S (#2)/settings.xml"));
            case "workflow.knime" -> Files.delete(target.resolve("workflow.knime"));
            default -> { // nothing is missing
            }
        }
        return target;
    }

    private static void copy(final Path from, final Path to) throws IOException {
        try (var walk = Files.walk(from)) {
            for (final Path file : (Iterable<Path>)walk::iterator) {
                final Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
