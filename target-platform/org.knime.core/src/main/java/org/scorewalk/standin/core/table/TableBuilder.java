// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core.table;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.container.DataContainerException;

/** Takes the rows of a table: checks cells and keys, learns the domains, stores. */
public final class TableBuilder {

    /**
     * What is done on the way.
     *
     * @param initDomain whether the domains of the given structure are what is known at first
     * @param updateDomain whether the rows change the domains
     * @param checkKeys whether keys must differ
     * @param maxValues number of different values that are kept in a domain
     */
    public record Options(boolean initDomain, boolean updateDomain, boolean checkKeys, int maxValues) {
    }

    private final DataTableSpec m_spec;

    private final Options m_options;

    private final RowStore m_store;

    private final KeyCheck m_keys;

    private final DomainTracker[] m_domains;

    /** For each column the class of the cells that were found to fit before. */
    private final Class<?>[] m_fitting;

    /**
     * @param spec the structure
     * @param options what is done on the way
     * @param store takes the rows
     */
    public TableBuilder(final DataTableSpec spec, final Options options, final RowStore store) {
        m_spec = spec;
        m_options = options;
        m_store = store;
        m_keys = options.checkKeys() ? new KeyCheck(store) : null;
        m_fitting = new Class<?>[spec.getNumColumns()];
        m_domains = new DomainTracker[options.updateDomain() ? spec.getNumColumns() : 0];
        final DataColumnDomain unknown = new DataColumnDomainCreator().createDomain();
        for (int i = 0; i < m_domains.length; i++) {
            final DataColumnSpec column = spec.getColumnSpec(i);
            m_domains[i] = new DomainTracker(column.getType(), options.initDomain() ? column.getDomain() : unknown,
                options.maxValues());
        }
    }

    /** @return what the rows go to */
    public RowStore store() {
        return m_store;
    }

    /**
     * @param row the next row
     * @throws DataContainerException if its cells do not fit
     * @throws org.knime.core.util.DuplicateKeyException if its key was there before
     */
    public void add(final DataRow row) {
        check(row);
        if (m_keys != null) {
            m_keys.add(row.getKey().getString());
        }
        m_store.append(row);
        for (int i = 0; i < m_domains.length; i++) {
            m_domains[i].add(row.getCell(i));
        }
    }

    private void check(final DataRow row) {
        if (row.getNumCells() != m_fitting.length) {
            throw refuse("Cell count in row \"" + row.getKey() + "\" is not equal to length of column names array: "
                + row.getNumCells() + " vs. " + m_fitting.length);
        }
        for (int i = 0; i < m_fitting.length; i++) {
            final DataCell cell = row.getCell(i);
            final Class<?> cellClass = cell.getClass();
            if (cellClass != m_fitting[i]) {
                if (!m_spec.getColumnSpec(i).getType().isASuperTypeOf(cell.getType())) {
                    throw refuse("Runtime class of object \"" + cell + "\" (index " + i + ") in row \""
                        + row.getKey() + "\" is " + cell.getType() + " and does not comply with its supposed "
                        + "superclass " + m_spec.getColumnSpec(i).getType());
                }
                if (!cell.getType().isCollectionType() && !cell.isMissing()) {
                    m_fitting[i] = cellClass;
                }
            }
        }
    }

    private static DataContainerException refuse(final String message) {
        return new DataContainerException(message, new IllegalArgumentException(message));
    }

    /** @return the structure with the domains that were learned; ends the taking of rows */
    public DataTableSpec finish() {
        m_store.finish();
        final DataTableSpecCreator creator = new DataTableSpecCreator(m_spec);
        for (int i = 0; i < m_spec.getNumColumns(); i++) {
            final DataColumnSpecCreator column = new DataColumnSpecCreator(m_spec.getColumnSpec(i));
            if (m_options.updateDomain()) {
                column.setDomain(m_domains[i].domain());
            } else if (!m_options.initDomain()) {
                column.setDomain(null);
            }
            creator.replaceColumn(i, column.createSpec());
        }
        return creator.createSpec();
    }
}
