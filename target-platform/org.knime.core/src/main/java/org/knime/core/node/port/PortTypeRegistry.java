// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.util.Collection;
import java.util.Optional;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/** Skeleton. */
public final class PortTypeRegistry {
    public static PortTypeRegistry getInstance() { throw new UnsupportedOperationException(); }
    public Collection<PortType> availablePortTypes() { throw new UnsupportedOperationException(); }
    public PortType getPortType(Class<? extends PortObject> portClass) { throw new UnsupportedOperationException(); }
    public PortType getPortType(Class<? extends PortObject> portClass, boolean isOptional) { throw new UnsupportedOperationException(); }
    public Optional<Class<? extends PortObject>> getObjectClass(String className) { throw new UnsupportedOperationException(); }
    public Optional<Class<? extends PortObjectSpec>> getSpecClass(String className) { throw new UnsupportedOperationException(); }
    public Optional<PortObjectSerializer<PortObject>> getObjectSerializer(Class<? extends PortObject> objectClass) { throw new UnsupportedOperationException(); }
    public Optional<PortObjectSpecSerializer<PortObjectSpec>> getSpecSerializer(Class<? extends PortObjectSpec> specClass) { throw new UnsupportedOperationException(); }
}
