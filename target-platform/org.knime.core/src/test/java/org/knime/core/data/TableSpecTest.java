// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.blob.BinaryObjectDataCell;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.NodeSettings;
import org.knime.core.util.UniqueNameGenerator;
import org.scorewalk.standin.core.Golden;

class TableSpecTest {

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q/both/workflow-executed/Golden Q (#3)/port_2/spec.xml",
        "q/both/workflow-executed/Golden E (#2)/port_1/spec.xml",
        "p/flow-variable/workflow/Golden P (#1)/port_1/spec.xml"})
    void writesAgainByteForByteTheSpecThatItRead(final String file) throws Exception {
        final DataTableSpec spec = DataTableSpec.load(NodeSettings.loadFromXML(Golden.open(file)));
        final ModelContent content = new ModelContent("spec.xml");
        spec.save(content);
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.saveToXML(out);
        assertThat(out.toString(StandardCharsets.UTF_8))
            .isEqualTo(new String(Golden.bytes(file), StandardCharsets.UTF_8));
    }

    @Test
    void readsNamesTypesAndDomainsOfAGoldenSpec() throws Exception {
        final DataTableSpec spec = DataTableSpec.load(
            NodeSettings.loadFromXML(Golden.open("q/both/workflow-executed/Golden Q (#3)/port_2/spec.xml")));
        assertThat(spec.getName()).isEqualTo("golden table");
        assertThat(spec.getColumnNames()).containsExactly("i", "l", "d", "s", "b", "png", "bin", "list");
        assertThat(spec.getColumnSpec("i").getDomain().getLowerBound()).isEqualTo(new IntCell(-1));
        assertThat(spec.getColumnSpec("s").getDomain().getValues())
            .containsExactly(new StringCell("s0\n<&>"), new StringCell("s1"), new StringCell("s0"));
        assertThat(spec.getColumnSpec("png").getType()).isEqualTo(DataType.getType(PNGImageCell.class));
        assertThat(spec.getColumnSpec("bin").getType()).isEqualTo(BinaryObjectDataCell.TYPE);
        assertThat(spec.getColumnSpec("list").getType()).isEqualTo(ListCell.getCollectionType(DoubleCell.TYPE));
        assertThat(spec.getColumnSpec("png").getDomain().hasValues()).isFalse();
    }

    @Test
    void aFileCannotNameAClassThatIsNoKnownCell() {
        final NodeSettings type = new NodeSettings("type");
        type.addString("cell_class", "java.lang.Runtime");
        assertThatThrownBy(() -> DataType.load(type)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("java.lang.Runtime");
    }

    @Test
    void columnNamesAreTrimmedAndReplacedWhenEmpty() {
        assertThat(column(" x ", IntCell.TYPE).getName()).isEqualTo("x");
        assertThat(column("", IntCell.TYPE).getName()).matches("<empty_\\d+>");
        assertThatThrownBy(() -> column(null, IntCell.TYPE)).isInstanceOf(NullPointerException.class)
            .hasMessage("Name of DataColumnSpec must not be null!");
        assertThatThrownBy(() -> column("x", null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void columnNamesMustDiffer() {
        assertThatThrownBy(() -> new DataTableSpec(column("x", IntCell.TYPE), column("x", IntCell.TYPE)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("Duplicate column name \"x\" at positions 0 and 1.");
    }

    @Test
    void columnsAreFoundByName() {
        final DataTableSpec spec = new DataTableSpec(column("x", IntCell.TYPE), column("y", DoubleCell.TYPE));
        assertThat(spec.getName()).isEqualTo("default");
        assertThat(spec.findColumnIndex("y")).isEqualTo(1);
        assertThat(spec.findColumnIndex("z")).isEqualTo(-1);
        assertThat(spec.getColumnSpec("z")).isNull();
        assertThat(spec.columnsToIndices("y", "x")).containsExactly(1, 0);
        assertThatThrownBy(() -> spec.findColumnIndex(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> spec.columnsToIndices("z")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalityComparesDomainsAndStructureDoesNot() {
        final DataColumnSpecCreator c = new DataColumnSpecCreator("x", IntCell.TYPE);
        c.setDomain(new DataColumnDomainCreator(new IntCell(1), new IntCell(2)).createDomain());
        final DataTableSpec with = new DataTableSpec("a", c.createSpec());
        final DataTableSpec without = new DataTableSpec("b", column("x", IntCell.TYPE));
        assertThat(with).isNotEqualTo(without);
        assertThat(with.equalStructure(without)).isTrue();
        assertThat(with).isEqualTo(new DataTableSpec("other name", c.createSpec()));
        assertThat(new DataTableSpecCreator(with).dropAllDomains().createSpec()).isEqualTo(without);
        assertThat(with.equalStructure(new DataTableSpec(column("x", DoubleCell.TYPE)))).isFalse();
    }

    @Test
    void newNamesAreNumbered() {
        final UniqueNameGenerator names = new UniqueNameGenerator(new DataTableSpec(column("x", IntCell.TYPE)));
        assertThat(names.newName(" y ")).isEqualTo("y");
        assertThat(names.newName("x")).isEqualTo("x (#1)");
        assertThat(names.newName("x")).isEqualTo("x (#2)");
        assertThat(names.newName("x (#1)")).isEqualTo("x (#3)");
    }

    @Test
    void mergedSpecsTakeTheRowsOfBoth() {
        final DataTableSpec merged = DataTableSpec.mergeDataTableSpecs(
            new DataTableSpec(column("a", IntCell.TYPE), column("b", StringCell.TYPE)),
            new DataTableSpec(column("c", IntCell.TYPE), column("a", DoubleCell.TYPE)));
        assertThat(merged.getColumnNames()).containsExactly("a", "b", "c");
        assertThat(merged.getColumnSpec("a").getType()).isEqualTo(DoubleCell.TYPE);
    }
}
