// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.knime.core.node.NodeLogger;

/** Makes columns. Names are trimmed; an empty one is replaced. */
public final class DataColumnSpecCreator {

    private static final AtomicInteger EMPTY_NAMES = new AtomicInteger();

    /** What may differ between columns that are merged. */
    public enum MergeOptions {
        /** The types. */
        ALLOW_VARYING_TYPES,
        /** The names of elements. */
        ALLOW_VARYING_ELEMENT_NAMES;
    }

    private String m_name;

    private List<String> m_elementNames = List.of();

    private DataType m_type;

    private DataColumnDomain m_domain = new DataColumnDomainCreator().createDomain();

    private DataColumnProperties m_properties = new DataColumnProperties();

    /**
     * @param name of the column
     * @param type of the column
     */
    public DataColumnSpecCreator(final String name, final DataType type) {
        setName(name);
        setType(type);
    }

    /** @param cspec gives all parts */
    public DataColumnSpecCreator(final DataColumnSpec cspec) {
        m_name = cspec.getName();
        m_elementNames = cspec.getElementNames();
        m_type = cspec.getType();
        m_domain = cspec.getDomain();
        m_properties = cspec.getProperties();
    }

    /** @param name is trimmed */
    public void setName(final String name) {
        if (name == null) {
            throw new NullPointerException("Name of DataColumnSpec must not be null!");
        }
        final String trimmed = name.trim();
        if (trimmed.isEmpty()) {
            m_name = "<empty_" + EMPTY_NAMES.incrementAndGet() + ">";
            NodeLogger.getLogger(DataColumnSpecCreator.class)
                .warn("Column name \"" + name + "\" is invalid, replacing by \"" + m_name + "\"");
        } else {
            m_name = trimmed;
        }
    }

    /** @param type not null */
    public void setType(final DataType type) {
        m_type = Objects.requireNonNull(type, "Type of DataColumnSpec must not be null!");
    }

    /** @param domain null for nothing known */
    public void setDomain(final DataColumnDomain domain) {
        m_domain = domain == null ? new DataColumnDomainCreator().createDomain() : domain;
    }

    /** @param props null for none */
    public void setProperties(final DataColumnProperties props) {
        m_properties = props == null ? new DataColumnProperties() : props;
    }

    /**
     * Makes the column fit for the cells of another one, too.
     *
     * @param cspec2 a column of the same name
     * @param options what may differ
     */
    public void merge(final DataColumnSpec cspec2, final Set<MergeOptions> options) {
        if (!m_name.equals(cspec2.getName())
            || !options.contains(MergeOptions.ALLOW_VARYING_TYPES) && !m_type.equals(cspec2.getType())) {
            throw new IllegalArgumentException("Structures of DataColumnSpecs don't match.");
        }
        m_type = DataType.getCommonSuperType(m_type, cspec2.getType());
        m_domain = merge(m_domain, cspec2.getDomain());
        final Map<String, String> common = new LinkedHashMap<>();
        for (final String key : (Iterable<String>)() -> m_properties.properties().asIterator()) {
            if (Objects.equals(m_properties.getProperty(key), cspec2.getProperties().getProperty(key))) {
                common.put(key, m_properties.getProperty(key));
            }
        }
        m_properties = new DataColumnProperties(common);
        if (!m_elementNames.equals(cspec2.getElementNames())) {
            m_elementNames = List.of();
        }
    }

    private static DataColumnDomain merge(final DataColumnDomain a, final DataColumnDomain b) {
        Set<DataCell> values = null;
        if (a.hasValues() && b.hasValues()) {
            values = new LinkedHashSet<>(a.getValues());
            values.addAll(b.getValues());
        }
        return new DataColumnDomain(extreme(a.getLowerBound(), b.getLowerBound(), -1),
            extreme(a.getUpperBound(), b.getUpperBound(), 1), values);
    }

    private static DataCell extreme(final DataCell a, final DataCell b, final int sign) {
        if (a instanceof DoubleValue x && b instanceof DoubleValue y) {
            return Double.compare(x.getDoubleValue(), y.getDoubleValue()) * sign >= 0 ? a : b;
        }
        return null;
    }

    /** @return the column */
    public DataColumnSpec createSpec() {
        return new DataColumnSpec(m_name, m_elementNames, m_type, m_domain, m_properties);
    }
}
