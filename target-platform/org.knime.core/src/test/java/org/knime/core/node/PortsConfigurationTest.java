// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.example.golden.BinPO;
import org.example.golden.ModelPO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.ConfigurableNodeFactory.PortsConfigurationBuilder;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.image.ImagePortObject;
import org.scorewalk.standin.core.Golden;
import org.scorewalk.standin.core.TestNodeFactory;

class PortsConfigurationTest {

    private static ModifiablePortsConfiguration ports(final ModifiableNodeCreationConfiguration config) {
        return config.getPortConfig().orElseThrow();
    }

    private static NodeSettingsRO stored(final String file) throws Exception {
        return NodeSettings.loadFromXML(Golden.open(file)).getNodeSettings("node_creation_config");
    }

    @ParameterizedTest
    @ValueSource(strings = {Golden.Q_BOTH, Golden.Q_ABSENT})
    void readsAndWritesAgainThePortsThatKnimeStored(final String file) throws Exception {
        final ModifiableNodeCreationConfiguration config = new TestNodeFactory().createNodeCreationConfig();
        config.loadSettingsFrom(stored(file));
        final NodeSettings written = new NodeSettings("node_creation_config");
        config.saveSettingsTo(written);
        assertThat(written).isEqualTo(stored(file));
        assertThat(written.keySet()).containsExactlyElementsOf(stored(file).keySet());
    }

    @Test
    void addedPortsStandInTheOrderOfTheGroups() throws Exception {
        final ModifiableNodeCreationConfiguration config = new TestNodeFactory().createNodeCreationConfig();
        assertThat(ports(config).getInputPorts()).containsExactly(BufferedDataTable.TYPE);
        config.loadSettingsFrom(stored(Golden.Q_BOTH));
        final PortsConfiguration ports = ports(config);
        assertThat(ports.getInputPorts()).containsExactly(BufferedDataTable.TYPE, ModelPO.TYPE,
            BufferedDataTable.TYPE);
        assertThat(ports.getInputPorts()).noneMatch(PortType::isOptional);
        assertThat(ports.getOutputPorts()).containsExactly(ModelPO.TYPE, BufferedDataTable.TYPE,
            ImagePortObject.TYPE);
        assertThat(ports.getPortGroupNames()).containsExactly("Optional table", "Optional model", "Table", "Model",
            "Result", "Image");
        assertThat(ports.getInputPortLocation()).containsOnlyKeys("Optional table", "Optional model", "Table");
        assertThat(ports.getInputPortLocation().get("Table")).containsExactly(2);
        assertThat(ports.getOutputPortLocation().get("Image")).containsExactly(2);
    }

    @Test
    void aGroupThatIsAbsentOrUnknownInTheFileIsNoError() throws Exception {
        final ModifiableNodeCreationConfiguration config = new TestNodeFactory().createNodeCreationConfig();
        final NodeSettings settings = new NodeSettings("c");
        settings.addNodeSettings("unknown group").addNodeSettings("port_0").addString("object_class", "x");
        config.loadSettingsFrom(settings);
        assertThat(ports(config).getInputPorts()).containsExactly(BufferedDataTable.TYPE);
    }

    @Test
    void aPortTypeThatIsNotInstalledOrNotSupportedIsRefused() {
        final ModifiableNodeCreationConfiguration config = new TestNodeFactory().createNodeCreationConfig();
        final NodeSettings settings = new NodeSettings("c");
        settings.addNodeSettings("Optional model").addNodeSettings("port_0").addString("object_class", "no.Such");
        assertThatThrownBy(() -> config.loadSettingsFrom(settings)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("no.Such");
        settings.addNodeSettings("Optional model").addNodeSettings("port_0").addString("object_class",
            BinPO.class.getName());
        assertThatThrownBy(() -> config.loadSettingsFrom(settings)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("Golden Binary");
    }

    @Test
    void portsAreAddedUpToTheirNumberAndACopyIsIndependent() {
        final ModifiableNodeCreationConfiguration config = new TestNodeFactory().createNodeCreationConfig();
        final ModifiableNodeCreationConfiguration copy = config.copy();
        final ExtendablePortGroup group = ports(config).getExtendablePorts().get("Optional model");
        assertThat(group.canAddPort()).isTrue();
        group.addPort(ModelPO.TYPE);
        assertThat(group.canAddPort()).isFalse();
        assertThatThrownBy(() -> group.addPort(ModelPO.TYPE)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ports(copy).getInputPorts()).hasSize(1);
        assertThat(group.removeLastPort()).isEqualTo(ModelPO.TYPE);
        assertThat(ports(config).getInputPorts()).hasSize(1);
    }

    @Test
    void groupsOfAnyNumberAndExchangeablePorts() throws Exception {
        final PortsConfigurationBuilder b = new PortsConfigurationBuilder();
        b.addExtendableInputPortGroup("many", new PortType[]{BufferedDataTable.TYPE}, ModelPO.TYPE, BinPO.TYPE);
        b.addExchangeableOutputPortGroup("any", ModelPO.TYPE, ModelPO.TYPE, BinPO.TYPE);
        b.addOptionalInputPortGroupWithDefault("there", BinPO.TYPE, BinPO.TYPE);
        final GroupedPorts ports = b.build();
        ports.getExtendablePorts().get("many").addPort(BinPO.TYPE);
        ports.getExtendablePorts().get("many").addPort(ModelPO.TYPE);
        ports.getExchangeablePorts().get("any").setSelectedPortType(BinPO.TYPE);
        final NodeSettings settings = new NodeSettings("c");
        ports.saveSettingsTo(settings);
        final ModifiablePortsConfiguration again = b.build();
        again.loadSettingsFrom(settings);
        assertThat(again.getInputPorts()).containsExactly(BufferedDataTable.TYPE, BinPO.TYPE, ModelPO.TYPE,
            BinPO.TYPE);
        assertThat(again.getOutputPorts()).containsExactly(BinPO.TYPE);
    }

    @Test
    void namesOfGroupsMustDiffer() {
        final PortsConfigurationBuilder b = new PortsConfigurationBuilder();
        b.addFixedInputPortGroup("x", BufferedDataTable.TYPE);
        assertThatThrownBy(() -> b.addFixedOutputPortGroup("x", BufferedDataTable.TYPE))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("A port group with the given name already exists");
    }
}
