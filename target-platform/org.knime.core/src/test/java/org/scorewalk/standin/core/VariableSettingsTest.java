// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.config.Config;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;

/** The rules that were seen in KNIME, on the settings that KNIME wrote for one option of every kind. */
class VariableSettingsTest {

    private static final FlowVariable INT = new FlowVariable("v", 99);

    private static final FlowVariable LONG = new FlowVariable("v", VariableType.LongType.INSTANCE, 1234567890123L);

    private static final FlowVariable DOUBLE = new FlowVariable("v", 99.7);

    private static final FlowVariable TEXT = new FlowVariable("v", "false");

    private static final FlowVariable BOOLEAN = new FlowVariable("v", VariableType.BooleanType.INSTANCE, false);

    private static NodeSettings model() throws Exception {
        final NodeSettings copy = new NodeSettings("model");
        NodeSettings.loadFromXML(Golden.open(Golden.P_DEFAULT)).getNodeSettings("model").copyTo(copy);
        return copy;
    }

    private static NodeSettings variables(final String path, final String used, final String exposed) {
        final NodeSettings variables = new NodeSettings("variables");
        variables.addString("version", "V_2019_09_13");
        Config at = variables.addConfig("tree");
        for (final String key : path.split("/")) {
            at = at.addConfig(key);
        }
        at.addString("used_variable", used);
        at.addString("exposed_variable", exposed);
        return variables;
    }

    private static NodeSettings overwritten(final String path, final FlowVariable variable) throws Exception {
        final NodeSettings model = model();
        new VariableSettings(variables(path, "v", null)).overwrite(model, Map.of("v", variable));
        return model;
    }

    private static void assertRefused(final String path, final FlowVariable variable, final String message) {
        assertThatThrownBy(() -> overwritten(path, variable)).isInstanceOf(InvalidSettingsException.class)
            .hasMessage("Errors overwriting node settings with flow variables: " + message);
    }

    @Test
    void readsTheOverwriteThatKnimeStored() throws Exception {
        final NodeSettingsRO settings = NodeSettings.loadFromXML(Golden.open(Golden.P_VARIABLE));
        final NodeSettings model = model();
        new VariableSettings(settings.getNodeSettings("variables")).overwrite(model,
            Map.of("v", new FlowVariable("v", 8.5)));
        assertThat(model.getNodeSettings("groups3").getNodeSettings("1").getDouble("weight")).isEqualTo(8.5);
        assertThat(model.getNodeSettings("groups3").getNodeSettings("0").getDouble("weight")).isEqualTo(1.0);
    }

    @Test
    void integersTakeIntegersOnly() throws Exception {
        assertThat(overwritten("int", INT).getInt("int")).isEqualTo(99);
        assertRefused("int", DOUBLE,
            "Can't evaluate variable \"v\" as xint expression, it is a DOUBLE (\"\"v\" (DOUBLE: 99.7)\"");
        assertRefused("int", new FlowVariable("v", "99"),
            "Can't evaluate variable \"v\" as xint expression, it is a STRING (\"\"v\" (STRING: 99)\"");
        assertRefused("int", new FlowVariable("v", VariableType.LongType.INSTANCE, 98L),
            "Can't evaluate variable \"v\" as xint expression, it is a LONG (\"\"v\" (LONG: 98)\"");
    }

    @Test
    void otherNumbersTakeNarrowerOnes() throws Exception {
        assertThat(overwritten("long", INT).getLong("long")).isEqualTo(99);
        assertThat(overwritten("long", LONG).getLong("long")).isEqualTo(1234567890123L);
        assertThat(overwritten("double", DOUBLE).getDouble("double")).isEqualTo(99.7);
        assertThat(overwritten("double", INT).getDouble("double")).isEqualTo(99);
        assertThatThrownBy(() -> overwritten("long", DOUBLE)).isInstanceOf(InvalidSettingsException.class);
        assertThatThrownBy(() -> overwritten("double", LONG)).isInstanceOf(InvalidSettingsException.class);
        assertRefused("double", new FlowVariable("v", "9.5"),
            "Can't evaluate variable \"v\" as xdouble expression, it is a STRING (\"\"v\" (STRING: 9.5)\"");
    }

    @Test
    void truthsTakeTruthsAndTheirTexts() throws Exception {
        assertThat(overwritten("flag", BOOLEAN).getBoolean("flag")).isFalse();
        assertThat(overwritten("flag", TEXT).getBoolean("flag")).isFalse();
        assertThatThrownBy(() -> overwritten("flag", INT)).isInstanceOf(InvalidSettingsException.class);
        assertThatThrownBy(() -> overwritten("flag", new FlowVariable("v", "no")))
            .isInstanceOf(InvalidSettingsException.class);
    }

    @Test
    void textsTakeTextsIntegersAndDoubles() throws Exception {
        assertThat(overwritten("text", TEXT).getString("text")).isEqualTo("false");
        assertThat(overwritten("text", new FlowVariable("v", 5)).getString("text")).isEqualTo("5");
        assertThat(overwritten("text", new FlowVariable("v", 5.5)).getString("text")).isEqualTo("5.5");
        assertThat(overwritten("mode", new FlowVariable("v", "CUBIC")).getString("mode")).isEqualTo("CUBIC");
        assertThatThrownBy(() -> overwritten("text", BOOLEAN)).isInstanceOf(InvalidSettingsException.class);
    }

    @Test
    void elementsAndWholeArraysAreReached() throws Exception {
        final FlowVariable v = new FlowVariable("v", 8.5);
        assertThat(overwritten("group/weight", v).getNodeSettings("group").getDouble("weight")).isEqualTo(8.5);
        assertThat(overwritten("doubles/1", v).getDoubleArray("doubles")).containsExactly(0.0, 8.5, 1.0E-300, 1.0E10);
        assertThat(overwritten("strings",
            new FlowVariable("v", VariableType.StringArrayType.INSTANCE, new String[]{"p", "q"}))
                .getStringArray("strings")).containsExactly("p", "q");
        assertThat(overwritten("doubles",
            new FlowVariable("v", VariableType.DoubleArrayType.INSTANCE, new Double[]{1.5, 2.5}))
                .getDoubleArray("doubles")).containsExactly(1.5, 2.5);
        assertThat(
            overwritten("ints", new FlowVariable("v", VariableType.IntArrayType.INSTANCE, new Integer[]{8, 9}))
                .getIntArray("ints")).containsExactly(8, 9);
        assertThatThrownBy(() -> overwritten("ints", INT)).isInstanceOf(InvalidSettingsException.class);
    }

    @Test
    void whatDoesNotExistIsPassedOver() throws Exception {
        final FlowVariable v = new FlowVariable("v", 8.5);
        assertThat(overwritten("groups3/7/weight", v)).isEqualTo(model());
        assertThat(overwritten("nope", v)).isEqualTo(model());
        assertThat(overwritten("int/deeper", v)).isEqualTo(model());
    }

    @Test
    void aVariableThatIsNotThereIsAnErrorUnlessNoneIsUsed() throws Exception {
        assertThatThrownBy(
            () -> new VariableSettings(variables("int", "absent", null)).overwrite(model(), Map.of("v", INT)))
                .hasMessage("Errors overwriting node settings with flow variables: Unknown variable \"absent\"");
        final NodeSettings model = model();
        new VariableSettings(variables("int", null, null)).overwrite(model, Map.of());
        new VariableSettings(null).overwrite(model, Map.of());
        assertThat(model).isEqualTo(model());
    }

    @Test
    void settingsBecomeVariables() throws Exception {
        final Map<String, String> types = new HashMap<>();
        for (final String key : new String[]{"int", "long", "double", "flag", "mode", "optDouble"}) {
            new VariableSettings(variables(key, null, "ex")).exposed(model())
                .forEach((name, v) -> types.put(key, v.toString()));
        }
        assertThat(types).containsOnly(Map.entry("int", "\"ex\" (INTEGER: 7)"),
            Map.entry("long", "\"ex\" (LONG: 123456789012)"), Map.entry("double", "\"ex\" (DOUBLE: 0.1)"),
            Map.entry("flag", "\"ex\" (BOOLEAN: true)"), Map.entry("mode", "\"ex\" (STRING: QUADRATIC)"),
            Map.entry("optDouble", "\"ex\" (DOUBLE: 2.5)"));
    }

    @Test
    void readsTheWorkflowVariablesThatKnimeStored() throws Exception {
        final NodeSettingsRO stored =
            NodeSettings.loadFromXML(Golden.open("p/flow-variable/workflow/workflow.knime"))
                .getNodeSettings("workflow_variables");
        assertThat(FlowVariable.load(stored.getNodeSettings("Var_0"))).isEqualTo(new FlowVariable("v", 8.5));
        assertThat(FlowVariable.load(stored.getNodeSettings("Var_1")))
            .isEqualTo(new FlowVariable("b", VariableType.BooleanType.INSTANCE, true));
        final NodeSettings written = new NodeSettings("Var_0");
        new FlowVariable("v", 8.5).save(written);
        assertThat(written).isEqualTo(stored.getNodeSettings("Var_0"));
        written.addString("class", "NONSENSE");
        assertThatThrownBy(() -> FlowVariable.load(written)).hasMessageContaining("NONSENSE");
    }
}
