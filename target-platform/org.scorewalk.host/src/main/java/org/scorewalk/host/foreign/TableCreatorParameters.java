// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.foreign;

import java.util.Arrays;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;

/**
 * The settings of KNIME's Table Creator up to 5.10, which later versions still load: the cells that are not empty, each
 * with its row and column, ordered by row and then by column; and a group of properties for each column.
 */
final class TableCreatorParameters implements NodeParameters {

    private static final int MAX_CELLS = 5_000_000;

    /** What is known of a column. The bounds and values that KNIME may add for its domain are not read. */
    static final class Column implements NodeParameters {

        @Persist(configKey = "UserSetValues")
        boolean m_userSetValues;

        /** The text that stands for a missing cell; null for none. */
        @Persist(configKey = "MissValuePattern")
        @Migrate(loadDefaultIfAbsent = true)
        String m_missing = "";

        /** Of no meaning for the types that are known here. */
        @Persist(configKey = "FormatParameter")
        @Migrate(loadDefaultIfAbsent = true)
        String m_format;

        @Persist(configKey = "ReadPossValsFromFile")
        boolean m_readPossibleValues;

        @Persist(configKey = "SkipThisColumn")
        @Migrate(loadDefaultIfAbsent = true)
        boolean m_skip;

        @Persist(configKey = "ColumnName")
        String m_name = "";

        @Persist(configKey = "ColumnClass")
        CellType m_type = new CellType();
    }

    int[] m_rowIndices = {};

    int[] m_columnIndices = {};

    String[] m_values = {};

    String m_rowIdPrefix = "Row";

    String m_rowIdSuffix = "";

    int m_rowIdStartValue;

    boolean m_highlightOutputTable;

    Column[] m_columnProperties = {};

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_rowIndices == null || m_columnIndices == null || m_values == null || m_columnProperties == null
            || m_rowIdPrefix == null || m_rowIdSuffix == null || Arrays.asList(m_values).contains(null)) {
            throw new InvalidSettingsException("A list of values, rows or columns is missing, or a text in it.");
        }
        if (Arrays.stream(m_columnProperties).anyMatch(c -> c.m_name == null)) {
            throw new InvalidSettingsException("A column has no name.");
        }
        if (m_rowIndices.length != m_values.length || m_columnIndices.length != m_values.length) {
            throw new InvalidSettingsException("There are " + m_values.length + " values, but " + m_rowIndices.length
                + " numbers of rows and " + m_columnIndices.length + " numbers of columns.");
        }
        if (Arrays.stream(m_columnIndices).anyMatch(c -> c >= m_columnProperties.length)) {
            throw new InvalidSettingsException("Name and type are not specified for every column.");
        }
        final long rows = Arrays.stream(m_rowIndices).max().orElse(-1) + 1L;
        if (rows * Math.max(1, m_columnProperties.length) > MAX_CELLS) {
            throw new InvalidSettingsException("There are " + rows + " rows, too many for a table that was typed.");
        }
        long before = -1;
        for (int i = 0; i < m_values.length; i++) {
            if (m_rowIndices[i] < 0 || m_columnIndices[i] < 0) {
                continue; // left out, as KNIME does
            }
            // KNIME reads the cells one after the other and would lose those that stand out of order
            final long place = ((long)m_rowIndices[i] << Integer.SIZE) + m_columnIndices[i];
            if (place <= before) {
                throw new InvalidSettingsException("The values are not ordered by row and column, or a cell has two.");
            }
            before = place;
        }
    }
}
