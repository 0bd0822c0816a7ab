// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Skeleton. */
public final class DataColumnSpec {
    public String getName() { throw new UnsupportedOperationException(); }
    public List<String> getElementNames() { throw new UnsupportedOperationException(); }
    public DataType getType() { throw new UnsupportedOperationException(); }
    public DataColumnDomain getDomain() { throw new UnsupportedOperationException(); }
    public DataColumnProperties getProperties() { throw new UnsupportedOperationException(); }
    public boolean isCompatibleWith(DataColumnSpec cspec) { throw new UnsupportedOperationException(); }
    public boolean equalStructure(DataColumnSpec cspec) { throw new UnsupportedOperationException(); }
    public boolean equals(Object o) { throw new UnsupportedOperationException(); }
    public int hashCode() { throw new UnsupportedOperationException(); }
    public String toString() { throw new UnsupportedOperationException(); }
    public void save(ConfigWO config) { throw new UnsupportedOperationException(); }
    public static DataColumnSpec load(ConfigRO config) throws InvalidSettingsException { throw new UnsupportedOperationException(); }
}
