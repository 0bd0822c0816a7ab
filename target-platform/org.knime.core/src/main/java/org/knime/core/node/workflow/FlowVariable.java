// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Objects;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** A named value that travels along the connections of a workflow. */
public final class FlowVariable extends FlowObject {

    private static final String NAME = "name";

    private static final String CLASS = "class";

    private static final String VALUE = "value";

    private final String m_name;

    private final VariableType<?> m_type;

    private final Object m_value;

    /**
     * @param name of the variable
     * @param type of the value
     * @param value not null
     * @param <T> the class of the value
     */
    public <T> FlowVariable(final String name, final VariableType<T> type, final T value) {
        m_name = Objects.requireNonNull(name, "Argument must not be null.");
        m_type = Objects.requireNonNull(type, "Argument must not be null.");
        m_value = Objects.requireNonNull(value, "Argument must not be null.");
    }

    /**
     * @param name of the variable
     * @param valueI its value
     */
    public FlowVariable(final String name, final int valueI) {
        this(name, VariableType.IntType.INSTANCE, valueI);
    }

    /**
     * @param name of the variable
     * @param valueD its value
     */
    public FlowVariable(final String name, final double valueD) {
        this(name, VariableType.DoubleType.INSTANCE, valueD);
    }

    /**
     * @param name of the variable
     * @param valueS its value
     */
    public FlowVariable(final String name, final String valueS) {
        this(name, VariableType.StringType.INSTANCE, valueS);
    }

    /** @return the name */
    public String getName() {
        return m_name;
    }

    /** @return the type of the value */
    public VariableType<?> getVariableType() {
        return m_type;
    }

    /**
     * @param expectedType a type; an integer is also a long, a double and a text, a double also a text
     * @param <T> the class of the value
     * @return the value
     * @throws IllegalArgumentException if the variable has another type
     */
    public <T> T getValue(final VariableType<T> expectedType) {
        final Class<T> wanted = expectedType.getSimpleType();
        if (wanted.isInstance(m_value)) {
            return wanted.cast(m_value);
        }
        if (m_value instanceof Integer i && wanted == Double.class) {
            return wanted.cast(i.doubleValue());
        }
        if (m_value instanceof Integer i && wanted == Long.class) {
            return wanted.cast(i.longValue());
        }
        if ((m_value instanceof Integer || m_value instanceof Double) && wanted == String.class) {
            return wanted.cast(m_value.toString());
        }
        throw new IllegalArgumentException(
            "Flow variable \"" + m_name + "\" is a " + m_type + " and no " + expectedType + ".");
    }

    /** @return the value as an integer */
    public int getIntValue() {
        return getValue(VariableType.IntType.INSTANCE);
    }

    /** @return the value as a floating-point number */
    public double getDoubleValue() {
        return getValue(VariableType.DoubleType.INSTANCE);
    }

    /** @return the value as a text */
    public String getStringValue() {
        return getValue(VariableType.StringType.INSTANCE);
    }

    /** @return the value for reading */
    public String getValueAsString() {
        return m_value instanceof Object[] array ? Arrays.toString(array) : m_value.toString();
    }

    /**
     * Writes name, type and value.
     *
     * @param settings takes them
     */
    public void save(final NodeSettingsWO settings) {
        settings.addString(NAME, m_name);
        settings.addString(CLASS, m_type.getIdentifier());
        saveValue(m_type, settings);
    }

    private <T> void saveValue(final VariableType<T> type, final NodeSettingsWO settings) {
        type.saveTo(settings, VALUE, type.getSimpleType().cast(m_value));
    }

    /**
     * @param sub what {@link #save(NodeSettingsWO)} wrote
     * @return the variable
     * @throws InvalidSettingsException if it cannot be read
     */
    public static FlowVariable load(final NodeSettingsRO sub) throws InvalidSettingsException {
        final String name = sub.getString(NAME);
        final String identifier = sub.getString(CLASS);
        if (name == null || identifier == null) {
            throw new InvalidSettingsException("Name and type of a flow variable must not be null.");
        }
        try {
            final VariableType<?> type =
                VariableType.all().stream().filter(t -> t.getIdentifier().equals(identifier)).findFirst().orElseThrow();
            return load(name, type, sub);
        } catch (NoSuchElementException e) {
            throw new InvalidSettingsException(
                "Flow variable \"" + name + "\" has the type \"" + identifier + "\", which is not known here.", e);
        }
    }

    private static <T> FlowVariable load(final String name, final VariableType<T> type, final NodeSettingsRO sub)
        throws InvalidSettingsException {
        final T value = type.loadFrom(sub, VALUE);
        if (value == null) {
            throw new InvalidSettingsException("The value of flow variable \"" + name + "\" must not be null.");
        }
        return new FlowVariable(name, type, value);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof FlowVariable v && m_name.equals(v.m_name) && m_type == v.m_type
            && Objects.deepEquals(m_value, v.m_value);
    }

    @Override
    public int hashCode() {
        return m_name.hashCode();
    }

    @Override
    public String toString() {
        return "\"" + m_name + "\" (" + m_type.getIdentifier() + ": " + getValueAsString() + ")";
    }
}
