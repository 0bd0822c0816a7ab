// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.blob.BinaryObjectCellFactory;
import org.knime.core.data.blob.BinaryObjectDataCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.util.DuplicateKeyException;

/** The domains are those that KNIME computed for the same cells. */
class DataContainerTest {

    private static final DataCell MISSING = DataType.getMissingCell();

    private static DataTableSpec spec(final DataType type) {
        return new DataTableSpec(new DataColumnSpecCreator("c", type).createSpec());
    }

    private static DataTableSpec named(final DataType type, final DataColumnDomain domain) {
        final DataColumnSpecCreator c = new DataColumnSpecCreator("c", type);
        c.setDomain(domain);
        return new DataTableSpec("named", c.createSpec());
    }

    private static DataTableSpec fill(final DataContainer container, final DataCell... cells) {
        for (int i = 0; i < cells.length; i++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(i), cells[i]));
        }
        container.close();
        return container.getTable().getDataTableSpec();
    }

    private static String domain(final DataTableSpec spec, final boolean init, final DataCell... cells) {
        final DataTableSpec filled = fill(new DataContainer(spec, init), cells);
        final DataColumnDomain d = filled.getColumnSpec(0).getDomain();
        final String values =
            d.getValues() != null && d.getValues().size() > 8 ? d.getValues().size() + " values" : "" + d.getValues();
        return "lower=" + d.getLowerBound() + " upper=" + d.getUpperBound() + " values=" + values + " size="
            + cells.length + " tableName=" + filled.getName();
    }

    private static DataCell d(final double value) {
        return new DoubleCell(value);
    }

    private static DataCell s(final String value) {
        return new StringCell(value);
    }

    private static DataCell[] strings(final int n) {
        return IntStream.range(0, n).mapToObj(i -> s("v" + i)).toArray(DataCell[]::new);
    }

    @Test
    void boundsIgnoreMissingCellsAndNaN() {
        final DataTableSpec spec = spec(DoubleCell.TYPE);
        assertThat(domain(spec, false, d(1), d(Double.NaN), MISSING, d(-2)))
            .isEqualTo("lower=-2.0 upper=1.0 values=null size=4 tableName=default");
        assertThat(domain(spec, false, d(1), d(Double.POSITIVE_INFINITY), d(Double.NEGATIVE_INFINITY)))
            .isEqualTo("lower=-Infinity upper=Infinity values=null size=3 tableName=default");
        assertThat(domain(spec, false, d(Double.POSITIVE_INFINITY)))
            .isEqualTo("lower=Infinity upper=Infinity values=null size=1 tableName=default");
        assertThat(domain(spec, false, d(Double.NaN)))
            .isEqualTo("lower=null upper=null values=null size=1 tableName=default");
        assertThat(domain(spec, false, MISSING, MISSING))
            .isEqualTo("lower=null upper=null values=null size=2 tableName=default");
        assertThat(domain(spec, false)).isEqualTo("lower=null upper=null values=null size=0 tableName=default");
    }

    @Test
    void boundsAreTheCellsThemselves() {
        assertThat(domain(spec(DoubleCell.TYPE), false, new IntCell(3), new IntCell(1)))
            .isEqualTo("lower=1 upper=3 values=null size=2 tableName=default");
        assertThat(domain(spec(LongCell.TYPE), false, new LongCell((1L << 53) + 1), new LongCell(1L << 53)))
            .startsWith("lower=9007199254740992 upper=9007199254740993");
        assertThat(domain(spec(BooleanCell.TYPE), false, BooleanCell.TRUE, BooleanCell.FALSE))
            .isEqualTo("lower=false upper=true values=[true, false] size=2 tableName=default");
    }

    @Test
    void valuesStandInTheOrderOfTheirAppearanceUntilTheyBecomeTooMany() {
        final DataTableSpec spec = spec(StringCell.TYPE);
        assertThat(domain(spec, false)).isEqualTo("lower=null upper=null values=[] size=0 tableName=default");
        assertThat(domain(spec, false, s("b"), s("a"), MISSING, s("b")))
            .isEqualTo("lower=null upper=null values=[b, a] size=4 tableName=default");
        assertThat(domain(spec, false, strings(60)))
            .isEqualTo("lower=null upper=null values=60 values size=60 tableName=default");
        assertThat(domain(spec, false, strings(61)))
            .isEqualTo("lower=null upper=null values=null size=61 tableName=default");
    }

    @Test
    void theGivenDomainCountsOnlyIfSaidSo() {
        final DataTableSpec bounds =
            named(DoubleCell.TYPE, new DataColumnDomainCreator(d(-10), d(10)).createDomain());
        assertThat(domain(bounds, true, d(1), d(20)))
            .isEqualTo("lower=-10.0 upper=20.0 values=null size=2 tableName=named");
        assertThat(domain(bounds, false, d(1), d(20)))
            .isEqualTo("lower=1.0 upper=20.0 values=null size=2 tableName=named");
        final DataTableSpec values = named(StringCell.TYPE,
            new DataColumnDomainCreator(new DataCell[]{s("x"), s("y")}).createDomain());
        assertThat(domain(values, true, s("z")))
            .isEqualTo("lower=null upper=null values=[x, y, z] size=1 tableName=named");
        assertThat(domain(values, false, s("z")))
            .isEqualTo("lower=null upper=null values=[z] size=1 tableName=named");
    }

    @Test
    void otherTypesHaveNoDomain() throws Exception {
        assertThat(domain(spec(BinaryObjectDataCell.TYPE), false,
            new BinaryObjectCellFactory().create(new byte[]{1})))
                .isEqualTo("lower=null upper=null values=null size=1 tableName=default");
    }

    @Test
    void domainsCanBeLeftAlone() {
        final DataTableSpec bounds =
            named(DoubleCell.TYPE, new DataColumnDomainCreator(d(-10), d(10)).createDomain());
        final DataContainerSettings settings =
            DataContainerSettings.builder().withInitializedDomain(true).withDomainUpdate(false).build();
        assertThat(fill(new DataContainer(bounds, settings), d(20))).isEqualTo(bounds);
    }

    @Test
    void aCellMustFitItsColumn() {
        final DataContainer c =
            new DataContainer(new DataTableSpec(new DataColumnSpecCreator("d", DoubleCell.TYPE).createSpec()));
        c.addRowToTable(new DefaultRow("ok", new IntCell(1)));
        assertThatThrownBy(() -> c.addRowToTable(new DefaultRow("a", s("x"))))
            .isInstanceOf(DataContainerException.class).hasCauseInstanceOf(IllegalArgumentException.class)
            .hasMessage("Runtime class of object \"x\" (index 0) in row \"a\" is String and does not comply with its "
                + "supposed superclass Number (Float)");
        assertThatThrownBy(() -> c.addRowToTable(new DefaultRow("a", 1.0, 2.0)))
            .isInstanceOf(DataContainerException.class).hasCauseInstanceOf(IllegalArgumentException.class).hasMessage(
                "Cell count in row \"a\" is not equal to length of column names array: 2 vs. 1");
        assertThatThrownBy(() -> c.addRowToTable(null)).isInstanceOf(NullPointerException.class)
            .hasMessage("Can't add null rows to container");
        assertThatThrownBy(() -> c.addRowToTable(new DefaultRow("ok", 2.0)))
            .isInstanceOf(DuplicateKeyException.class).hasMessage("Encountered duplicate row ID \"ok\"");
    }

    @Test
    void duplicateKeysAreAllowedIfSaidSo() {
        final DataContainer c = new DataContainer(spec(DoubleCell.TYPE),
            DataContainerSettings.builder().withCheckDuplicateRowKeys(false).build());
        c.addRowToTable(new DefaultRow("a", 1.0));
        c.addRowToTable(new DefaultRow("a", 2.0));
        assertThat(c.size()).isEqualTo(2);
    }

    @Test
    void aTableIsThereWhenTheContainerIsClosedAndThenNoRowIsTaken() {
        final DataContainer c = new DataContainer(spec(DoubleCell.TYPE));
        assertThatThrownBy(c::getTable).isInstanceOf(IllegalStateException.class);
        c.addRowToTable(new DefaultRow("a", 1.0));
        c.close();
        c.close();
        assertThat(c.isClosed()).isTrue();
        assertThatThrownBy(() -> c.addRowToTable(new DefaultRow("b", 1.0)))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("Cannot add row: container has not been initialized (opened).");
        final List<DataRow> rows = new ArrayList<>();
        c.getTable().forEach(rows::add);
        assertThat(rows).containsExactly(new DefaultRow("a", 1.0));
    }
}
