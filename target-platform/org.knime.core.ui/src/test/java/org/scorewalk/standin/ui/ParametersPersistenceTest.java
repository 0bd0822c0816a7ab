// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;

import org.example.golden.PParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;

/** The parameters of the node that was run in KNIME, against the settings that KNIME wrote and refused. */
class ParametersPersistenceTest {

    private static final NodeParametersInput NO_INPUTS =
        new PortsInput(new PortType[0], new PortObjectSpec[0], new PortType[1]);

    private static void assertWrites(final Object parameters, final String golden) throws Exception {
        final var settings = Golden.settings(golden);
        ParametersPersistence.save(parameters, settings.addNodeSettings("model"));
        assertThat(Golden.xml(settings)).isEqualTo(Golden.text(golden));
    }

    @Test
    void writesDefaultsByteForByte() throws Exception {
        assertWrites(ParametersPersistence.create(PParams.class, NO_INPUTS), "p-default.xml");
    }

    @Test
    void writesChangedValuesByteForByte() throws Exception {
        assertWrites(PParams.changed(), "p-changed.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p-default.xml", "p-changed.xml"})
    void readsWhatKnimeWrote(final String golden) throws Exception {
        final var loaded = ParametersPersistence.load(PParams.class, Golden.settings(golden).getNodeSettings("model"));
        assertWrites(loaded, golden);
        final var expected = golden.contains("changed") ? PParams.changed()
            : ParametersPersistence.create(PParams.class, NO_INPUTS);
        assertThat(loaded).hasToString(expected.toString());
    }

    @Test
    void prefersTheConstructorThatTakesTheInput() {
        assertThat(ParametersPersistence.create(PParams.class, NO_INPUTS).toString())
            .contains("origin=input constructor: inTypes=0 inSpecs=0 outTypes=1");
        assertThat(ParametersPersistence.create(PParams.class).toString()).contains("origin=no-arg constructor");
    }

    /** A change of the settings. */
    @FunctionalInterface
    interface Change {

        void apply(NodeSettings model) throws InvalidSettingsException;
    }

    private static Arguments defect(final String name, final String message, final Change change) {
        return Arguments.of(name, message, change);
    }

    static Stream<Arguments> defects() {
        final var modes = "Possible values: LINEAR, QUADRATIC, CUBIC";
        return Stream.of(//
            defect("missing int", "Int for key \"int\" not found.", s -> s.removeConfig("int")),
            defect("missing String", "String for key \"empty\" not found.", s -> s.removeConfig("empty")),
            defect("missing key of @Persist", "Int for key \"other_key\" not found.",
                s -> s.removeConfig("other_key")),
            defect("missing enum", "String for key \"mode\" not found.", s -> s.removeConfig("mode")),
            defect("missing nested key", "Double for key \"weight\" not found.",
                s -> s.getNodeSettings("group").removeConfig("weight")),
            defect("missing nested config", "Config for key \"group\" not found.", s -> s.removeConfig("group")),
            defect("missing array of groups", "Config for key \"groups3\" not found.",
                s -> s.removeConfig("groups3")),
            defect("missing double[]", "ConfigBase for key \"doubles\" not found.", s -> s.removeConfig("doubles")),
            defect("missing Optional", "Double for key \"optDouble\" not found.", s -> s.removeConfig("optDouble")),
            defect("missing ColumnFilter", "Config for key \"columns\" not found.", s -> s.removeConfig("columns")),
            defect("int as String", "Int for key \"int\" not found.", s -> s.addString("int", "7")),
            defect("int as double", "Int for key \"int\" not found.", s -> s.addDouble("int", 7)),
            defect("double as int", "Double for key \"double\" not found.", s -> s.addInt("double", 1)),
            defect("long as int", "Long for key \"long\" not found.", s -> s.addInt("long", 1)),
            defect("boolean as String", "Boolean for key \"flag\" not found.", s -> s.addString("flag", "true")),
            defect("unknown constant", "Invalid value 'QUARTIC'. " + modes, s -> s.addString("mode", "QUARTIC")),
            defect("constant in lower case", "Invalid value 'quadratic'. " + modes,
                s -> s.addString("mode", "quadratic")),
            defect("label of a constant", "Invalid value 'Quadratic mode'. " + modes,
                s -> s.addString("mode", "Quadratic mode")),
            defect("null constant", "Invalid value 'null'. " + modes, s -> s.addString("mode", null)),
            defect("empty constant", "Invalid value ''. " + modes, s -> s.addString("mode", "")),
            defect("element without name", "String for key \"name\" not found.",
                s -> s.getNodeSettings("groups3").getNodeSettings("1").removeConfig("name")),
            defect("array with a gap", "Config for key \"1\" not found.",
                s -> s.getNodeSettings("groups3").removeConfig("1")),
            defect("array-size too large", "Int for key \"3\" not found.",
                s -> s.getNodeSettings("ints").addInt("array-size", 4)),
            defect("refused by validate()", "int must not be 666", s -> s.addInt("int", 666)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void refusesDefects(final String name, final String message, final Change change) throws Exception {
        final var model = Golden.settings("p-default.xml").getNodeSettings("model");
        change.apply(model);
        assertThatThrownBy(() -> ParametersPersistence.load(PParams.class, model).validate())
            .isInstanceOf(InvalidSettingsException.class).hasMessage(message);
    }

    private static String loaded(final Change change) throws Exception {
        final var model = Golden.settings("p-default.xml").getNodeSettings("model");
        change.apply(model);
        final var parameters = ParametersPersistence.load(PParams.class, model);
        parameters.validate();
        return parameters.toString();
    }

    @Test
    void keepsTheDefaultOfAnAbsentFieldThatWasAddedLater() throws Exception {
        assertThat(loaded(model -> model.removeConfig("added"))).contains(";added=42;");
        assertThat(loaded(model -> model.addInt("added", 7))).contains(";added=7;");
    }

    @Test
    void acceptsWhatKnimeAccepts() throws Exception {
        assertThat(loaded(model -> model.addInt("nobody asked for", 1))).contains("int=7;");
        assertThat(loaded(model -> model.addDouble("double", Double.NaN))).contains(";double=NaN;");
        assertThat(loaded(model -> model.addDouble("double", Double.NEGATIVE_INFINITY)))
            .contains(";double=-Infinity;");
        assertThat(loaded(model -> model.getNodeSettings("ints").removeConfig("array-size"))).contains(";ints=null;");
    }

    @Test
    void savesNullWhereKnimeDoes() throws Exception {
        final var parameters = new PParams();
        final var settings = new NodeSettings("model");
        set(parameters, "m_mode", null);
        set(parameters, "m_groups3", null);
        ParametersPersistence.save(parameters, settings);
        assertThat(settings.getString("mode")).isNull();
        assertThat(settings.getNodeSettings("groups3").getBoolean("is_null")).isTrue();
        settings.addString("mode", "CUBIC");
        assertThat(ParametersPersistence.load(PParams.class, settings).toString()).contains(";groups3=null;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"m_group", "m_optDouble", "m_columns"})
    void failsToSaveNullWhereKnimeDoes(final String field) throws Exception {
        final var parameters = new PParams();
        set(parameters, field, null);
        assertThatThrownBy(() -> ParametersPersistence.save(parameters, new NodeSettings("model")))
            .isInstanceOf(NullPointerException.class);
    }

    private static void set(final Object owner, final String name, final Object value) throws Exception {
        final var field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        field.set(owner, value);
    }
}
