// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.v2.RowCursor;
import org.knime.core.data.v2.RowRead;
import org.knime.core.util.DuplicateKeyException;
import org.scorewalk.standin.core.NodeExecution;

class ExecutionContextTest {

    @TempDir
    Path m_temp;

    private NodeExecution m_execution;

    private ExecutionContext m_exec;

    @BeforeEach
    void open() {
        m_execution = NodeExecution.open(m_temp, null);
        m_exec = m_execution.context();
    }

    @AfterEach
    void close() {
        m_execution.close();
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    private BufferedDataTable table(final DataTableSpec spec, final DataRow... rows) {
        final BufferedDataContainer c = m_exec.createDataContainer(spec);
        for (final DataRow row : rows) {
            c.addRowToTable(row);
        }
        c.close();
        return c.getTable();
    }

    private BufferedDataTable numbers(final String name, final String prefix, final double... values) {
        final DataRow[] rows = new DataRow[values.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new DefaultRow(prefix + i, values[i]);
        }
        return table(new DataTableSpec(column(name, DoubleCell.TYPE)), rows);
    }

    private static List<DataRow> rows(final Iterable<DataRow> table) {
        final List<DataRow> rows = new ArrayList<>();
        table.forEach(rows::add);
        return rows;
    }

    private static SingleCellFactory twice(final String name, final String of, final DataTableSpec spec) {
        final int index = spec.findColumnIndex(of);
        return new SingleCellFactory(column(name, DoubleCell.TYPE)) {
            @Override
            public DataCell getCell(final DataRow row) {
                return new DoubleCell(2 * ((DoubleValue)row.getCell(index)).getDoubleValue());
            }
        };
    }

    @Test
    void aTableTellsItsSizeAndGivesItsRowsAgainAndAgain() {
        final BufferedDataTable table = numbers("x", "Row", 1, 2, 3);
        assertThat(table.size()).isEqualTo(3);
        assertThat(table.getSummary()).isEqualTo("Rows: 3, Cols: 1");
        assertThat(rows(table)).isEqualTo(rows(table)).hasSize(3);
        assertThat(table.getSpec().getColumnSpec(0).getDomain().getUpperBound()).isEqualTo(new DoubleCell(3));
        assertThat(numbers("x", "Row").getBufferedTableId()).isNotEqualTo(table.getBufferedTableId());
    }

    @Test
    void filtersChooseRowsAndColumns() {
        final BufferedDataTable table = table(new DataTableSpec(column("a", IntCell.TYPE), column("b", IntCell.TYPE)),
            new DefaultRow("Row0", 0, 10), new DefaultRow("Row1", 1, 11), new DefaultRow("Row2", 2, 12));
        final List<DataRow> rows = rows(table.filter(TableFilter.filterRangeOfRows(1, 2)));
        assertThat(rows).containsExactly(new DefaultRow("Row1", 1, 11), new DefaultRow("Row2", 2, 12));
        final DataRow only =
            table.filter(TableFilter.materializeCols(table.getSpec(), "b")).iterator().next();
        assertThat(only.getCell(1)).isEqualTo(new IntCell(10));
        assertThatThrownBy(() -> only.getCell(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> table.filter(TableFilter.filterRowsToIndex(3)))
            .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> TableFilter.materializeCols(table.getSpec(), "nope"))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cursorsReadValues() {
        final BufferedDataTable table = table(new DataTableSpec(column("a", IntCell.TYPE)),
            new DefaultRow("Row0", 5), new DefaultRow("k", DataType.getMissingCell()));
        try (RowCursor cursor = table.cursor()) {
            assertThat(cursor.getNumColumns()).isOne();
            final RowRead first = cursor.forward();
            assertThat(first.<DoubleValue> getValue(0).getDoubleValue()).isEqualTo(5);
            assertThat(first.getRowKey().getString()).isEqualTo("Row0");
            assertThat(cursor.canForward()).isTrue();
            assertThat(cursor.forward().isMissing(0)).isTrue();
            assertThat(cursor.forward()).isNull();
        }
    }

    @Test
    void columnsAreAppendedReplacedRemovedAndMoved() throws Exception {
        final DataTableSpec spec = new DataTableSpec("t", column("a", DoubleCell.TYPE), column("b", DoubleCell.TYPE),
            column("c", StringCell.TYPE));
        final BufferedDataTable in = table(spec,
            new DefaultRow("k", new DoubleCell(1), new DoubleCell(10), new StringCell("x")));
        final ColumnRearranger r = new ColumnRearranger(spec);
        r.append(twice("2a", "a", spec));
        r.replace(twice("2b", "b", spec), "b");
        r.remove("c");
        r.move("2a", 0);
        assertThat(r.createSpec().getColumnNames()).containsExactly("2a", "a", "2b");
        final BufferedDataTable out = m_exec.createColumnRearrangeTable(in, r, m_exec);
        assertThat(rows(out)).containsExactly(new DefaultRow("k", 2.0, 1.0, 20.0));
        assertThat(out.getSpec().getColumnSpec("a")).isEqualTo(in.getSpec().getColumnSpec("a"));
        assertThat(out.getSpec().getColumnSpec("2b").getDomain().getLowerBound()).isEqualTo(new DoubleCell(20));
        assertThat(m_exec.getProgressMonitor().getProgress()).isEqualTo(1.0);
        r.permute(new String[]{"2b"});
        assertThat(r.createSpec().getColumnNames()).containsExactly("2b", "2a", "a");
        r.keepOnly("a");
        assertThat(r.createSpec().getColumnNames()).containsExactly("a");
        assertThatThrownBy(() -> r.remove("nope")).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("nope");
        final BufferedDataTable other = numbers("other", "Row", 1);
        assertThatThrownBy(() -> m_exec.createColumnRearrangeTable(other, r, m_exec))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCellFactoryMayAskForTheNumberOfTheRow() throws Exception {
        final BufferedDataTable in = numbers("x", "k", 5, 6);
        final ColumnRearranger r = new ColumnRearranger(in.getSpec());
        r.append(new SingleCellFactory(column("i", IntCell.TYPE)) {
            @Override
            public DataCell getCell(final DataRow row, final long rowIndex) {
                return new IntCell((int)rowIndex);
            }
        });
        assertThat(rows(m_exec.createColumnRearrangeTable(in, r, m_exec))).extracting(row -> row.getCell(1))
            .containsExactly(new IntCell(0), new IntCell(1));
    }

    @Test
    void tablesAreConcatenatedByNamesOfColumns() throws Exception {
        final BufferedDataTable a = numbers("x", "a", 1, 2);
        final BufferedDataTable b = table(
            new DataTableSpec(column("y", StringCell.TYPE), column("x", IntCell.TYPE)),
            new DefaultRow("b0", new StringCell("s"), new IntCell(7)));
        final BufferedDataTable all = m_exec.createConcatenateTable(m_exec, a, b);
        assertThat(all.getSpec().getColumnNames()).containsExactly("x", "y");
        assertThat(all.getSpec().getColumnSpec("x").getType()).isEqualTo(DoubleCell.TYPE);
        assertThat(rows(all)).containsExactly(
            new DefaultRow("a0", new DoubleCell(1), DataType.getMissingCell()),
            new DefaultRow("a1", new DoubleCell(2), DataType.getMissingCell()),
            new DefaultRow("b0", new IntCell(7), new StringCell("s")));
        final BufferedDataTable same = numbers("x", "a", 3);
        assertThatThrownBy(() -> m_exec.createConcatenateTable(m_exec, a, same))
            .isInstanceOf(DuplicateKeyException.class);
        assertThat(rows(m_exec.createConcatenateTable(m_exec, Optional.of("_dup"), false, a, same, same)))
            .extracting(row -> row.getKey().getString()).containsExactly("a0", "a1", "a0_dup", "a0_dup_dup");
    }

    @Test
    void tablesAreJoinedRowByRow() throws Exception {
        final BufferedDataTable left = numbers("x", "Row", 1, 2);
        final BufferedDataTable joined = m_exec.createJoinedTable(left, numbers("y", "Row", 3, 4), m_exec);
        assertThat(rows(joined)).containsExactly(new DefaultRow("Row0", 1.0, 3.0), new DefaultRow("Row1", 2.0, 4.0));
        assertThat(joined.getSpec().getColumnSpec("y").getDomain().getUpperBound()).isEqualTo(new DoubleCell(4));
        final BufferedDataTable shorter = numbers("y", "Row", 3);
        final BufferedDataTable otherKeys = numbers("y", "k", 3, 4);
        assertThatThrownBy(() -> m_exec.createJoinedTable(left, shorter, m_exec))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> m_exec.createJoinedTable(left, otherKeys, m_exec))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"Row0\" vs. \"k0\"");
    }

    @Test
    void aSpecIsReplacedIfTheCellsFit() {
        final BufferedDataTable in = table(new DataTableSpec(column("a", IntCell.TYPE)), new DefaultRow("k", 1));
        final BufferedDataTable out =
            m_exec.createSpecReplacerTable(in, new DataTableSpec(column("b", DoubleCell.TYPE)));
        assertThat(rows(out)).isEqualTo(rows(in));
        assertThat(out.getSpec().getColumnNames()).containsExactly("b");
        assertThatThrownBy(() -> m_exec.createSpecReplacerTable(in, new DataTableSpec(column("b", StringCell.TYPE))))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> m_exec.createSpecReplacerTable(in, new DataTableSpec()))
            .isInstanceOf(IllegalArgumentException.class);
        assertThat(m_exec.createVoidTable(in.getSpec()).size()).isZero();
        assertThat(m_exec.createVoidTable(in.getSpec()).getSpec()).isEqualTo(in.getSpec());
    }

    @Test
    void rowsOfAnyTableBecomeATableOfTheExecution() throws Exception {
        final DataContainer c = new DataContainer(new DataTableSpec(column("a", IntCell.TYPE)));
        c.addRowToTable(new DefaultRow("k", 1));
        c.close();
        final BufferedDataTable table = m_exec.createBufferedDataTable(c.getTable(), m_exec);
        assertThat(rows(table)).containsExactly(new DefaultRow("k", 1));
        assertThat(m_exec.createBufferedDataTable(table, m_exec)).isSameAs(table);
    }

    @Test
    void copyingStopsOnCancel() {
        final BufferedDataTable in = numbers("x", "Row", 1, 2);
        final ColumnRearranger r = new ColumnRearranger(in.getSpec());
        m_execution.cancel();
        assertThatThrownBy(() -> m_exec.createColumnRearrangeTable(in, r, m_exec))
            .isInstanceOf(CanceledExecutionException.class);
        assertThatThrownBy(() -> m_exec.createConcatenateTable(m_exec, in))
            .isInstanceOf(CanceledExecutionException.class);
        assertThatThrownBy(() -> m_exec.createJoinedTable(in, in, m_exec)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> rows(in.filter(TableFilter.filterRowsFromIndex(0), m_exec)))
            .isInstanceOf(IllegalStateException.class).hasCauseInstanceOf(CanceledExecutionException.class);
    }

    @Test
    void aClearedTableIsGone() {
        final BufferedDataTable table = numbers("x", "Row", 1);
        m_exec.clearTable(table);
        assertThatThrownBy(() -> rows(table)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCheckerAsksEveryNthTime() throws Exception {
        final var checker = CanceledExecutionException.CancelChecker.checkCanceledPeriodically(m_exec, 3);
        m_execution.cancel();
        checker.checkCanceled();
        checker.checkCanceled();
        assertThatThrownBy(checker::checkCanceled).isInstanceOf(CanceledExecutionException.class);
        Thread.interrupted();
    }

    @Test
    void aMillionRowsNeedLittleHeap() {
        final DataTableSpec spec = new DataTableSpec(column("a", DoubleCell.TYPE), column("b", DoubleCell.TYPE),
            column("c", DoubleCell.TYPE), column("d", DoubleCell.TYPE), column("e", IntCell.TYPE));
        final BufferedDataContainer c = m_exec.createDataContainer(spec);
        final long before = usedHeap();
        for (int i = 0; i < 1_000_000; i++) {
            c.addRowToTable(new DefaultRow("Row" + i, new DoubleCell(i), new DoubleCell(-i), new DoubleCell(0.5),
                new DoubleCell(i * 0.1), new IntCell(i)));
        }
        c.close();
        assertThat(usedHeap() - before).isLessThan(40L << 20);
        final AtomicLong sum = new AtomicLong();
        c.getTable().forEach(row -> sum.addAndGet(((IntCell)row.getCell(4)).getIntValue()));
        assertThat(sum).hasValue(999_999L * 1_000_000 / 2);
        assertThat(c.getTable().getSpec().getColumnSpec("b").getDomain().getLowerBound())
            .isEqualTo(new DoubleCell(-999_999));
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
