// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.flowvariable.FlowVariablePortObjectSpec;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.core.node.port.inactive.InactiveBranchPortObject;
import org.knime.core.node.port.inactive.InactiveBranchPortObjectSpec;
import org.scorewalk.standin.core.PluginXml;

/**
 * The types of ports: some of its own, and those that {@code plugin.xml} files register at
 * {@code org.knime.core.PortType}. The files are read when the first other class is asked for. A class that is not
 * registered has the type of its nearest registered super class or interface.
 */
public final class PortTypeRegistry {

    private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();

    private static final String POINT = "org.knime.core.PortType";

    private final Map<String, PortTypeEntry> m_own = new LinkedHashMap<>();

    private Map<String, PortTypeEntry> m_registered;

    private PortTypeRegistry() {
        own(new PortTypeEntry("Table", 0x000000, BufferedDataTable.class, DataTableSpec.class, null,
            DataTableSpec.Serializer::new));
        own(new PortTypeEntry("Flow Variable", 0xFF4B4B, FlowVariablePortObject.class,
            FlowVariablePortObjectSpec.class, FlowVariablePortObject.Serializer::new,
            FlowVariablePortObjectSpec.Serializer::new));
        own(new PortTypeEntry("Image", 0x41BE78, ImagePortObject.class, ImagePortObjectSpec.class,
            ImagePortObject.Serializer::new, ImagePortObjectSpec.Serializer::new));
        own(new PortTypeEntry("Inactive Branch", PortType.DEFAULT_COLOR, InactiveBranchPortObject.class,
            InactiveBranchPortObjectSpec.class, InactiveBranchPortObject.Serializer::new,
            InactiveBranchPortObjectSpec.Serializer::new));
        own(new PortTypeEntry("Generic Port", PortType.DEFAULT_COLOR, PortObject.class, PortObjectSpec.class, null,
            null));
    }

    private void own(final PortTypeEntry entry) {
        m_own.put(entry.objectClassName(), entry);
    }

    /** @return the registry */
    public static PortTypeRegistry getInstance() {
        return INSTANCE;
    }

    private synchronized Map<String, PortTypeEntry> registered() {
        if (m_registered == null) {
            final Map<String, PortTypeEntry> registered = new LinkedHashMap<>();
            for (final PluginXml plugin : PluginXml.all()) {
                for (final PluginXml.Element element : plugin.elements(POINT, "portType")) {
                    final PortTypeEntry entry = new PortTypeEntry(element, plugin);
                    registered.put(entry.objectClassName(), entry);
                }
            }
            m_registered = registered;
        }
        return m_registered;
    }

    private List<PortTypeEntry> all() {
        final List<PortTypeEntry> all = new ArrayList<>(m_own.values());
        all.addAll(registered().values());
        return all;
    }

    private Optional<PortTypeEntry> entry(final Class<?> objectClass) {
        final PortTypeEntry own = m_own.get(objectClass.getName());
        return Optional.ofNullable(own != null ? own : registered().get(objectClass.getName()));
    }

    /** @return all types */
    public Collection<PortType> availablePortTypes() {
        return all().stream().map(PortTypeEntry::type).toList();
    }

    /**
     * @param portClass a class of objects
     * @return the type of ports for them, which must be connected
     */
    public PortType getPortType(final Class<? extends PortObject> portClass) {
        return getPortType(portClass, false);
    }

    /**
     * @param portClass a class of objects
     * @param isOptional whether the port need not be connected
     * @return the type of ports for them
     */
    public PortType getPortType(final Class<? extends PortObject> portClass, final boolean isOptional) {
        for (Class<?> c = portClass; c != null && PortObject.class.isAssignableFrom(c); c = c.getSuperclass()) {
            final Optional<PortTypeEntry> entry = entry(c);
            if (entry.isPresent()) {
                return entry.get().type().withOptional(isOptional);
            }
        }
        for (final PortTypeEntry entry : registered().values()) {
            final PortType type = entry.type();
            if (type.acceptsPortObjectClass(portClass)) {
                return type.withOptional(isOptional);
            }
        }
        return m_own.get(PortObject.class.getName()).type().withOptional(isOptional);
    }

    /**
     * @param className name of a class of objects
     * @return the class, if it is registered
     */
    public Optional<Class<? extends PortObject>> getObjectClass(final String className) {
        final PortTypeEntry own = m_own.get(className);
        return Optional.ofNullable(own != null ? own : registered().get(className))
            .map(e -> e.type().getPortObjectClass());
    }

    /**
     * @param className name of a class of specifications
     * @return the class, if it is registered
     */
    public Optional<Class<? extends PortObjectSpec>> getSpecClass(final String className) {
        for (final PortTypeEntry entry : all()) {
            if (entry.specClassName().equals(className)) {
                return Optional.of(entry.type().getPortObjectSpecClass());
            }
        }
        return Optional.empty();
    }

    /**
     * @param objectClass a class of objects
     * @return what writes and reads them, if registered
     */
    public Optional<PortObjectSerializer<PortObject>> getObjectSerializer(
        final Class<? extends PortObject> objectClass) {
        return entry(objectClass).map(PortTypeEntry::objectSerializer);
    }

    /**
     * @param specClass a class of specifications
     * @return what writes and reads them, if registered
     */
    public Optional<PortObjectSpecSerializer<PortObjectSpec>> getSpecSerializer(
        final Class<? extends PortObjectSpec> specClass) {
        return all().stream().filter(e -> e.specClassName().equals(specClass.getName()))
            .map(PortTypeEntry::specSerializer).filter(s -> s != null).findFirst();
    }
}
