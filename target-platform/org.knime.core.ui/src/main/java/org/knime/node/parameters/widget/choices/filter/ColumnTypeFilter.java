// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.filter;

import java.util.List;

import org.knime.core.data.DataColumnSpec;

/** A choice of columns by the preferred value class of their type. */
final class ColumnTypeFilter extends TypeFilter {

    boolean selects(final DataColumnSpec column) {
        return List.of(m_selectedTypes).contains(column.getType().getPreferredValueClass().getName());
    }
}
