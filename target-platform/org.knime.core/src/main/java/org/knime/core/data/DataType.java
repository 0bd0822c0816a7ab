// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.convert.map.IdentifiableType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/**
 * The type of a cell or column: the kinds of values that it can be read as, the preferred one first. A type that
 * belongs to a cell class is native; the common super type of unrelated types is not.
 */
public final class DataType implements IdentifiableType {

    private static final String CELL_CLASS = "cell_class";

    private static final String ELEMENT_TYPE = "collection_element_type";

    private static final String VALUE_CLASSES = "value_classes";

    private static final ConcurrentMap<Class<?>, DataType> NATIVE = new ConcurrentHashMap<>();

    private final Class<? extends DataCell> m_cellClass;

    private final List<Class<? extends DataValue>> m_valueClasses;

    private final DataType m_elementType;

    private DataType(final Class<? extends DataCell> cellClass, final List<Class<? extends DataValue>> valueClasses,
        final DataType elementType) {
        m_cellClass = cellClass;
        m_valueClasses = List.copyOf(valueClasses);
        m_elementType = elementType;
    }

    /**
     * @param cell a class of cells
     * @return the type of these cells
     */
    public static DataType getType(final Class<? extends DataCell> cell) {
        final DataType known = NATIVE.get(Objects.requireNonNull(cell, "Class must not be null."));
        return known != null ? known : NATIVE.computeIfAbsent(cell,
            c -> new DataType(cell, valueClassesOf(cell), null));
    }

    /**
     * @param cellImplementsCollectionDataValue a class of cells that hold cells
     * @param collectionElementType the type of the cells in them
     * @return the type of these collections
     */
    public static DataType getType(final Class<? extends DataCell> cellImplementsCollectionDataValue,
        final DataType collectionElementType) {
        if (collectionElementType == null) {
            return getType(cellImplementsCollectionDataValue);
        }
        if (!CollectionDataValue.class.isAssignableFrom(cellImplementsCollectionDataValue)) {
            throw new IllegalArgumentException(
                "Cells of " + cellImplementsCollectionDataValue.getName() + " hold no other cells.");
        }
        return new DataType(cellImplementsCollectionDataValue, valueClassesOf(cellImplementsCollectionDataValue),
            collectionElementType);
    }

    static DataType ofCell(final DataCell cell) {
        if (cell instanceof CollectionDataValue collection) {
            return getType(cell.getClass(), collection.getElementType());
        }
        return getType(cell.getClass());
    }

    /** Level by level through the interfaces, so that the one that the class names first is the preferred one. */
    private static List<Class<? extends DataValue>> valueClassesOf(final Class<? extends DataCell> cell) {
        final Set<Class<? extends DataValue>> result = new LinkedHashSet<>();
        for (Class<?> c = cell; c != null && c != Object.class; c = c.getSuperclass()) {
            List<Class<?>> level = List.of(c.getInterfaces());
            while (!level.isEmpty()) {
                final List<Class<?>> next = new ArrayList<>();
                for (final Class<?> i : level) {
                    if (DataValue.class.isAssignableFrom(i) && i != DataValue.class) {
                        result.add(i.asSubclass(DataValue.class));
                        next.addAll(List.of(i.getInterfaces()));
                    }
                }
                level = next;
            }
        }
        result.add(DataValue.class);
        return new ArrayList<>(result);
    }

    /** @return the cell that stands for no value */
    public static DataCell getMissingCell() {
        return MissingCell.INSTANCE;
    }

    /**
     * @param type1 a type
     * @param type2 a type
     * @return the narrowest type that takes cells of both
     */
    public static DataType getCommonSuperType(final DataType type1, final DataType type2) {
        if (type1.isASuperTypeOf(type2)) {
            return type1;
        }
        if (type2.isASuperTypeOf(type1)) {
            return type2;
        }
        final Set<Class<? extends DataValue>> common = new LinkedHashSet<>(type1.m_valueClasses);
        common.retainAll(type2.m_valueClasses);
        DataType element = null;
        if (type1.isCollectionType() && type2.isCollectionType()) {
            element = getCommonSuperType(type1.m_elementType, type2.m_elementType);
        }
        return new DataType(null, new ArrayList<>(common), element);
    }

    /**
     * @param value a kind of value
     * @return facts about it, its own or those that it inherits
     */
    public static DataValue.UtilityFactory getUtilityFor(final Class<? extends DataValue> value) {
        try {
            return (DataValue.UtilityFactory)value.getField("UTILITY").get(null);
        } catch (ReflectiveOperationException e) { // NOSONAR every DataValue has one
            throw new IllegalStateException("No UTILITY in " + value.getName(), e);
        }
    }

    /** @return the class of the cells, null if the type is not native */
    public Class<? extends DataCell> getCellClass() {
        return m_cellClass;
    }

    /** @return the kinds of values, the preferred one first */
    public List<Class<? extends DataValue>> getValueClasses() {
        return m_valueClasses;
    }

    /** @return the kind of value that tells most */
    public Class<? extends DataValue> getPreferredValueClass() {
        return m_valueClasses.get(0);
    }

    /** @return the type of the cells in these collections, null if cells of this type hold none */
    public DataType getCollectionElementType() {
        return m_elementType;
    }

    /** @return whether cells of this type hold other cells */
    public boolean isCollectionType() {
        return m_elementType != null;
    }

    /** @return whether this is the type of missing cells */
    public boolean isMissingValueType() {
        return m_cellClass == MissingCell.class;
    }

    /**
     * @param valueClass a kind of value
     * @return whether cells of this type can be read as that
     */
    public boolean isCompatible(final Class<? extends DataValue> valueClass) {
        if (isMissingValueType()) {
            return true;
        }
        for (final Class<? extends DataValue> c : m_valueClasses) {
            if (valueClass.isAssignableFrom(c)) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param valueClass a kind of value
     * @return whether cells of this type can be turned into that; here, whether they can be read as that
     */
    public boolean isAdaptable(final Class<? extends DataValue> valueClass) {
        return isCompatible(valueClass);
    }

    /**
     * @param type another type
     * @return whether a column of this type takes cells of that type
     */
    public boolean isASuperTypeOf(final DataType type) {
        if (this == type || type.isMissingValueType()) {
            return true;
        }
        if (isMissingValueType()) {
            return false;
        }
        for (final Class<? extends DataValue> c : m_valueClasses) {
            if (!type.isCompatible(c)) {
                return false;
            }
        }
        return !isCollectionType()
            || type.isCollectionType() && m_elementType.isASuperTypeOf(type.m_elementType);
    }

    /**
     * Writes the type.
     *
     * @param config takes it
     */
    public void save(final ConfigWO config) {
        if (m_elementType != null) {
            m_elementType.save(config.addConfig(ELEMENT_TYPE));
        }
        config.addString(CELL_CLASS, m_cellClass == null ? null : m_cellClass.getName());
        if (m_cellClass == null) {
            config.addStringArray(VALUE_CLASSES,
                m_valueClasses.stream().map(Class::getName).toArray(String[]::new));
        }
    }

    /**
     * @param config what {@link #save(ConfigWO)} wrote
     * @return the type
     * @throws InvalidSettingsException if the type is not known here
     */
    public static DataType load(final ConfigRO config) throws InvalidSettingsException {
        final DataType element = config.containsKey(ELEMENT_TYPE) ? load(config.getConfig(ELEMENT_TYPE)) : null;
        final String name = config.getString(CELL_CLASS);
        if (name != null) {
            final Class<? extends DataCell> cell = KnownCells.cellClass(name);
            if (element != null && !CollectionDataValue.class.isAssignableFrom(cell)) {
                throw new InvalidSettingsException("Cells of " + name + " hold no other cells.");
            }
            return getType(cell, element);
        }
        final List<Class<? extends DataValue>> values = new ArrayList<>();
        for (final String value : config.getStringArray(VALUE_CLASSES)) {
            values.add(KnownCells.valueClass(value));
        }
        return new DataType(null, values, element);
    }

    /** @return a factory that makes cells of this type from outside content, if there is one */
    public Optional<DataCellFactory> getCellFactory(final org.knime.core.node.ExecutionContext exec) {
        final Optional<DataCellFactory> factory = KnownCells.factory(m_cellClass);
        factory.ifPresent(f -> f.init(exec));
        return factory;
    }

    /** @return the name that users see */
    public String getName() {
        if (isMissingValueType()) {
            return "?";
        }
        return getUtilityFor(getPreferredValueClass()) instanceof ExtensibleUtilityFactory f ? f.getName()
            : getPreferredValueClass().getSimpleName();
    }

    @Override
    public String getIdentifier() {
        final StringBuilder id =
            new StringBuilder(m_cellClass == null ? m_valueClasses.toString() : m_cellClass.getName());
        if (m_elementType != null) {
            id.append('<').append(m_elementType.getIdentifier()).append('>');
        }
        return id.toString();
    }

    /** @return the name with that of the elements, for users */
    public String toPrettyString() {
        return toString();
    }

    @Override
    public String toString() {
        return m_elementType == null ? getName() : getName() + " (Collection of: " + m_elementType + ")";
    }

    /** Types are equal if they stand for the same kinds of values, preferred one and elements included. */
    @Override
    public boolean equals(final Object other) {
        return this == other || other instanceof DataType o
            && m_valueClasses.get(0) == o.m_valueClasses.get(0)
            && Objects.equals(m_elementType, o.m_elementType)
            && (m_valueClasses.equals(o.m_valueClasses)
                || new HashSet<>(m_valueClasses).equals(new HashSet<>(o.m_valueClasses)));
    }

    @Override
    public int hashCode() {
        return m_valueClasses.get(0).hashCode() * 31 + m_valueClasses.size();
    }
}
