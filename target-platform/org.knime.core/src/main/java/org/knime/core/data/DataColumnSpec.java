// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** A column: name, type, domain, properties. Made by {@link DataColumnSpecCreator}. */
public final class DataColumnSpec {

    private static final String NAME = "column_name";

    private static final String ELEMENT_NAMES = "element_names";

    private static final String TYPE = "column_type";

    private static final String DOMAIN = "column_domain";

    private static final String PROPERTIES = "column_properties";

    private static final String META_DATA = "meta_data";

    private final String m_name;

    private final List<String> m_elementNames;

    private final DataType m_type;

    private final DataColumnDomain m_domain;

    private final DataColumnProperties m_properties;

    DataColumnSpec(final String name, final List<String> elementNames, final DataType type,
        final DataColumnDomain domain, final DataColumnProperties properties) {
        m_name = name;
        m_elementNames = elementNames;
        m_type = type;
        m_domain = domain;
        m_properties = properties;
    }

    /** @return the name */
    public String getName() {
        return m_name;
    }

    /** @return the names of the elements of a collection, if they have any; else empty */
    public List<String> getElementNames() {
        return m_elementNames;
    }

    /** @return the type */
    public DataType getType() {
        return m_type;
    }

    /** @return what is known of the values */
    public DataColumnDomain getDomain() {
        return m_domain;
    }

    /** @return the texts that the column carries */
    public DataColumnProperties getProperties() {
        return m_properties;
    }

    /**
     * @param cspec another column
     * @return whether name and type are the same
     */
    public boolean equalStructure(final DataColumnSpec cspec) {
        return this == cspec || cspec != null && m_name.equals(cspec.m_name) && m_type.equals(cspec.m_type);
    }

    @Override
    public boolean equals(final Object o) {
        return this == o || o instanceof DataColumnSpec c && equalStructure(c) && m_domain.equals(c.m_domain)
            && m_properties.equals(c.m_properties) && m_elementNames.equals(c.m_elementNames);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_name, m_type);
    }

    @Override
    public String toString() {
        return m_name + " (" + m_type + ")";
    }

    /**
     * Writes the column.
     *
     * @param config takes it
     */
    public void save(final ConfigWO config) {
        config.addString(NAME, m_name);
        config.addStringArray(ELEMENT_NAMES, m_elementNames.toArray(String[]::new));
        m_type.save(config.addConfig(TYPE));
        m_domain.save(config.addConfig(DOMAIN));
        m_properties.save(config.addConfig(PROPERTIES));
        config.addConfig(META_DATA);
    }

    /**
     * @param config what {@link #save(ConfigWO)} wrote
     * @return the column
     * @throws InvalidSettingsException if it cannot be read
     */
    public static DataColumnSpec load(final ConfigRO config) throws InvalidSettingsException {
        final String name = config.getString(NAME);
        if (name == null) {
            throw new InvalidSettingsException("The name of a column must not be null.");
        }
        final String[] elements = config.getStringArray(ELEMENT_NAMES, new String[0]);
        return new DataColumnSpec(name, List.copyOf(Arrays.asList(elements)),
            DataType.load(config.getConfig(TYPE)), DataColumnDomain.load(config.getConfig(DOMAIN)),
            DataColumnProperties.load(config.getConfig(PROPERTIES)));
    }
}
