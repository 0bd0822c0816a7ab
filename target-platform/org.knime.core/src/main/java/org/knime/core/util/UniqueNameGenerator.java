// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

import java.util.Set;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;

/** Skeleton. */
public final class UniqueNameGenerator {
    public UniqueNameGenerator(DataTableSpec spec) { throw new UnsupportedOperationException(); }
    public UniqueNameGenerator(Set<String> names) { throw new UnsupportedOperationException(); }
    public String newName(String suggested) { throw new UnsupportedOperationException(); }
    public DataColumnSpecCreator newCreator(String suggested, DataType type) { throw new UnsupportedOperationException(); }
    public DataColumnSpecCreator newCreator(DataColumnSpec column) { throw new UnsupportedOperationException(); }
    public DataColumnSpec newColumn(String suggested, DataType type) { throw new UnsupportedOperationException(); }
}
