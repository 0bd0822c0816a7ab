// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.ModelContent;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.scorewalk.standin.core.Golden;

class SettingsXmlTest {

    private static byte[] write(final ConfigBaseRO config) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        config.saveToXML(out);
        return out.toByteArray();
    }

    private static NodeSettingsRO read(final String body) throws IOException {
        return NodeSettings.loadFromXML(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static NodeSettings throughXml(final NodeSettings settings) throws IOException {
        return (NodeSettings)NodeSettings.loadFromXML(new ByteArrayInputStream(write(settings)));
    }

    @ParameterizedTest
    @ValueSource(strings = {Golden.P_DEFAULT, "p/changed/workflow/Golden P (#1)/settings.xml", Golden.P_VARIABLE,
        "p/default/workflow/workflow.knime", "p/flow-variable/workflow/workflow.knime", Golden.Q_BOTH,
        Golden.Q_ABSENT, "q/both/workflow-configured/workflow.knime", "q/view-settings/settings.xml",
        "q/both/workflow-executed/Golden Q (#3)/settings.xml",
        "q/both/workflow-executed/Golden Q (#3)/port_2/spec.xml",
        "p/flow-variable/workflow/Golden P (#1)/port_1/spec.xml"})
    void writesAgainByteForByteWhatItRead(final String file) throws IOException {
        final NodeSettingsRO settings = NodeSettings.loadFromXML(Golden.open(file));
        assertThat(new String(write(settings), StandardCharsets.UTF_8))
            .isEqualTo(new String(Golden.bytes(file), StandardCharsets.UTF_8));
    }

    @Test
    void readsTheValuesThatTheGoldenNodeSaved() throws Exception {
        final NodeSettingsRO model =
            NodeSettings.loadFromXML(Golden.open(Golden.P_DEFAULT)).getNodeSettings("model");
        assertThat(model.getInt("int")).isEqualTo(7);
        assertThat(model.getLong("long")).isEqualTo(123456789012L);
        assertThat(model.getDouble("double")).isEqualTo(0.1);
        assertThat(model.getBoolean("flag")).isTrue();
        assertThat(model.getString("text"))
            .isEqualTo("line1\nline2\r\n\ttab ä€中\uD83D\uDE00 <a&b> \"q\" 'p' % %% %%00010 end ");
        assertThat(model.getString("empty")).isEmpty();
        assertThat(model.getString("nullText")).isNull();
        assertThat(model.getDoubleArray("doubles")).containsExactly(0.0, -1.5, 1.0E-300, 1.0E10);
        assertThat(model.getIntArray("ints")).containsExactly(3, -2, 1);
        assertThat(model.getStringArray("strings")).containsExactly("a", "", "x\ny");
        assertThat(model.getDoubleArray("noDoubles")).isEmpty();
    }

    @Test
    void takesTheKeyOfTheRootFromTheFile() throws Exception {
        assertThat(NodeSettings.loadFromXML(Golden.open(Golden.P_DEFAULT)).getKey()).isEqualTo("settings.xml");
    }

    @Test
    void everyTypeOfLeafAndArraySurvives() throws Exception {
        final NodeSettings s = new NodeSettings("root");
        s.addInt("i", Integer.MIN_VALUE);
        s.addLong("l", Long.MIN_VALUE);
        s.addDouble("d", Double.MIN_VALUE);
        s.addDouble("negativeZero", -0.0);
        s.addDouble("nan", Double.NaN);
        s.addDouble("inf", Double.NEGATIVE_INFINITY);
        s.addFloat("f", 1.5f);
        s.addShort("s", (short)-3);
        s.addByte("b", (byte)-128);
        s.addChar("c", '%');
        s.addBoolean("t", true);
        s.addString("text", "x");
        s.addString("null", null);
        s.addIntArray("ia", 1, 2);
        s.addDoubleArray("empty");
        s.addDoubleArray("nullArray", (double[])null);
        s.addBooleanArray("ba", true, false);
        s.addStringArray("sa", "a", null);
        s.addLongArray("la", 5L);
        s.addFloatArray("fa", 0.1f);
        s.addByteArray("bya", (byte)1);
        s.addShortArray("sha", (short)2);
        s.addCharArray("ca", '\n', 'x');
        final NodeSettings r = throughXml(s);
        assertThat(r).isEqualTo(s);
        assertThat(r.keySet()).containsExactlyElementsOf(s.keySet());
        assertThat(r.getDouble("nan")).isNaN();
        assertThat(1 / r.getDouble("negativeZero")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(r.getDoubleArray("nullArray")).isNull();
        assertThat(r.getDoubleArray("empty")).isEmpty();
        assertThat(r.getStringArray("sa")).containsExactly("a", null);
        assertThat(r.getCharArray("ca")).containsExactly('\n', 'x');
        assertThat(r.getByte("b")).isEqualTo((byte)-128);
        assertThat(r.getFloat("f")).isEqualTo(1.5f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "%", "%%", "%%%", "%%%%", "%%00010", "a%", "%%1234", "%%99999", "\u0000",
        "\n\r\t", "\uD83D\uDE00", "\uFFFE", "\uE000", "<>&\"'", "]]>", "ä€中", "\u0085\u2028"})
    void everyTextSurvives(final String text) throws Exception {
        final NodeSettings s = new NodeSettings("root");
        s.addString("text", text);
        s.addNodeSettings("nested").addString("a<b>&\"c", text);
        assertThat(throughXml(s)).isEqualTo(s);
        assertThat(throughXml(s).getString("text")).isEqualTo(text);
    }

    /** Java since 24 refuses that of its own, and configs within configs more than 100 deep. */
    @Test
    void manyEscapedSignsAndDeepConfigsAreRead() throws Exception {
        final var settings = new NodeSettings("settings.xml");
        settings.addString("text", "<&>".repeat(200_000));
        NodeSettings at = settings;
        for (int depth = 0; depth < 150; depth++) {
            final var inner = new NodeSettings("inner");
            at.addEntry(inner);
            at = inner;
        }
        final var out = new ByteArrayOutputStream();
        settings.saveToXML(out);

        assertThat(NodeSettings.loadFromXML(new ByteArrayInputStream(out.toByteArray()))).isEqualTo(settings);
    }

    @Test
    void escapesTextsLikeKnime() throws Exception {
        final NodeSettings s = new NodeSettings("root");
        s.addString("text", "\n\r\t%%\uD83D\uDE00%");
        assertThat(new String(write(s), StandardCharsets.UTF_8))
            .contains("value=\"%%00010%%00013%%00009%%00037%%%55357%%56832%\"");
    }

    @Test
    void aKeyOfAnotherTypeIsNotFoundAndNoNumberIsWidened() {
        final NodeSettings s = new NodeSettings("root");
        s.addInt("int", 1);
        s.addLong("long", 1);
        s.addString("text", "true");
        assertThatThrownBy(() -> s.getDouble("int")).hasMessage("Double for key \"int\" not found.");
        assertThatThrownBy(() -> s.getInt("long")).hasMessage("Int for key \"long\" not found.");
        assertThatThrownBy(() -> s.getLong("int")).hasMessage("Long for key \"int\" not found.");
        assertThatThrownBy(() -> s.getBoolean("text")).hasMessage("Boolean for key \"text\" not found.");
        assertThatThrownBy(() -> s.getString("int")).hasMessage("String for key \"int\" not found.");
        assertThatThrownBy(() -> s.getNodeSettings("group")).hasMessage("Config for key \"group\" not found.");
        assertThatThrownBy(() -> s.getDoubleArray("doubles"))
            .hasMessage("ConfigBase for key \"doubles\" not found.");
        assertThat(s.getDouble("int", 2.5)).isEqualTo(2.5);
        assertThat(s.getString("absent", "def")).isEqualTo("def");
        assertThat(s.getIntArray("absent", 4)).containsExactly(4);
    }

    @Test
    void anArraySizeBeyondTheEntriesNamesTheFirstMissingOne() {
        final NodeSettings s = new NodeSettings("root");
        s.addIntArray("ints", 1, 2, 3);
        ((ConfigBase)s.getEntry("ints")).addInt("array-size", Integer.MAX_VALUE);
        assertThatThrownBy(() -> s.getIntArray("ints")).hasMessage("Int for key \"3\" not found.");
    }

    @Test
    void addingAKeyAgainKeepsItsPlace() throws Exception {
        final NodeSettings s = new NodeSettings("root");
        s.addInt("a", 1);
        s.addInt("b", 2);
        s.addString("a", "again");
        assertThat(s.keySet()).containsExactly("a", "b");
        assertThat(s.getString("a")).isEqualTo("again");
    }

    @Test
    void aCopyIsEqualAndIndependent() {
        final NodeSettings s = new NodeSettings("root");
        s.addNodeSettings("nested").addInt("i", 1);
        s.addString("null", null);
        final NodeSettings copy = new NodeSettings("root");
        s.copyTo(copy);
        assertThat(copy).isEqualTo(s);
        ((ConfigBase)copy.getEntry("nested")).addInt("i", 2);
        assertThat(copy).isNotEqualTo(s);
    }

    @Test
    void loadKeepsTheKeyAndReplacesTheContent() throws Exception {
        final ModelContent content = new ModelContent("mine");
        content.addInt("old", 1);
        content.load(Golden.open(Golden.P_DEFAULT));
        assertThat(content.getKey()).isEqualTo("mine");
        assertThat(content.containsKey("old")).isFalse();
        assertThat(content.getModelContent("model").getInt("int")).isEqualTo(7);
    }

    @Test
    void savingClosesTheStream() throws Exception {
        final boolean[] closed = {false};
        new NodeSettings("root").saveToXML(new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        });
        assertThat(closed[0]).isTrue();
    }

    @Test
    void theLastOfTwoEqualKeysInAFileCounts() throws Exception {
        assertThat(read("<config key=\"r\"><entry key=\"a\" type=\"xint\" value=\"1\"/>"
            + "<entry key=\"a\" type=\"xint\" value=\"2\"/></config>").getInt("a")).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNoConfiguration() {
        assertThatThrownBy(() -> read("")).isInstanceOf(IOException.class)
            .hasMessageStartingWith("Unable to parse xml: line=1");
        assertThatThrownBy(() -> read("<config key=\"r\"><config key=\"a\">")).isInstanceOf(IOException.class)
            .hasMessageContaining("must start and end within the same entity");
        assertThatThrownBy(() -> read("<config key=\"r\"><thing/></config>")).isInstanceOf(IOException.class)
            .hasMessageContaining("\"thing\" is not a valid tag name.");
        assertThatThrownBy(
            () -> read("<config key=\"r\"><entry key=\"int\" type=\"xuint\" value=\"1\"/></config>"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Invalid type ('xuint') for key 'int' in XML file.");
        assertThatThrownBy(
            () -> read("<config key=\"r\"><entry key=\"int\" type=\"xint\" value=\"seven\"/></config>"))
                .isInstanceOf(IOException.class).hasMessageContaining("For input string: \"seven\"");
        assertThatThrownBy(
            () -> read("<config key=\"r\"><entry key=\"b\" type=\"xboolean\" value=\"maybe\"/></config>"))
                .isInstanceOf(IOException.class).hasMessageContaining("'b'");
        assertThatThrownBy(() -> read("<config key=\"r\"><entry type=\"xint\" value=\"1\"/></config>"))
            .isInstanceOf(IOException.class).hasMessageContaining("\"key\"");
        assertThatThrownBy(() -> read("<config key=\"r\">text</config>")).isInstanceOf(IOException.class)
            .hasMessageContaining("text");
        assertThatThrownBy(() -> read("<entry key=\"a\" type=\"xint\" value=\"1\"/>"))
            .isInstanceOf(IOException.class);
    }

    @Test
    void refusesDocumentTypesSoThatNoEntityIsResolved() {
        assertThatThrownBy(() -> read("<!DOCTYPE config [<!ENTITY e SYSTEM \"file:/etc/hostname\">]>"
            + "<config key=\"r\"><entry key=\"a\" type=\"xstring\" value=\"&e;\"/></config>"))
                .isInstanceOf(IOException.class).hasMessageContaining("DOCTYPE");
    }
}
