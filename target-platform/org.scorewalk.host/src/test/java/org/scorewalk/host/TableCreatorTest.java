// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * KNIME's Table Creator through its stand-ins. The tables below were compared with those that KNIME 5.12 itself makes
 * of the same files, and so was what it saves again.
 */
class TableCreatorTest {

    private static final String TABLE = """
        {'nodes': [{'node': 'Table Creator', 'table': {
          'columns': {'n': 'int', 'x': 'double', 's': 'string', 'b': 'boolean', 'l': 'long'},
          'rows': [[1, 28.0, 'a b', true, 5], [2, -3.5e-3, null, false, null], [3, null, 'ü', null, 7]]}}]}""";

    private static final String CSV = "Table Creator (#1) - Manually created table.csv";

    @TempDir
    Path m_folder;

    private Path settings(final Path workflow) {
        return workflow.resolve("Table Creator (#1)/settings.xml");
    }

    private String run(final Path workflow) throws IOException {
        final Path out = m_folder.resolve("out");
        final var result = Program.run(workflow, "--out", out, "--quiet");
        assertThat(result.err()).isEmpty();
        return Files.readString(out.resolve(CSV));
    }

    /** Changes the node's settings and expects that the workflow is refused. */
    private String refuses(final int code, final String what, final String by) throws IOException {
        final Path workflow = Program.workflow(m_folder, "table", TABLE);
        Program.replace(settings(workflow), what.replace('!', '"'), by.replace('!', '"'));
        final var result = Program.run(workflow, "--out", m_folder.resolve("out"), "--quiet");
        assertThat(result.code()).as(result.err()).isEqualTo(code);
        assertThat(result.err()).doesNotContain("\tat ");
        return result.err();
    }

    @Test
    void givesTheTableThatWasTyped() throws IOException {
        assertThat(run(Program.workflow(m_folder, "table", TABLE))).isEqualTo("""
            "RowID","n","x","s","b","l"
            "Row0",1,28.0,"a b","true",5
            "Row1",2,-0.0035,,"false",
            "Row2",3,,"ü",,7
            """);
    }

    @Test
    void isStoredAsKnimeStoresIt() throws IOException {
        final Path workflow = Program.workflow(m_folder, "table", """
            {'nodes': [{'node': 'Table Creator',
              'table': {'columns': {'column1': 'string'}, 'rows': [['test'], ['test'], ['test']]}}]}""");

        // written by KNIME 4.5 and by 5.12 alike
        assertThat(Files.readString(settings(workflow)).replace("    ", "")).contains("""
            <config key="model">
            <config key="rowIndices">
            <entry key="array-size" type="xint" value="3"/>
            <entry key="0" type="xint" value="0"/>
            <entry key="1" type="xint" value="1"/>
            <entry key="2" type="xint" value="2"/>
            </config>
            <config key="columnIndices">
            <entry key="array-size" type="xint" value="3"/>
            <entry key="0" type="xint" value="0"/>
            <entry key="1" type="xint" value="0"/>
            <entry key="2" type="xint" value="0"/>
            </config>
            <config key="values">
            <entry key="array-size" type="xint" value="3"/>
            <entry key="0" type="xstring" value="test"/>
            <entry key="1" type="xstring" value="test"/>
            <entry key="2" type="xstring" value="test"/>
            </config>
            <entry key="rowIdPrefix" type="xstring" value="Row"/>
            <entry key="rowIdSuffix" type="xstring" value=""/>
            <entry key="rowIdStartValue" type="xint" value="0"/>
            <entry key="highlightOutputTable" type="xboolean" value="false"/>
            <config key="columnProperties">
            <config key="0">
            <entry key="UserSetValues" type="xboolean" value="false"/>
            <entry key="MissValuePattern" type="xstring" value=""/>
            <entry key="FormatParameter" type="xstring" isnull="true" value=""/>
            <entry key="ReadPossValsFromFile" type="xboolean" value="false"/>
            <entry key="SkipThisColumn" type="xboolean" value="false"/>
            <entry key="ColumnName" type="xstring" value="column1"/>
            <config key="ColumnClass">
            <entry key="cell_class" type="xstring" value="org.knime.core.data.def.StringCell"/>
            <entry key="is_null" type="xboolean" value="false"/>
            </config>
            </config>
            </config>
            </config>
            """).contains("""
            <entry key="factory" type="xstring" value="org.knime.base.node.io.tablecreator.TableCreator2NodeFactory"/>
            <entry key="node-name" type="xstring" value="Table Creator"/>
            <entry key="node-bundle-name" type="xstring" value="KNIME Base Nodes"/>
            <entry key="node-bundle-symbolic-name" type="xstring" value="org.knime.base"/>
            <entry key="node-bundle-vendor" type="xstring" value="KNIME AG, Zurich, Switzerland"/>
            """).contains("org.knime.features.base.feature.group").doesNotContain("node_creation_config");
    }

    @Test
    void readsRowIdsMissingPatternsAndSkippedColumns() throws IOException {
        final Path workflow = Program.workflow(m_folder, "table", TABLE);
        final Path file = settings(workflow);
        Program.replace(file, "rowIdPrefix\" type=\"xstring\" value=\"Row\"",
            "rowIdPrefix\" type=\"xstring\" value=\"r\"");
        Program.replace(file, "rowIdSuffix\" type=\"xstring\" value=\"\"",
            "rowIdSuffix\" type=\"xstring\" value=\"!\"");
        Program.replace(file, "rowIdStartValue\" type=\"xint\" value=\"0\"",
            "rowIdStartValue\" type=\"xint\" value=\"7\"");
        // each column has the line; those of n and s are changed
        String text = Files.readString(file);
        text = inColumn(text, "n", "<entry key=\"MissValuePattern\" type=\"xstring\" value=\"\"/>",
            "<entry key=\"MissValuePattern\" type=\"xstring\" value=\"2\"/>");
        text = inColumn(text, "b", "<entry key=\"SkipThisColumn\" type=\"xboolean\" value=\"false\"/>",
            "<entry key=\"SkipThisColumn\" type=\"xboolean\" value=\"true\"/>");
        Files.writeString(file, inColumn(text, "s", "<entry key=\"MissValuePattern\" type=\"xstring\" value=\"\"/>",
            "<entry key=\"MissValuePattern\" type=\"xstring\" isnull=\"true\" value=\"\"/>"));

        assertThat(run(workflow)).isEqualTo("""
            "RowID","n","x","s","l"
            "r7!",1,28.0,"a b",5
            "r8!",,-0.0035,"",
            "r9!",3,,"ü",7
            """);
    }

    /** Replaces the last such text before the column's name. */
    private static String inColumn(final String text, final String column, final String what, final String by) {
        final int name = text.indexOf("<entry key=\"ColumnName\" type=\"xstring\" value=\"" + column + "\"/>");
        final int at = text.lastIndexOf(what, name);
        assertThat(at).isPositive();
        return text.substring(0, at) + by + text.substring(at + what.length());
    }

    @Test
    void theModernOneRunsToo() throws IOException {
        final Path workflow = Program.workflow(m_folder, "table", TABLE);
        final String text = Files.readString(settings(workflow));
        final int start = text.indexOf("<config key=\"rowIndices\">");
        final int end = text.indexOf("<entry key=\"customDescription\"");
        Files.writeString(settings(workflow), (text.substring(0, start) + """
            <config key="columns">
              <config key="0"><entry key="name" type="xstring" value="i"/>
                <config key="type"><entry key="cell_class" type="xstring" value="org.knime.core.data.def.IntCell"/>
                  <entry key="is_null" type="xboolean" value="false"/></config>
                <config key="values"><entry key="array-size" type="xint" value="2"/>
                  <entry key="0" type="xstring" value=" +4 "/>
                  <entry key="1" type="xstring" isnull="true" value=""/></config></config>
              <config key="1"><entry key="name" type="xstring" value="s"/>
                <config key="type"><entry key="cell_class" type="xstring" value="org.knime.core.data.def.StringCell"/>
                  <entry key="is_null" type="xboolean" value="false"/></config>
                <config key="values"><entry key="array-size" type="xint" value="1"/>
                  <entry key="0" type="xstring" value=""/></config></config>
            </config>
            <entry key="numRows" type="xlong" value="3"/>
            </config>
            """ + text.substring(end)).replace("TableCreator2NodeFactory", "TableCreator3NodeFactory"));

        assertThat(run(workflow)).isEqualTo("""
            "RowID","i","s"
            "Row0",4,""
            "Row1",,
            "Row2",,
            """);
    }

    @Test
    void savesWhatItLoaded() throws IOException {
        final Path workflow = Program.workflow(m_folder, "table", TABLE);
        final Path saved = m_folder.resolve("table.knwf");
        final Path again = Files.createDirectory(m_folder.resolve("again")).resolve("table.knwf");

        assertThat(Program.run(workflow, "--no-run", "--save", saved).code()).isZero();
        assertThat(Program.run(saved, "--no-run", "--save", again).code()).isZero();

        assertThat(again).hasSameBinaryContentAs(saved);
        assertThat(Program.run("--list", saved).out()).isEqualTo(Program.run("--list", workflow).out());
        assertThat(run(saved)).isEqualTo(run(workflow));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TableCreator2NodeFactory", "TableCreator3NodeFactory"})
    void takesATableFromAFile(final String factory) throws IOException {
        final Path workflow = Program.workflow(m_folder, "table", TABLE);
        if (factory.contains("3")) { // one that was never configured
            Program.replace(settings(workflow), "TableCreator2NodeFactory", factory);
            Program.replace(settings(workflow), "<config key=\"model\">", "<config key=\"old\">");
            Program.replace(settings(workflow), "value=\"CONFIGURED\"", "value=\"IDLE\"");
        }
        final Path csv = Files.writeString(m_folder.resolve("my.csv"), "\uFEFFx; \"my; name\";n;big;flag;code\r\n"
            + "1.5;a;1;1;true;1d\r\n\r\n-2;\"b;\"\"c\"\"\";2;3000000000;FALSE;2\r\n;;;;;\r\n4e3;d;3;4;true;3\r\n");
        final Path saved = m_folder.resolve("mine.knwf");

        final var result = Program.run(workflow, "--set", "Table Creator.csv=" + csv, "--no-run", "--save", saved);

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(run(saved)).isEqualTo("""
            "RowID","x","my; name","n","big","flag","code"
            "Row0",1.5,"a",1,1,"true","1d"
            "Row1",-2.0,"b;""c""\",2,3000000000,"false","2"
            "Row2",,,,,,
            "Row3",4000.0,"d",3,4,"true","3"
            """);
    }

    /** The files of results have a column with the RowIDs. */
    @Test
    void takesATableThatItWrote() throws IOException {
        final Path workflow = Program.workflow(m_folder, "table", TABLE);
        final String before = run(workflow);
        final Path csv = Files.writeString(m_folder.resolve("copy.csv"), before);

        final var result = Program.run(workflow, "--set", "#1.csv=" + csv, "--out", m_folder.resolve("out2"));

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(m_folder.resolve("out2").resolve(CSV)).hasContent(before.stripTrailing());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { //
        "'' | it is empty", "'a,a\n1,2\n' | the name 'a' twice", "'a,b\n1\n' | row 2 has 1 cells, but the header has 2",
        "'a,b\n\"1\"x,2\n' | no valid CSV"})
    void refusesAFileThatIsNoTable(final String text, final String message) throws IOException {
        final Path workflow = Program.workflow(m_folder, "table", TABLE);
        final Path csv = Files.writeString(m_folder.resolve("bad.csv"), text.replace("\\n", "\n"));

        for (final Path file : new Path[]{csv, m_folder.resolve("none.csv")}) {
            final var result = Program.run(workflow, "--set", "#1.csv=" + file, "--out", m_folder.resolve("out"));

            assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.USAGE);
            assertThat(result.err()).contains("\"Table Creator\" (#1)").contains(file.toString())
                .contains(file.equals(csv) ? message : "none.csv").doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.knime.core.data.date.DateAndTimeCell", "org.knime.core.data.def.ComplexNumberCell"})
    void refusesATypeThatItDoesNotMake(final String type) throws IOException {
        assertThat(refuses(ExitCode.NOT_LOADABLE, "org.knime.core.data.def.LongCell", type))
            .contains("\"Table Creator\" (#1): its column \"l\" has cells of the class '" + type + "'")
            .contains("run the workflow in KNIME");
    }

    @Test
    void saysWhatItDoesNotUse() throws IOException {
        final Path workflow = Program.workflow(m_folder, "table", TABLE);
        Program.replace(settings(workflow), "<entry key=\"ColumnName\" type=\"xstring\" value=\"x\"/>",
            "<entry key=\"ColumnName\" type=\"xstring\" value=\"x\"/><config key=\"LowerBound\"/>");

        final var result = Program.run(workflow, "--no-run");

        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("note: Node \"Table Creator\" (#1): the bounds or values typed for the domain"
            + " of its column \"x\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { //
        "<entry key=!2! type=!xint! value=!2!/> | <entry key=!2! type=!xint! value=!9!/> | for every column", //
        "<entry key=!1! type=!xint! value=!1!/> | <entry key=!1! type=!xint! value=!0!/> | or a cell has two", //
        "<entry key=!10! type=!xint! value=!2!/> | <entry key=!10! type=!xint! value=!2000000000!/> | too many", //
        "<entry key=!10! type=!xint! value=!2!/> | '' | 10", //
        "type=!xstring! value=!28.0!/> | type=!xstring! isnull=!true! value=!!/> | is missing", //
        "<entry key=!ColumnName! type=!xstring! value=!s!/> | <entry key=!ColumnName! type=!xstring! isnull=!true! "
            + "value=!!/> | has no name", //
        "<entry key=!array-size! type=!xint! value=!11!/> | '' | is missing", //
        "<entry key=!SkipThisColumn! type=!xboolean! value=!false!/> | <entry key=!SkipThisColumn! type=!xint! "
            + "value=!0!/> | SkipThisColumn"})
    void refusesSettingsThatFitNoTable(final String what, final String by, final String message) throws IOException {
        assertThat(refuses(ExitCode.NOT_LOADABLE, what, by)).contains("\"Table Creator\" (#1)").contains(message);
    }

    @Test
    void namesTheRowAndColumnOfATextThatIsNoNumber() throws IOException {
        assertThat(refuses(ExitCode.NODE_FAILED, "value=!-0.0035!", "value=!minus!"))
            .contains("column \"x\"").contains("row \"Row1\"").contains("minus");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { //
        "{'node': 'Numbers', 'table': {'columns': {'x': 'int'}, 'rows': []}} | only a \"Table Creator\"", //
        "{'node': 'Table Creator', 'table': {'columns': {'x': 'date'}, 'rows': []}} | unknown type 'date'", //
        "{'node': 'Table Creator', 'table': {'columns': {'x': 'int'}}} | has \"columns\"", //
        "{'node': 'Table Creator', 'table': {'columns': {'x': 'int'}, 'rows': [[1, 2]]}} | row 1 must be a list of 1",
        "{'node': 'Table Creator', 'table': {'columns': {'x': 'int'}, 'rows': [[1.5]]}} | not of the type 'int'", //
        "{'node': 'Table Creator', 'table': {'columns': {'x': 'string'}, 'rows': [['']]}} | written as null", //
        "{'node': 'Table Creator', 'table': {'columns': {'x': 'int'}, 'rows': [[1], [null]]}} | last row"})
    void namesWhatIsWrongWithATableOfADescription(final String node, final String message) throws IOException {
        final Path file = Files.writeString(m_folder.resolve("d.json"), "{\"nodes\": [" + node.replace('\'', '"')
            + "]}");

        final var result = Program.run("--new-workflow", file, m_folder.resolve("made"));

        assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(message);
    }
}
