// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.example.golden.ENodeFactory;
import org.example.golden.ModelPO;
import org.example.golden.PNodeFactory;
import org.example.golden.PParams;
import org.example.golden.QNodeFactory;
import org.example.golden.RNodeFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.image.ImagePortObject;
import org.scorewalk.standin.core.NodeDriver;
import org.scorewalk.standin.core.NodeExecution;
import org.scorewalk.standin.core.NodeFailure;

/** The nodes that were run in KNIME: their ports, their calls, what they answer to their views. */
class GoldenNodesTest {

    @TempDir
    Path m_temp;

    private final List<String> m_log = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        System.getProperties().put("golden.log", m_log);
    }

    @AfterEach
    void stopListening() {
        System.getProperties().remove("golden.log");
    }

    private List<String> calls() {
        return m_log.stream().map(line -> line.substring(0, line.lastIndexOf("  ["))).toList();
    }

    private PortObject[] execute(final NodeDriver node, final PortObject... inputs) throws Exception {
        try (var execution = NodeExecution.open(m_temp, null)) {
            return node.execute(inputs, execution);
        }
    }

    private NodeSettings model(final String what) {
        final var model = DefaultSettings.model(new ENodeFactory());
        model.addString("what", what);
        return model;
    }

    private NodeDriver nodeE(final String what) throws Exception {
        final var node = NodeDriver.create(new ENodeFactory());
        node.loadSettings(model(what), null, Map.of());
        return node;
    }

    @Test
    void makesParametersFromTheInputsAndValidatesThemBeforeConfigure() throws Exception {
        final var node = NodeDriver.create(new PNodeFactory());
        final var specs = node.configure();
        assertThat(specs).hasSize(1);
        assertThat(((DataTableSpec)specs[0]).getColumnNames()).containsExactly("parameters");
        assertThat(calls()).containsExactly("PNodeFactory()", "PParams(NodeParametersInput)", "PParams.validate",
            "P.configure inSpecs=0 outTypes=1");
        final var settings = Golden.settings("p-default.xml");
        node.saveSettings().copyTo(settings.addNodeSettings("model"));
        assertThat(Golden.xml(settings)).isEqualTo(Golden.text("p-default.xml"));
    }

    @Test
    void takesLoadedSettings() throws Exception {
        final var node = NodeDriver.create(new PNodeFactory());
        node.loadSettings(Golden.settings("p-changed.xml").getNodeSettings("model"), null, Map.of());
        node.configure();
        final var table = (BufferedDataTable)execute(node)[0];
        try (var rows = table.iterator()) {
            assertThat(rows.next().getCell(0)).hasToString(PParams.changed().toString());
        }
        assertThat(calls()).doesNotContain("PParams(NodeParametersInput)");
    }

    @ParameterizedTest
    @CsvSource({"absent,1", "table,2", "model,2", "both,3"})
    void hasTheOptionalPortsThatAreAdded(final String variant, final int inputs) throws Exception {
        final var golden = Golden.settings("q-" + variant + ".xml");
        final var node = NodeDriver.create(new QNodeFactory(), golden.getNodeSettings("node_creation_config"));
        assertThat(node.inputTypes()).hasSize(inputs).noneMatch(PortType::isOptional).endsWith(BufferedDataTable.TYPE);
        assertThat(node.outputTypes()).containsExactly(ModelPO.TYPE, BufferedDataTable.TYPE, ImagePortObject.TYPE);
        node.creationConfig().orElseThrow().saveSettingsTo(golden.addNodeSettings("node_creation_config"));
        assertThat(Golden.xml(golden)).isEqualTo(Golden.text("q-" + variant + ".xml"));
    }

    @Test
    void savesWhatKnimeSavesForANewNode() throws Exception {
        final var golden = Golden.settings("q-absent.xml");
        DefaultSettings.model(new QNodeFactory()).copyTo(golden.addNodeSettings("model"));
        DefaultSettings.view(new QNodeFactory()).orElseThrow().copyTo(golden.addNodeSettings("view"));
        assertThat(Golden.xml(golden)).isEqualTo(Golden.text("q-absent.xml"));
        assertThat(DefaultSettings.model(new RNodeFactory()).keySet()).isEmpty();
        assertThat(DefaultSettings.view(new PNodeFactory())).isEmpty();
    }

    private NodeDriver executedQ() throws Exception {
        final var nodeE = nodeE("ok");
        nodeE.configure();
        final var table = execute(nodeE)[0];
        final var nodeQ = NodeDriver.create(new QNodeFactory());
        nodeQ.configure(table.getSpec());
        execute(nodeQ, table);
        return nodeQ;
    }

    private static NodeViewSession view(final NodeDriver node) {
        return NodeViewSession.open(node.factory(), node.model()).orElseThrow();
    }

    @Test
    void givesTheViewItsInitialData() throws Exception {
        final var view = view(executedQ());
        assertThat(view.initialData()).contains(Golden.text("view-initial-data-before-view-settings-loaded.json"));
        view.loadSettings(null);
        assertThat(view.initialData()).contains(Golden.text("view-initial-data.json"));
        view.loadSettings(Golden.settings("q-view-settings.xml").getNodeSettings("view"));
        assertThat(view.initialData().orElseThrow()).startsWith("{\"internalError\":{\"stackTrace\":[\"")
            .endsWith("],\"typeName\":\"java.lang.IllegalStateException\",\"message\":\"initial data failed\"}}");
    }

    @Test
    void givesAViewOfANodeThatIsNotExecutedNoObjects() {
        final var view = view(NodeDriver.create(new QNodeFactory()));
        assertThat(view.initialData().orElseThrow()).startsWith("{\"result\":{\"rows\":-1,");
        assertThat(calls()).contains("Q.view initialData internal=null tables=null");
        assertThat(calls()).anyMatch(call -> call.startsWith("getInternalTables threw java.lang.NullPointerException"));
    }

    @Test
    void answersTheCallsOfTheView() throws Exception {
        final var view = view(executedQ());
        final var cases = Golden.text("q-view-rpc.txt").strip().split("\\n{2,}");
        assertThat(cases).hasSize(17);
        for (final var one : cases) {
            final var lines = one.split("\\n");
            final var request = lines[0].substring("request  ".length());
            final var answer = lines[1].strip().substring("answer".length()).strip();
            assertThat(view.call(request).replaceAll("\"stackTrace\":\\[[^]]*]", "\"stackTrace\":[\"(frames cut)\"]"))
                .as(request).isEqualTo(answer);
        }
        assertThat(calls()).containsOnlyOnce("Frames(ViewInput)");
    }

    @Test
    void findsThePageOfTheView() throws Exception {
        final var view = view(NodeDriver.create(new QNodeFactory()));
        assertThat(view.html()).contains("golden view");
        assertThat(view.page().getRelativePath()).isEqualTo("view.html");
        assertThat(view.description()).isEqualTo("Golden view");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"confInvalid|configure refuses",
        "confRuntime|Configure failed (IllegalStateException): configure runtime",
        "confThree|Configure failed (ArrayIndexOutOfBoundsException): "
            + "arraycopy: last destination index 3 out of bounds for object array[2]",
        "confIndex|Configure failed (ArrayIndexOutOfBoundsException): Index 5 out of bounds for length 2",
        "confIn|Configure failed (ArrayIndexOutOfBoundsException): Index 0 out of bounds for length 0"})
    void failsToConfigureAsInKnime(final String what, final String message) throws Exception {
        assertThatThrownBy(nodeE(what)::configure).isInstanceOf(NodeFailure.class).hasMessage(message);
    }

    @Test
    void leavesSpecsUnknownThatConfigureDoesNotSet() throws Exception {
        assertThat(nodeE("confNull").configure()).containsExactly(null, null);
        assertThat(nodeE("confOne").configure()).containsExactly(nodeE("ok").configure()[0], null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"knime|knime exception text",
        "noOutput|Execute failed: Invalid result. Execution failed, reason: data at output 0 is null.",
        "oneOutput|Execute failed: Invalid result. Execution failed, reason: data at output 1 is null.",
        "threeOutputs|Execute failed: arraycopy: last destination index 3 out of bounds for object array[2]",
        "index5|Execute failed: Index 5 out of bounds for length 2"})
    void failsToExecuteAsInKnime(final String what, final String message) throws Exception {
        final var node = nodeE(what);
        node.configure();
        assertThatThrownBy(() -> execute(node)).isInstanceOf(NodeFailure.class).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"invalid,validate refuses", "validateRuntime,Coding issue: validate runtime"})
    void refusesSettingsAsInKnime(final String what, final String message) {
        assertThatThrownBy(() -> nodeE(what)).isInstanceOf(InvalidSettingsException.class).hasMessage(message);
    }

    @Test
    void dropsInternalDataOnReset() throws Exception {
        final var node = executedQ();
        assertThat(node.internalObjects()).hasSize(2);
        node.reset();
        assertThat(node.internalObjects()).isNull();
    }
}
