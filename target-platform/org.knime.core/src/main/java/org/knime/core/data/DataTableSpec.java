// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.data.util.NonClosableInputStream;
import org.knime.core.data.util.NonClosableOutputStream;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.scorewalk.standin.core.ZipEntries;

/** The structure of a table: a name and columns of different names, in order. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {

    private static final String DEFAULT_NAME = "default";

    private static final String NAME = "spec_name";

    private static final String PROPERTIES = "spec_properties";

    private static final String NUMBER_OF_COLUMNS = "number_columns";

    private static final String COLUMN = "column_spec_";

    private final String m_name;

    private final DataColumnSpec[] m_columns;

    private final Map<String, Integer> m_indices;

    private final Map<String, String> m_properties;

    /** No columns. */
    public DataTableSpec() {
        this(DEFAULT_NAME);
    }

    /** @param colSpecs the columns */
    public DataTableSpec(final DataColumnSpec... colSpecs) {
        this(DEFAULT_NAME, colSpecs);
    }

    /** @param name of the table; null for the default name */
    public DataTableSpec(final String name) {
        this(name, new DataColumnSpec[0]);
    }

    /**
     * @param name of the table; null for the default name
     * @param colSpecs the columns
     */
    public DataTableSpec(final String name, final DataColumnSpec... colSpecs) {
        this(name, Map.of(), colSpecs);
    }

    /**
     * @param spec1 gives name and first columns
     * @param spec2 gives the further columns
     */
    public DataTableSpec(final DataTableSpec spec1, final DataTableSpec spec2) {
        this(spec1.getName(), spec1, spec2);
    }

    /**
     * @param name of the table; null for the default name
     * @param spec1 gives the first columns
     * @param spec2 gives the further columns
     */
    public DataTableSpec(final String name, final DataTableSpec spec1, final DataTableSpec spec2) {
        this(name, Stream.concat(spec1.stream(), spec2.stream()).toArray(DataColumnSpec[]::new));
    }

    /**
     * @param names of the columns
     * @param types of the columns
     */
    public DataTableSpec(final String[] names, final DataType[] types) {
        this(DEFAULT_NAME, names, types);
    }

    /**
     * @param name of the table; null for the default name
     * @param names of the columns
     * @param types of the columns
     */
    public DataTableSpec(final String name, final String[] names, final DataType[] types) {
        this(name, createColumnSpecs(names, types));
    }

    DataTableSpec(final String name, final Map<String, String> properties, final DataColumnSpec... columns) {
        m_name = name == null ? DEFAULT_NAME : name;
        m_properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        m_columns = columns.clone();
        m_indices = new HashMap<>(m_columns.length * 2);
        for (int i = 0; i < m_columns.length; i++) {
            if (m_columns[i] == null) {
                throw new NullPointerException("Column " + i + " of a table must not be null.");
            }
            final Integer before = m_indices.put(m_columns[i].getName(), i);
            if (before != null) {
                throw new IllegalArgumentException("Duplicate column name \"" + m_columns[i].getName()
                    + "\" at positions " + before + " and " + i + ".");
            }
        }
    }

    /**
     * @param names of columns
     * @param types of columns
     * @return the columns
     */
    public static final DataColumnSpec[] createColumnSpecs(final String[] names, final DataType[] types) {
        if (names.length != types.length) {
            throw new IllegalArgumentException(
                "There are " + names.length + " names but " + types.length + " types of columns.");
        }
        final DataColumnSpec[] columns = new DataColumnSpec[names.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new DataColumnSpecCreator(names[i], types[i]).createSpec();
        }
        return columns;
    }

    /** @return the name */
    public String getName() {
        return m_name;
    }

    /** @return texts that the table carries, by key */
    public Map<String, String> getProperties() {
        return m_properties;
    }

    /** @return the number of columns */
    public int getNumColumns() {
        return m_columns.length;
    }

    /**
     * @param index of a column
     * @return the column
     */
    public DataColumnSpec getColumnSpec(final int index) {
        return m_columns[index];
    }

    /**
     * @param column name of a column
     * @return the column, null if there is none of that name
     */
    public DataColumnSpec getColumnSpec(final String column) {
        final int index = findColumnIndex(column);
        return index < 0 ? null : m_columns[index];
    }

    /** @return the names of the columns in order */
    public final String[] getColumnNames() {
        return stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }

    /**
     * @param columnName name of a column, not null
     * @return its index, -1 if there is none of that name
     */
    public int findColumnIndex(final String columnName) {
        return m_indices.getOrDefault(Objects.requireNonNull(columnName, "Column name must not be null."), -1);
    }

    /**
     * @param columnName name of a column
     * @return whether there is one of that name
     */
    public boolean containsName(final String columnName) {
        return findColumnIndex(columnName) >= 0;
    }

    /**
     * @param columns names of columns
     * @return their indices
     */
    public int[] columnsToIndices(final String... columns) {
        final int[] indices = new int[columns.length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = findColumnIndex(columns[i]);
            if (indices[i] < 0) {
                throw new IllegalArgumentException("There is no column \"" + columns[i] + "\" in the table.");
            }
        }
        return indices;
    }

    /**
     * @param spec another structure
     * @return whether names and types of the columns are the same, in order
     */
    public boolean equalStructure(final DataTableSpec spec) {
        if (spec == null || spec.m_columns.length != m_columns.length) {
            return false;
        }
        for (int i = 0; i < m_columns.length; i++) {
            if (!m_columns[i].equalStructure(spec.m_columns[i])) {
                return false;
            }
        }
        return true;
    }

    /** Compares columns, properties and domains; the name of the table does not count. */
    @Override
    public boolean equals(final Object obj) {
        return this == obj || obj instanceof DataTableSpec s && Arrays.equals(m_columns, s.m_columns)
            && m_properties.equals(s.m_properties);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m_columns);
    }

    @Override
    public Iterator<DataColumnSpec> iterator() {
        return stream().iterator();
    }

    /** @return the columns in order */
    public Stream<DataColumnSpec> stream() {
        return Stream.of(m_columns);
    }

    /**
     * @param specs structures
     * @return one that takes the rows of all: columns of the same name merged, in the order of their appearance
     */
    public static DataTableSpec mergeDataTableSpecs(final DataTableSpec... specs) {
        final Map<String, DataColumnSpecCreator> columns = new LinkedHashMap<>();
        for (final DataTableSpec spec : specs) {
            for (final DataColumnSpec column : spec) {
                final DataColumnSpecCreator known = columns.get(column.getName());
                if (known == null) {
                    columns.put(column.getName(), new DataColumnSpecCreator(column));
                } else {
                    known.merge(column, java.util.EnumSet.allOf(DataColumnSpecCreator.MergeOptions.class));
                }
            }
        }
        return new DataTableSpec(specs.length == 0 ? DEFAULT_NAME : specs[0].getName(),
            columns.values().stream().map(DataColumnSpecCreator::createSpec).toArray(DataColumnSpec[]::new));
    }

    /**
     * Writes the structure.
     *
     * @param config takes it
     */
    public void save(final ConfigWO config) {
        config.addString(NAME, m_name);
        if (!m_properties.isEmpty()) {
            m_properties.forEach(config.addConfig(PROPERTIES)::addString);
        }
        config.addInt(NUMBER_OF_COLUMNS, m_columns.length);
        for (int i = 0; i < m_columns.length; i++) {
            m_columns[i].save(config.addConfig(COLUMN + i));
        }
    }

    /**
     * @param config what {@link #save(ConfigWO)} wrote
     * @return the structure
     * @throws InvalidSettingsException if it cannot be read
     */
    public static DataTableSpec load(final ConfigRO config) throws InvalidSettingsException {
        final String name = config.getString(NAME);
        final int n = config.getInt(NUMBER_OF_COLUMNS);
        final List<DataColumnSpec> columns = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            columns.add(DataColumnSpec.load(config.getConfig(COLUMN + i)));
        }
        final Map<String, String> properties = new LinkedHashMap<>();
        if (config.containsKey(PROPERTIES)) {
            final ConfigRO texts = config.getConfig(PROPERTIES);
            for (final String key : texts) {
                properties.put(key, texts.getString(key));
            }
        }
        try {
            return new DataTableSpec(name, properties, columns.toArray(DataColumnSpec[]::new));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "name=" + m_name + ",columns=" + Arrays.toString(m_columns);
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** Writes and reads structures as {@code spec.xml}. */
    public static final class Serializer extends PortObjectSpecSerializer<DataTableSpec> {

        private static final String ENTRY = "spec.xml";

        /** A serializer. */
        public Serializer() {
            // no state
        }

        @Override
        public void savePortObjectSpec(final DataTableSpec portObjectSpec, final PortObjectSpecZipOutputStream out)
            throws IOException {
            final ModelContent content = new ModelContent(ENTRY);
            portObjectSpec.save(content);
            out.putNextEntry(new ZipEntry(ENTRY));
            content.saveToXML(new NonClosableOutputStream.Zip(out));
        }

        @Override
        public DataTableSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            final ZipEntry entry = ZipEntries.next(in);
            if (entry == null || !entry.getName().equals(ENTRY)) {
                throw new IOException("Expected \"" + ENTRY + "\" zip entry, got " + entry);
            }
            try {
                return load(ModelContent.loadFromXML(new NonClosableInputStream.Zip(in)));
            } catch (InvalidSettingsException e) {
                throw new IOException("The structure of a table cannot be read: " + e.getMessage(), e);
            }
        }
    }
}
