// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Enumeration;
import java.util.Map;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Skeleton. */
public final class DataColumnProperties implements Cloneable {
    public DataColumnProperties() { throw new UnsupportedOperationException(); }
    public DataColumnProperties(Map<String, String> content) { throw new UnsupportedOperationException(); }
    public boolean containsProperty(String key) { throw new UnsupportedOperationException(); }
    public String getProperty(String key, String defaultValue) { throw new UnsupportedOperationException(); }
    public String getProperty(String key) { throw new UnsupportedOperationException(); }
    public int size() { throw new UnsupportedOperationException(); }
    public Enumeration<String> properties() { throw new UnsupportedOperationException(); }
    public DataColumnProperties cloneAndOverwrite(Map<String, String> newProperties) { throw new UnsupportedOperationException(); }
    public String toString() { throw new UnsupportedOperationException(); }
    public boolean equals(Object obj) { throw new UnsupportedOperationException(); }
    public int hashCode() { throw new UnsupportedOperationException(); }
    public void save(ConfigWO config) { throw new UnsupportedOperationException(); }
    public static DataColumnProperties load(ConfigRO config) throws InvalidSettingsException { throw new UnsupportedOperationException(); }
}
