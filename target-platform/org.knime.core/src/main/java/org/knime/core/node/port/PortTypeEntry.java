// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.lang.reflect.InvocationTargetException;
import java.util.function.Supplier;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.scorewalk.standin.core.PluginXml;

/** One type of port: names from a file; classes are loaded when the type is asked for. */
final class PortTypeEntry {

    private final String m_objectClassName;

    private final String m_specClassName;

    private final Supplier<PortType> m_maker;

    private final Supplier<PortObjectSerializer<?>> m_objectSerializer;

    private final Supplier<PortObjectSpecSerializer<?>> m_specSerializer;

    private PortType m_type;

    PortTypeEntry(final String name, final int color, final Class<? extends PortObject> objectClass,
        final Class<? extends PortObjectSpec> specClass, final Supplier<PortObjectSerializer<?>> objectSerializer,
        final Supplier<PortObjectSpecSerializer<?>> specSerializer) {
        m_objectClassName = objectClass.getName();
        m_specClassName = specClass.getName();
        m_maker = () -> new PortType(objectClass, specClass, false, name, color, false);
        m_objectSerializer = objectSerializer;
        m_specSerializer = specSerializer;
    }

    PortTypeEntry(final PluginXml.Element element, final PluginXml plugin) {
        m_objectClassName = element.required("objectClass");
        m_specClassName = element.attribute("specClass", DataTableSpec.class.getName());
        final String name = element.required("name");
        final int color = color(element.attribute("color", ""));
        final boolean hidden = Boolean.parseBoolean(element.attribute("hidden", "false"));
        m_maker = () -> new PortType(plugin.loadClass(m_objectClassName).asSubclass(PortObject.class),
            plugin.loadClass(m_specClassName).asSubclass(PortObjectSpec.class), false, name, color, hidden);
        final String objectSerializer = element.required("objectSerializer");
        m_objectSerializer = () -> (PortObjectSerializer<?>)make(plugin.loadClass(objectSerializer));
        final String specSerializer =
            element.attribute("specSerializer", DataTableSpec.Serializer.class.getName());
        m_specSerializer = () -> (PortObjectSpecSerializer<?>)make(plugin.loadClass(specSerializer));
    }

    private static int color(final String text) {
        try {
            return text.startsWith("#") ? Integer.parseInt(text.substring(1), 16) : PortType.DEFAULT_COLOR;
        } catch (NumberFormatException e) { // NOSONAR as if none were given
            return PortType.DEFAULT_COLOR;
        }
    }

    private static Object make(final Class<?> serializer) {
        try {
            return serializer.getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(
                "The serializer " + serializer.getName() + " cannot be created: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The serializer " + serializer.getName() + " cannot be created: " + e, e);
        }
    }

    String objectClassName() {
        return m_objectClassName;
    }

    String specClassName() {
        return m_specClassName;
    }

    synchronized PortType type() {
        if (m_type == null) {
            m_type = m_maker.get();
        }
        return m_type;
    }

    /** @return null if objects of this type are not written */
    @SuppressWarnings("unchecked") // the file says so
    PortObjectSerializer<PortObject> objectSerializer() {
        return m_objectSerializer == null ? null : (PortObjectSerializer<PortObject>)m_objectSerializer.get();
    }

    /** @return null if specifications of this type are not written */
    @SuppressWarnings("unchecked") // the file says so
    PortObjectSpecSerializer<PortObjectSpec> specSerializer() {
        return m_specSerializer == null ? null : (PortObjectSpecSerializer<PortObjectSpec>)m_specSerializer.get();
    }
}
