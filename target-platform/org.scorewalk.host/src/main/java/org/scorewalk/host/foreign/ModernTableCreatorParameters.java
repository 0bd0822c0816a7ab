// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.foreign;

import java.util.Arrays;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;

/** The settings of KNIME's Table Creator since 5.11: the values of each column; those that are null are missing. */
final class ModernTableCreatorParameters implements NodeParameters {

    /** A column; rows after its last value are missing. */
    static final class Column implements NodeParameters {
        String m_name = "Column 1";

        CellType m_type = new CellType();

        String[] m_values = {null};
    }

    Column[] m_columns = {new Column()};

    long m_numRows = 1;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_columns == null || Arrays.stream(m_columns).anyMatch(c -> c.m_values == null)) {
            throw new InvalidSettingsException("The columns are missing, or the values of one.");
        }
        if (m_numRows < 0 || m_numRows > Integer.MAX_VALUE) {
            throw new InvalidSettingsException("The number of rows is " + m_numRows + ".");
        }
        for (final Column column : m_columns) {
            if (column.m_name == null || column.m_name.isBlank() || !column.m_name.strip().equals(column.m_name)) {
                throw new InvalidSettingsException("The column name \"" + column.m_name
                    + "\" is empty or begins or ends with a blank.");
            }
        }
    }
}
