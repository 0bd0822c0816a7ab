// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;

import org.example.golden.PNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;
import org.scorewalk.standin.core.NodeDriver;

/** Options overwritten by flow variables, with the values and the messages that KNIME gave. */
class VariableOverwriteTest {

    private static NodeSettings variables(final String... paths) {
        final var variables = new NodeSettings("variables");
        variables.addString("version", "V_2019_09_13");
        final var tree = variables.addNodeSettings("tree");
        for (final var path : paths) {
            NodeSettingsWO at = tree;
            for (final var key : path.split("/")) {
                at = at.addNodeSettings(key);
            }
            at.addString("used_variable", path.endsWith("_is_present") ? "present" : "v");
            at.addString("exposed_variable", null);
        }
        return variables;
    }

    private static NodeDriver load(final FlowVariable value, final String... paths) throws Exception {
        final var node = NodeDriver.create(new PNodeFactory());
        final var stack = Map.of("v", value, "present",
            new FlowVariable("present", VariableType.BooleanType.INSTANCE, true));
        node.loadSettings(Golden.settings("p-default.xml").getNodeSettings("model"), variables(paths), stack);
        return node;
    }

    private static String parameters(final NodeDriver node) {
        return NodeAccess.parameters(node.model()).orElseThrow().toString();
    }

    private static FlowVariable number(final double value) {
        return new FlowVariable("v", value);
    }

    private static FlowVariable integer(final int value) {
        return new FlowVariable("v", value);
    }

    private static FlowVariable text(final String value) {
        return new FlowVariable("v", value);
    }

    private static <T> FlowVariable of(final VariableType<T> type, final T value) {
        return new FlowVariable("v", type, value);
    }

    static Stream<Arguments> accepted() {
        return Stream.of(Arguments.of("int", integer(99), "int=99;"),
            Arguments.of("long", integer(99), ";long=99;"),
            Arguments.of("long", of(VariableType.LongType.INSTANCE, 1234567890123L), ";long=1234567890123;"),
            Arguments.of("double", number(9.75), ";double=9.75;"), Arguments.of("double", integer(9), ";double=9.0;"),
            Arguments.of("flag", of(VariableType.BooleanType.INSTANCE, false), ";flag=false;"),
            Arguments.of("flag", text("false"), ";flag=false;"),
            Arguments.of("text", text("from variable"), ";text=from variable;"),
            Arguments.of("text", integer(5), ";text=5;"), Arguments.of("text", number(5.5), ";text=5.5;"),
            Arguments.of("mode", text("CUBIC"), ";mode=CUBIC;"),
            Arguments.of("group/weight", number(8.5), ";group=8.5/g/1;"),
            Arguments.of("groups3/1/weight", number(8.5), ";groups3=[1.0/a/1, 8.5/b/2, 3.0/c/3];"),
            Arguments.of("groups3/7/weight", number(8.5), ";groups3=[1.0/a/1, 2.0/b/2, 3.0/c/3];"),
            Arguments.of("doubles/1", number(8.5), ";doubles=[0.0, 8.5, 1.0E-300, 1.0E10];"),
            Arguments.of("strings", of(VariableType.StringArrayType.INSTANCE, new String[]{"p", "q"}),
                ";strings=[p, q];"),
            Arguments.of("doubles", of(VariableType.DoubleArrayType.INSTANCE, new Double[]{1.5, 2.5}),
                ";doubles=[1.5, 2.5];"),
            Arguments.of("ints", of(VariableType.IntArrayType.INSTANCE, new Integer[]{8, 9}), ";ints=[8, 9];"),
            Arguments.of("optDouble", number(8.5), ";optDouble=Optional[8.5];"),
            Arguments.of("optDoubleAbsent", number(8.5), ";optDoubleAbsent=Optional.empty;"),
            Arguments.of("other_key", integer(8), ";renamed=8;"), Arguments.of("nope", integer(8), "int=7;"),
            Arguments.of("column", text("other"), ";column=other;"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void overwritesWhatKnimeOverwrites(final String path, final FlowVariable value, final String expected)
        throws Exception {
        assertThat(parameters(load(value, path))).contains(expected);
    }

    @Test
    void givesAnAbsentOptionAValueWhenItsPresenceIsOverwrittenToo() throws Exception {
        assertThat(parameters(load(number(8.5), "optDoubleAbsent", "optDoubleAbsent_is_present")))
            .contains(";optDoubleAbsent=Optional[8.5];");
    }

    static Stream<Arguments> refused() {
        final var modes = "Possible values: LINEAR, QUADRATIC, CUBIC";
        return Stream.of(
            Arguments.of("int", number(99.7),
                "Can't evaluate variable \"v\" as xint expression, it is a DOUBLE (\"\"v\" (DOUBLE: 99.7)\""),
            Arguments.of("int", text("99"),
                "Can't evaluate variable \"v\" as xint expression, it is a STRING (\"\"v\" (STRING: 99)\""),
            Arguments.of("int", of(VariableType.LongType.INSTANCE, 98L),
                "Can't evaluate variable \"v\" as xint expression, it is a LONG (\"\"v\" (LONG: 98)\""),
            Arguments.of("double", text("9.5"),
                "Can't evaluate variable \"v\" as xdouble expression, it is a STRING (\"\"v\" (STRING: 9.5)\""),
            Arguments.of("mode", text("QUARTIC"), "Invalid value 'QUARTIC'. " + modes),
            Arguments.of("mode", text("Linear mode"), "Invalid value 'Linear mode'. " + modes),
            Arguments.of("int", integer(666), "int must not be 666"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatKnimeRefuses(final String path, final FlowVariable value, final String message) {
        assertThatThrownBy(() -> load(value, path)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining(message);
    }
}
