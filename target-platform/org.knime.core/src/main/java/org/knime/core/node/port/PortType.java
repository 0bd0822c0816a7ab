// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

/** The type of a port: the class of its objects, and whether it must be connected. */
public final class PortType {

    /** Colour of ports that have none of their own: grey. */
    public static final int DEFAULT_COLOR = -6579301;

    private final Class<? extends PortObject> m_objectClass;

    private final Class<? extends PortObjectSpec> m_specClass;

    private final boolean m_optional;

    private final String m_name;

    private final int m_color;

    private final boolean m_hidden;

    PortType(final Class<? extends PortObject> objectClass, final Class<? extends PortObjectSpec> specClass,
        final boolean optional, final String name, final int color, final boolean hidden) {
        m_objectClass = objectClass;
        m_specClass = specClass;
        m_optional = optional;
        m_name = name;
        m_color = color;
        m_hidden = hidden;
    }

    PortType withOptional(final boolean optional) {
        return optional == m_optional ? this
            : new PortType(m_objectClass, m_specClass, optional, m_name, m_color, m_hidden);
    }

    /** @return the name for users */
    public String getName() {
        return m_name;
    }

    /** @return the colour as 0xRRGGBB */
    public int getColor() {
        return m_color;
    }

    /** @return the class of the objects */
    public Class<? extends PortObject> getPortObjectClass() {
        return m_objectClass;
    }

    /** @return the class of the objects' specifications */
    public Class<? extends PortObjectSpec> getPortObjectSpecClass() {
        return m_specClass;
    }

    /**
     * @param objectClass a class of objects
     * @return the class of their specifications
     */
    public static Class<? extends PortObjectSpec> getPortObjectSpecClass(
        final Class<? extends PortObject> objectClass) {
        return PortTypeRegistry.getInstance().getPortType(objectClass).getPortObjectSpecClass();
    }

    /** @return whether the port need not be connected */
    public boolean isOptional() {
        return m_optional;
    }

    /** @return whether users are not offered the type */
    public boolean isHidden() {
        return m_hidden;
    }

    /**
     * @param subType another type
     * @return whether a port of this type takes all objects of that type
     */
    public boolean isSuperTypeOf(final PortType subType) {
        return m_objectClass.isAssignableFrom(subType.m_objectClass)
            && m_specClass.isAssignableFrom(subType.m_specClass);
    }

    /**
     * @param spec a specification
     * @return whether a port of this type takes it
     */
    public boolean acceptsPortObjectSpec(final PortObjectSpec spec) {
        return m_specClass.isInstance(spec);
    }

    /**
     * @param portObjectClass a class of objects
     * @return whether a port of this type takes them
     */
    public boolean acceptsPortObjectClass(final Class<? extends PortObject> portObjectClass) {
        return m_objectClass.isAssignableFrom(portObjectClass);
    }

    /**
     * @param obj an object
     * @return whether a port of this type takes it
     */
    public boolean acceptsPortObject(final PortObject obj) {
        return m_objectClass.isInstance(obj);
    }

    @Override
    public boolean equals(final Object obj) {
        return this == obj || obj instanceof PortType t && m_objectClass == t.m_objectClass
            && m_optional == t.m_optional;
    }

    @Override
    public int hashCode() {
        return m_objectClass.hashCode() + (m_optional ? 1 : 0);
    }

    @Override
    public String toString() {
        return m_name + " (" + m_objectClass.getName() + ")" + (m_optional ? ", optional" : "");
    }
}
