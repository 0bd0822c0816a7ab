// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

import org.example.golden.BinSpec;
import org.example.golden.ModelPO;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.inactive.InactiveBranchPortObject;
import org.knime.core.node.port.inactive.InactiveBranchPortObjectSpec;
import org.knime.core.node.workflow.FlowVariable;

/** Settings and configuration of a driven node. */
class NodeDriverTest extends NodeDriverTestBase {

    @Test
    void theDefaultsOfAModelAreItsSettings() throws Exception {
        final NodeSettings settings = node(new TestNodeModel.Work() {
        }).saveSettings();
        assertThat(settings.getKey()).isEqualTo("model");
        assertThat(settings.getInt("seed")).isEqualTo(1);
    }

    @Test
    void settingsThatDoNotFitAreRefusedAndTheOldOnesStay() throws Exception {
        final NodeDriver node = node(new TestNodeModel.Work() {
            @Override
            public void validate(final NodeSettingsRO settings) throws InvalidSettingsException {
                if (settings.getInt("seed") == 666) {
                    throw new InvalidSettingsException("int must not be 666");
                }
                if (settings.getInt("seed") == 13) {
                    throw new IllegalStateException("validate runtime");
                }
            }
        });
        final NodeSettings settings = new NodeSettings("model");
        settings.addInt("seed", 5);
        node.loadSettings(settings, null, Map.of());
        assertThat(((TestNodeModel)node.model()).seed()).isEqualTo(5);
        final NodeSettings bad = new NodeSettings("model");
        bad.addInt("seed", 666);
        assertThatThrownBy(() -> node.loadSettings(bad, null, Map.of()))
            .isInstanceOf(InvalidSettingsException.class).hasMessage("int must not be 666");
        bad.addInt("seed", 13);
        assertThatThrownBy(() -> node.loadSettings(bad, null, Map.of()))
            .isInstanceOf(InvalidSettingsException.class).hasMessage("Coding issue: validate runtime");
        assertThatThrownBy(() -> node.loadSettings(new NodeSettings("model"), null, Map.of()))
            .hasMessage("Int for key \"seed\" not found.");
        assertThat(((TestNodeModel)node.model()).seed()).isEqualTo(5);
    }

    @Test
    void variablesOverwriteBeforeTheCheckAndTheGivenSettingsStayAsTheyAre() throws Exception {
        final NodeDriver node = node(new TestNodeModel.Work() {
            @Override
            public PortObjectSpec[] configure(final TestNodeModel model, final PortObjectSpec... in) {
                model.push("mine", 3);
                model.warn("v is " + model.peekFlowVariableInt("v"));
                return null;
            }
        });
        final NodeSettings settings = new NodeSettings("model");
        settings.addInt("seed", 5);
        final NodeSettings variables = new NodeSettings("variables");
        final var leaf = variables.addNodeSettings("tree").addConfig("seed");
        leaf.addString("used_variable", "v");
        leaf.addString("exposed_variable", "out");
        node.loadSettings(settings, variables, Map.of("v", new FlowVariable("v", 9)));
        node.configure();
        assertThat(((TestNodeModel)node.model()).seed()).isEqualTo(9);
        assertThat(settings.getInt("seed")).isEqualTo(5);
        assertThat(node.warning()).map(Message::getSummary).contains("v is 9");
        assertThat(node.outgoingVariables()).containsOnly(Map.entry("out", new FlowVariable("out", 9)),
            Map.entry("mine", new FlowVariable("mine", 3)));
    }

    private static NodeDriver configuring(final Callable<PortObjectSpec[]> specs) {
        return node(new TestNodeModel.Work() {
            @Override
            public PortObjectSpec[] configure(final TestNodeModel model, final PortObjectSpec... in)
                throws InvalidSettingsException {
                try {
                    return specs.call();
                } catch (InvalidSettingsException | RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        });
    }

    @Test
    void configureTellsWhyItRefuses() {
        final NodeFailure expected = catchThrowableOfType(() -> configuring(() -> {
            throw new InvalidSettingsException("configure refuses");
        }).configure(), NodeFailure.class);
        assertThat(expected).hasMessage("configure refuses");
        assertThat(expected.isExpected()).isTrue();
        final NodeFailure broken = catchThrowableOfType(() -> configuring(() -> {
            throw new IllegalStateException("configure runtime");
        }).configure(), NodeFailure.class);
        assertThat(broken).hasMessage("Configure failed (IllegalStateException): configure runtime");
        assertThat(broken.isExpected()).isFalse();
        assertThatThrownBy(() -> configuring(() -> {
            throw new NullPointerException();
        }).configure()).hasMessage("Configure failed (NullPointerException): null");
    }

    @Test
    void specsMayBeUnknown() throws Exception {
        assertThat(configuring(() -> null).configure()).containsExactly(null, null);
        assertThat(configuring(() -> new PortObjectSpec[]{null, new BinSpec(1)}).configure())
            .containsExactly(null, new BinSpec(1));
        assertThat(configuring(() -> new PortObjectSpec[1]).configure()).containsExactly(null, null);
    }

    @Test
    void aMissingTableSpecBecomesAnEmptyOneAndAWrongClassIsRefused() throws Exception {
        final AtomicReference<PortObjectSpec[]> seen = new AtomicReference<>();
        final NodeSettings config = new NodeSettings("c");
        config.addNodeSettings("Optional model").addNodeSettings("port_0").addString("object_class",
            ModelPO.class.getName());
        final NodeDriver node = NodeDriver.create(new TestNodeFactory(new TestNodeModel.Work() {
            @Override
            public PortObjectSpec[] configure(final TestNodeModel model, final PortObjectSpec... in) {
                seen.set(in);
                return null;
            }
        }, false), config);
        assertThat(node.inputTypes()).containsExactly(ModelPO.TYPE, BufferedDataTable.TYPE);
        node.configure(null, null);
        assertThat(seen.get()).containsExactly(null, new DataTableSpec());
        assertThatThrownBy(() -> node.configure(TestNodeModel.SPEC, TestNodeModel.SPEC))
            .isInstanceOf(NodeFailure.class).hasMessageStartingWith("Incompatible port spec at port 0");
        assertThatThrownBy(() -> node.configure(TestNodeModel.SPEC)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anInactiveInputMakesAllOutputsInactive() throws Exception {
        final NodeDriver node = NodeDriver.create(new TestNodeFactory());
        assertThat(node.configure(InactiveBranchPortObjectSpec.INSTANCE)).hasSize(3)
            .containsOnly(InactiveBranchPortObjectSpec.INSTANCE);
        try (NodeExecution execution = execution()) {
            assertThat(node.execute(new PortObject[]{InactiveBranchPortObject.INSTANCE}, execution)).hasSize(3)
                .containsOnly(InactiveBranchPortObject.INSTANCE);
        }
    }
}
