// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.FlowVariable;
import org.scorewalk.standin.core.NodeDriver;
import org.scorewalk.standin.ui.NodeInfo;
import org.scorewalk.standin.ui.OptionInfo;

/** Each option of each node can be controlled by a flow variable, and does then what the same value typed does. */
class VariableControlTest {

    static List<String> factories() {
        return Nodes.factories();
    }

    @ParameterizedTest
    @MethodSource("factories")
    void eachOptionFollowsItsVariable(final String factory) throws Exception {
        final Map<String, OptionInfo> options = Nodes.options(NodeInfo.of(Nodes.factory(factory))).stream()
            .filter(o -> o.parts().isEmpty()).collect(Collectors.toMap(OptionInfo::path, o -> o));
        final Map<String, OptionInfo> left = new LinkedHashMap<>(options);
        final NodeSettings defaults = defaults(factory);

        for (final var leaf : SettingsLeaves.of(defaults).entrySet()) {
            final String path = leaf.getKey();
            final OptionInfo option = OtherValues.option(options.values(), path);
            final FlowVariable variable = OtherValues.of(leaf.getValue(), option);
            final NodeSettings typed = copy(defaults);
            OtherValues.type(SettingsLeaves.parent(typed, path), SettingsLeaves.lastKey(path), variable);

            final String expected = outcome(factory, typed, null, Map.of());
            final String found = outcome(factory, defaults, variables(path), Map.of("v", variable));

            assertThat(found).as("%s = %s", path, variable.getValueAsString()).isEqualTo(expected)
                .isNotEqualTo(SettingsLeaves.text(defaults));
            if (option != null) {
                left.remove(option.path());
            }
        }
        assertThat(left.keySet()).as("options that no default settings hold").isEmpty();
    }

    private static NodeSettings defaults(final String factory) {
        try (NodeDriver driver = NodeDriver.create(Nodes.factory(factory))) {
            return driver.saveSettings();
        }
    }

    private static NodeSettings copy(final NodeSettings settings) {
        final var copy = new NodeSettings("model");
        settings.copyTo(copy);
        return copy;
    }

    /** The settings that the node then has, or why it refuses them. */
    private static String outcome(final String factory, final NodeSettings settings, final NodeSettings variables,
        final Map<String, FlowVariable> stack) {
        try (NodeDriver driver = NodeDriver.create(Nodes.factory(factory))) {
            driver.loadSettings(settings, variables, stack);
            return SettingsLeaves.text(driver.saveSettings());
        } catch (final InvalidSettingsException e) {
            return "refused: " + e.getMessage();
        }
    }

    private static NodeSettings variables(final String path) {
        final var variables = new NodeSettings("variables");
        variables.addString("version", "V_2019_09_13");
        var at = variables.addNodeSettings("tree");
        for (final String key : path.split("/")) {
            at = at.addNodeSettings(key);
        }
        at.addString("used_variable", "v");
        at.addString("exposed_variable", null);
        return variables;
    }
}
