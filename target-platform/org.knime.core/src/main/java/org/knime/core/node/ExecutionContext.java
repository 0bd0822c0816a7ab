// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.CellFactory;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.def.DefaultRow;
import org.scorewalk.standin.core.ExecutionScope;
import org.scorewalk.standin.core.table.Rearrangement;

/** What an executing node gets: progress, cancellation, and the making of tables, which end with the execution. */
public class ExecutionContext extends ExecutionMonitor {

    private final ExecutionScope m_scope;

    ExecutionContext(final NodeProgressMonitor progress, final ExecutionScope scope) {
        super(progress);
        m_scope = scope;
    }

    /**
     * @param spec the structure; its domains do not count
     * @return takes rows
     */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec) {
        return createDataContainer(spec, DataContainerSettings.getDefault());
    }

    /**
     * @param spec the structure
     * @param initDomain whether its domains are what is known at first
     * @return takes rows
     */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final boolean initDomain) {
        return createDataContainer(spec, DataContainerSettings.builder().withInitializedDomain(initDomain).build());
    }

    /**
     * @param spec the structure
     * @param settings how rows are treated
     * @return takes rows
     */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec,
        final DataContainerSettings settings) {
        return new BufferedDataContainer(spec, settings, m_scope.newStore(spec.getNumColumns()));
    }

    /**
     * @param table rows
     * @param subProgressMon for progress and cancellation
     * @return the same rows as a table of this execution
     * @throws CanceledExecutionException if canceled
     */
    public BufferedDataTable createBufferedDataTable(final DataTable table, final ExecutionMonitor subProgressMon)
        throws CanceledExecutionException {
        if (table instanceof BufferedDataTable known) {
            return known;
        }
        final BufferedDataContainer container = createDataContainer(table.getDataTableSpec(), true);
        try (CloseableRowIterator rows = CloseableRowIterator.wrap(table.iterator())) {
            while (rows.hasNext()) {
                subProgressMon.checkCanceled();
                container.addRowToTable(rows.next());
            }
        }
        container.close();
        return container.getTable();
    }

    /**
     * @param in a table
     * @param rearranger says which columns the new table has
     * @param subProgressMon for progress and cancellation
     * @return the new table; domains of old columns stay as they are
     * @throws CanceledExecutionException if canceled
     */
    public BufferedDataTable createColumnRearrangeTable(final BufferedDataTable in,
        final ColumnRearranger rearranger, final ExecutionMonitor subProgressMon)
        throws CanceledExecutionException {
        final Rearrangement rearrangement = Rearrangement.of(rearranger);
        if (!rearrangement.original().equalStructure(in.getDataTableSpec())) {
            throw new IllegalArgumentException("The table spec of the rearranger and of the table do not match.");
        }
        final BufferedDataContainer container = createDataContainer(rearrangement.spec(), true);
        final List<CellFactory> factories = rearrangement.factories();
        final long size = in.size();
        try (CloseableRowIterator rows = in.iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                subProgressMon.checkCanceled();
                final DataRow row = rows.next();
                container.addRowToTable(rearrangement.apply(row, i));
                for (final CellFactory factory : factories) {
                    factory.setProgress(i + 1, size, row.getKey(), subProgressMon);
                }
            }
        }
        container.close();
        for (final CellFactory factory : factories) {
            if (factory instanceof AbstractCellFactory f) {
                f.afterProcessing();
            }
        }
        return new BufferedDataTable(withOldDomains(container.getTable().getDataTableSpec(), in, rearrangement),
            container.getTable().store());
    }

    private static DataTableSpec withOldDomains(final DataTableSpec spec, final BufferedDataTable in,
        final Rearrangement rearrangement) {
        final DataTableSpecCreator creator = new DataTableSpecCreator(spec);
        for (int i = 0; i < spec.getNumColumns(); i++) {
            final int original = rearrangement.columns().get(i).original();
            if (original >= 0) {
                creator.replaceColumn(i, in.getDataTableSpec().getColumnSpec(original));
            }
        }
        return creator.createSpec();
    }

    /**
     * @param in a table
     * @param newSpec as many columns, whose types take the cells of the table
     * @return the same rows with other names and properties of columns
     */
    public BufferedDataTable createSpecReplacerTable(final BufferedDataTable in, final DataTableSpec newSpec) {
        final DataTableSpec old = in.getDataTableSpec();
        if (old.getNumColumns() != newSpec.getNumColumns()) {
            throw new IllegalArgumentException("Table specs have different column count: " + old.getNumColumns()
                + " vs. " + newSpec.getNumColumns());
        }
        for (int i = 0; i < old.getNumColumns(); i++) {
            final DataType type = newSpec.getColumnSpec(i).getType();
            if (!type.isASuperTypeOf(old.getColumnSpec(i).getType())) {
                throw new IllegalArgumentException("Column " + i + " of type " + old.getColumnSpec(i).getType()
                    + " cannot become a column of type " + type + ".");
            }
        }
        return new BufferedDataTable(newSpec, in.store());
    }

    /**
     * @param spec a structure
     * @return a table without rows
     */
    public BufferedDataTable createVoidTable(final DataTableSpec spec) {
        final BufferedDataContainer container = createDataContainer(spec,
            DataContainerSettings.builder().withInitializedDomain(true).withDomainUpdate(false).build());
        container.close();
        return container.getTable();
    }

    /**
     * @param exec for progress and cancellation
     * @param tables tables whose keys are all different
     * @return their rows one after the other; a table without a column has missing cells there
     * @throws CanceledExecutionException if canceled
     */
    public BufferedDataTable createConcatenateTable(final ExecutionMonitor exec, final BufferedDataTable... tables)
        throws CanceledExecutionException {
        return createConcatenateTable(exec, Optional.empty(), true, tables);
    }

    /**
     * @param exec for progress and cancellation
     * @param rowKeyDuplicateSuffix is appended to a key that was there before, as often as needed; if absent, such a
     *            key is an error
     * @param duplicatesPreCheck keys are checked in any case here
     * @param tables tables
     * @return their rows one after the other; a table without a column has missing cells there
     * @throws CanceledExecutionException if canceled
     */
    public BufferedDataTable createConcatenateTable(final ExecutionMonitor exec,
        final Optional<String> rowKeyDuplicateSuffix, final boolean duplicatesPreCheck,
        final BufferedDataTable... tables) throws CanceledExecutionException {
        final DataTableSpec[] specs = new DataTableSpec[tables.length];
        double total = 0;
        for (int i = 0; i < tables.length; i++) {
            specs[i] = tables[i].getDataTableSpec();
            total += tables[i].size();
        }
        final DataTableSpec spec = DataTableSpec.mergeDataTableSpecs(specs);
        final BufferedDataContainer container = createDataContainer(spec, false);
        final Set<RowKey> keys = rowKeyDuplicateSuffix.isPresent() ? new HashSet<>() : null;
        long done = 0;
        for (final BufferedDataTable table : tables) {
            final int[] from = spec.stream().map(DataColumnSpec::getName)
                .mapToInt(table.getDataTableSpec()::findColumnIndex).toArray();
            try (CloseableRowIterator rows = table.iterator()) {
                while (rows.hasNext()) {
                    exec.checkCanceled();
                    final DataRow row = rows.next();
                    RowKey key = row.getKey();
                    while (keys != null && !keys.add(key)) {
                        key = new RowKey(key.getString() + rowKeyDuplicateSuffix.get());
                    }
                    container.addRowToTable(pick(key, row, from));
                    done++;
                    exec.setProgress(done / total);
                }
            }
        }
        container.close();
        return container.getTable();
    }

    private static DataRow pick(final RowKey key, final DataRow row, final int... from) {
        final DataCell[] cells = new DataCell[from.length];
        for (int i = 0; i < from.length; i++) {
            cells[i] = from[i] < 0 ? DataType.getMissingCell() : row.getCell(from[i]);
        }
        return new DefaultRow(key, cells);
    }

    /**
     * @param left a table
     * @param right a table with the same keys in the same order and with other columns
     * @param exec for progress and cancellation
     * @return the columns of both
     * @throws CanceledExecutionException if canceled
     */
    public BufferedDataTable createJoinedTable(final BufferedDataTable left, final BufferedDataTable right,
        final ExecutionMonitor exec) throws CanceledExecutionException {
        if (left.size() != right.size()) {
            throw new IllegalArgumentException(
                "Tables can't be joined, non matching row counts: " + left.size() + " vs. " + right.size());
        }
        final DataTableSpec spec = new DataTableSpec(left.getDataTableSpec(), right.getDataTableSpec());
        final BufferedDataContainer container = createDataContainer(spec,
            DataContainerSettings.builder().withInitializedDomain(true).withDomainUpdate(false).build());
        try (CloseableRowIterator l = left.iterator(); CloseableRowIterator r = right.iterator()) {
            while (l.hasNext()) {
                exec.checkCanceled();
                final DataRow a = l.next();
                final DataRow b = r.next();
                if (!a.getKey().equals(b.getKey())) {
                    throw new IllegalArgumentException("Tables contain non-matching rows or are sorted differently, "
                        + "keys in row " + container.size() + " do not match: \"" + a.getKey() + "\" vs. \""
                        + b.getKey() + "\"");
                }
                final List<DataCell> cells = new ArrayList<>();
                a.forEach(cells::add);
                b.forEach(cells::add);
                container.addRowToTable(new DefaultRow(a.getKey(), cells));
            }
        }
        container.close();
        return container.getTable();
    }

    /** @param table is not needed any more by this execution */
    public void clearTable(final BufferedDataTable table) {
        m_scope.release(table.store());
    }

    /**
     * @param maxProg share of the part in the whole, from 0 to 1
     * @return takes the progress of a part and makes tables
     */
    public ExecutionContext createSubExecutionContext(final double maxProg) {
        return new ExecutionContext(part(maxProg, false), m_scope);
    }

    /**
     * @param maxProg share of the part in the whole, from 0 to 1
     * @return takes the progress of a part, drops its messages, and makes tables
     */
    public ExecutionContext createSilentSubExecutionContext(final double maxProg) {
        return new ExecutionContext(part(maxProg, true), m_scope);
    }
}
