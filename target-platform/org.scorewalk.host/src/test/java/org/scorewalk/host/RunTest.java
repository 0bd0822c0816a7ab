// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortUtil;
import org.scorewalk.host.testnodes.WaitNodeFactory;

import com.fasterxml.jackson.databind.JsonNode;

/** Execution and what it writes. */
class RunTest {

    @TempDir
    Path m_folder;

    private Path m_out;

    private Path workflow(final String description) throws IOException {
        m_out = m_folder.resolve("out");
        return Program.workflow(m_folder, "workflow", description);
    }

    private static List<String> names(final Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()).sorted().toList();
        }
    }

    @Test
    void writesTablesWithoutRegardToTheLocale() throws IOException {
        final Path workflow = workflow("{'nodes': [{'node': 'Numbers', 'settings': {'rows': 4}}]}");
        final Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);

            assertThat(Program.run(workflow, "--out", m_out).code()).isZero();
        } finally {
            Locale.setDefault(locale);
        }

        assertThat(Files.readString(m_out.resolve("Numbers (#1) - Table.csv"))).isEqualTo("""
            "RowID","i","l","d","s ""x"", y","b"
            "Row0",0,10000000000,1.5,"4 42 1.5 a UP false [0.0, 0.0] none 10x0.5","true"
            "Row1",,10000000001,,,
            "Row2",2,10000000002,NaN,"","true"
            "Row3",3,10000000003,0.375,"line 1
            line ""2"", ü€","false"
            """);
    }

    @Test
    void writesOtherPortObjectsInKnimesOwnForm() throws Exception {
        final Path workflow = workflow("{'nodes': [{'node': 'Numbers', 'settings': {'means': [3, 4]}}]}");

        Program.run(workflow, "--out", m_out);

        final var model = PortUtil.readObjectFromFile(m_out.resolve("Numbers (#1) - Model.model").toFile(),
            new ExecutionMonitor());
        assertThat(model.getSummary()).isEqualTo("model with 2 weights");
        assertThat(Program.summary(m_out).at("/nodes/0/outputs/1/summary").asText()).isEqualTo("model with 2 weights");
    }

    @Test
    void writesPicturesWithTheRightEndings() throws IOException {
        final Path workflow = workflow("{'nodes': [{'node': 'Picture'}]}");

        assertThat(Program.run(workflow, "--out", m_out).code()).isZero();

        assertThat(names(m_out)).containsExactly("Picture (#1) - Animation - gif.gif",
            "Picture (#1) - Animation - png.png",
            "Picture (#1) - Animation.csv", "Picture (#1) - Image.png", "Picture (#1).html", "summary.json");
        assertThat(m_out.resolve("Picture (#1) - Animation.csv")).hasContent("\"RowID\",\"gif\",\"png\"\n"
            + "\"Row0\",\"Picture (#1) - Animation - gif.gif\",\"Picture (#1) - Animation - png.png\"\n");
        assertThat(ImageIO.read(m_out.resolve("Picture (#1) - Image.png").toFile()).getWidth()).isEqualTo(4);
        assertThat(Files.readAllBytes(m_out.resolve("Picture (#1) - Animation - gif.gif")))
            .startsWith("GIF89a".getBytes());
    }

    @Test
    void putsThePicturesOfManyRowsIntoAFolder() throws IOException {
        final Path workflow = workflow("{'nodes': [{'node': 'Picture', 'settings': {'rows': 3}}]}");

        Program.run(workflow, "--out", m_out);

        assertThat(names(m_out)).contains("Picture (#1) - Animation/gif Row0.gif",
            "Picture (#1) - Animation/gif Row2.gif",
            "Picture (#1) - Animation/png Row1.png").doesNotContain("Picture (#1) - Animation/gif Row1.gif");
        assertThat(Files.readString(m_out.resolve("Picture (#1) - Animation.csv")))
            .contains("\"Row1\",,\"Picture (#1) - Animation/png Row1.png\"\n");
    }

    @Test
    void writesAViewAsOnePageWithItsDataAndParameters() throws IOException {
        final Path workflow = workflow("{'nodes': [{'node': 'Picture', 'view': {'title': 'Ring <1>'}}]}");

        Program.run(workflow, "--out", m_out);

        final String html = Files.readString(m_out.resolve("Picture (#1).html"));
        assertThat(html).startsWith("<!DOCTYPE html>\n<html><head>\n<script>")
            .contains("{\\\"result\\\":{\\\"title\\\":\\\"Ring \\u003c1> \\u003c/script>\\u003cb>\\\","
                + "\\\"values\\\":[1.0,\\\"NaN\\\"]}}")
            .contains("<title>t</title></head><body><script>window.x = 1;</script></body></html>");
    }

    @Test
    void handsPortObjectsOnAsCopies() throws IOException {
        final Path workflow = workflow("""
            {'nodes': [{'node': 'Numbers', 'settings': {'means': [5]}}, {'node': 'Model User'}, {'node': 'Model User'}],
             'connections': ['1:Model -> 2', '1:Model -> 3']}""");

        Program.run(workflow, "--out", m_out);

        assertThat(m_out.resolve("Model User (#2) - Report.csv"))
            .hasContent("\"RowID\",\"text\"\n\"Row0\",\"copy 5.0\"\n");
        assertThat(m_out.resolve("Model User (#3) - Report.csv"))
            .hasContent("\"RowID\",\"text\"\n\"Row0\",\"copy 5.0\"\n");
    }

    @Test
    void tellsRowsMessagesSecondsAndSettings() throws IOException {
        final Path workflow = workflow("""
            {'nodes': [{'node': 'Numbers'}, {'node': 'Fail', 'settings': {'where': 'WARN'}}],
             'connections': ['1 -> 2']}""");

        final var result = Program.run(workflow, "--out", m_out, "--set", "Numbers.limit=3");

        final JsonNode summary = Program.summary(m_out);
        assertThat(result.code()).isZero();
        assertThat(summary.path("state").asText()).isEqualTo("EXECUTED");
        assertThat(summary.at("/set/0").asText()).isEqualTo("Numbers.limit=3");
        assertThat(summary.at("/nodes/0/outputs/0/rows").asInt()).isEqualTo(3);
        assertThat(summary.at("/nodes/0/outputs/0/columns").asInt()).isEqualTo(5);
        assertThat(summary.at("/nodes/0/settings/limit").asDouble()).isEqualTo(3);
        assertThat(summary.at("/nodes/0/settings/parts/0/steps").asInt()).isEqualTo(10);
        assertThat(summary.at("/nodes/0/seconds").isNumber()).isTrue();
        assertThat(summary.at("/nodes/1/messages/0/severity").asText()).isEqualTo("WARNING");
        assertThat(summary.at("/nodes/1/messages/0/text").asText()).isEqualTo("This result is doubtful.");
        assertThat(summary.path("files")).extracting(JsonNode::asText).containsExactlyElementsOf(names(m_out));
        assertThat(result.err()).contains("warning: Fail (#2): This result is doubtful.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"CONFIGURE | The column \"x\" is not there. Choose another one.",
        "EXECUTE | The table is too small. Take more rows.", "BUG | a bug"})
    void aFailedNodeStopsOnlyWhatFollowsIt(final String where, final String message) throws IOException {
        final Path workflow = workflow("""
            {'nodes': [{'node': 'Numbers'}, {'node': 'Fail'}, {'node': 'Wait'}, {'node': 'Wait'}],
             'connections': ['1 -> 2', '2 -> 3', '1 -> 4']}""");

        final var result = Program.run(workflow, "--out", m_out, "--set", "Fail.where=" + where);

        assertThat(result.code()).isEqualTo(ExitCode.NODE_FAILED);
        assertThat(result.err()).contains("error: Fail (#2): ").contains(message).doesNotContain("\tat ");
        final JsonNode nodes = Program.summary(m_out).path("nodes");
        assertThat(nodes).extracting(n -> n.path("state").asText())
            .containsExactlyInAnyOrder("EXECUTED", "FAILED", "NOT_EXECUTED",
            "EXECUTED");
        assertThat(names(m_out)).contains("Numbers (#1) - Table.csv", "Wait (#4) - Out.csv")
            .doesNotContain("Wait (#3) - Out.csv");
        assertThat(result.err()).contains("Wait (#3): not executed, because Fail (#2) gave no result");
    }

    @Test
    void warnsBeforeItComputesThatANodeWillRefuse() throws IOException {
        final Path workflow = workflow("""
            {'nodes': [{'node': 'Numbers'}, {'node': 'Fail', 'settings': {'where': 'CONFIGURE'}}],
             'connections': ['1 -> 2']}""");

        final String err = Program.run(workflow, "--out", m_out).err();

        assertThat(err.indexOf("warning: Fail (#2) is not ready: The column"))
            .isBetween(0, err.indexOf("Numbers (#1): executed"));
    }

    @Test
    void showsStackTracesOnDemandOnly() throws IOException {
        final Path workflow = workflow("""
            {'nodes': [{'node': 'Numbers'}, {'node': 'Fail', 'settings': {'where': 'BUG'}}],
             'connections': ['1 -> 2']}""");

        assertThat(Program.run(workflow, "--out", m_out, "--debug").err()).contains("\tat ")
            .contains("FailNodeFactory");
    }

    @Test
    void independentBranchesRunSideBySide() throws IOException {
        final Path workflow = workflow("""
            {'nodes': [{'node': 'Numbers'}, {'node': 'Wait', 'settings': {'millis': 400}}, {'node': 'Wait',
             'settings': {'millis': 400}}],
             'connections': ['1 -> 2', '1 -> 3']}""");
        WaitNodeFactory.most = 0;

        assertThat(Program.run(workflow, "--out", m_out).code()).isZero();

        assertThat(WaitNodeFactory.most).isEqualTo(2);
    }

    @Test
    void showsProgressWithTheRemainingTime() throws IOException {
        final Path workflow = workflow(
            "{'nodes': [{'node': 'Numbers'}, {'node': 'Wait', 'settings': {'millis': 2500}}], "
                + "'connections': ['1 -> 2']}");

        assertThat(Program.run(workflow, "--out", m_out).err())
            .containsPattern("Wait \\(#2\\): \\d+ %, waiting: 7 ticks/s, 1 s left\n")
            .containsPattern("Wait \\(#2\\): executed in 2\\.\\d+ s\n");
    }

    @Test
    void runsInTheOrderOfFlowVariableConnections() throws IOException {
        final Path workflow = workflow("""
            {'nodes': [{'id': 3, 'node': 'Numbers'}, {'id': 5, 'node': 'Fail'}, {'id': 1, 'node': 'Numbers'}],
             'connections': ['3 -> 5', '5:0 -> 1:0']}""");

        final var result = Program.run(workflow, "--out", m_out);

        assertThat(result.code()).isEqualTo(ExitCode.NODE_FAILED);
        assertThat(names(m_out)).contains("Numbers (#3) - Table.csv").doesNotContain("Numbers (#1) - Table.csv");
    }

    @Test
    void takesTheNameOfTheWorkflowForTheFolderOfResults() throws IOException {
        final Path workflow = workflow("{'nodes': [{'node': 'Numbers'}]}");

        final String out = Program.run(workflow, "--no-run").out();

        assertThat(out).isEmpty();
        assertThat(Program.run("--help").out()).contains("out/<name of the workflow>");
    }
}
