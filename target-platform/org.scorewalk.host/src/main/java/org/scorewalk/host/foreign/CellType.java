// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.foreign;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;

/** A column's type as settings hold it. */
final class CellType implements NodeParameters {

    @Persist(configKey = "cell_class")
    String m_cellClass = "org.knime.core.data.def.StringCell";

    @Persist(configKey = "is_null")
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_isNull;
}
