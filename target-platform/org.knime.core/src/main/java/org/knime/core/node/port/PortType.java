// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Skeleton. */
public final class PortType {
    public static final int DEFAULT_COLOR = -6579301;
    public String getName() { throw new UnsupportedOperationException(); }
    public int getColor() { throw new UnsupportedOperationException(); }
    public Class<? extends PortObjectSpec> getPortObjectSpecClass() { throw new UnsupportedOperationException(); }
    public Class<? extends PortObject> getPortObjectClass() { throw new UnsupportedOperationException(); }
    public boolean isOptional() { throw new UnsupportedOperationException(); }
    public boolean isHidden() { throw new UnsupportedOperationException(); }
    public boolean isSuperTypeOf(PortType subType) { throw new UnsupportedOperationException(); }
    public String toString() { throw new UnsupportedOperationException(); }
    public int hashCode() { throw new UnsupportedOperationException(); }
    public boolean equals(Object obj) { throw new UnsupportedOperationException(); }
    public void save(NodeSettingsWO settings) { throw new UnsupportedOperationException(); }
    public void save(ConfigWO settings) { throw new UnsupportedOperationException(); }
    public boolean acceptsPortObjectSpec(PortObjectSpec spec) { throw new UnsupportedOperationException(); }
    public boolean acceptsPortObjectClass(Class<? extends PortObject> portObjectClass) { throw new UnsupportedOperationException(); }
    public boolean acceptsPortObject(PortObject obj) { throw new UnsupportedOperationException(); }
    public static PortType load(NodeSettingsRO settings) throws InvalidSettingsException { throw new UnsupportedOperationException(); }
    public static PortType load(ConfigRO settings) throws InvalidSettingsException { throw new UnsupportedOperationException(); }
    public static Class<? extends PortObjectSpec> getPortObjectSpecClass(Class<? extends PortObject> objectClass) { throw new UnsupportedOperationException(); }
}
