// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.knime.core.data.convert.map.IdentifiableType;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Skeleton. */
public final class DataType implements IdentifiableType {
    public static DataType cloneChangePreferredValue(DataType from, Class<? extends DataValue> preferred) { throw new UnsupportedOperationException(); }
    public static DataType getCommonSuperType(DataType type1, DataType type2) { throw new UnsupportedOperationException(); }
    public static DataCell getMissingCell() { throw new UnsupportedOperationException(); }
    public static DataType getType(Class<? extends DataCell> cell) { throw new UnsupportedOperationException(); }
    public static DataType getType(Class<? extends DataCell> cellImplementsCollectionDataValue, DataType collectionElementType) { throw new UnsupportedOperationException(); }
    public static DataType getType(Class<? extends DataCell> cellClass, DataType collectionElementType, List<Class<? extends DataValue>> adapterList) { throw new UnsupportedOperationException(); }
    public static DataType load(ConfigRO config) throws InvalidSettingsException { throw new UnsupportedOperationException(); }
    public DataType getCollectionElementType() { throw new UnsupportedOperationException(); }
    public boolean isCollectionType() { throw new UnsupportedOperationException(); }
    public boolean equals(Object other) { throw new UnsupportedOperationException(); }
    public Class<? extends DataValue> getPreferredValueClass() { throw new UnsupportedOperationException(); }
    public List<Class<? extends DataValue>> getValueClasses() { throw new UnsupportedOperationException(); }
    public int hashCode() { throw new UnsupportedOperationException(); }
    public boolean isASuperTypeOf(DataType type) { throw new UnsupportedOperationException(); }
    public boolean isCompatible(Class<? extends DataValue> valueClass) { throw new UnsupportedOperationException(); }
    public boolean isAdaptable(Class<? extends DataValue> valueClass) { throw new UnsupportedOperationException(); }
    public boolean isAdaptableToAny(Class<? extends DataValue>... valueClasses) { throw new UnsupportedOperationException(); }
    public DataType createNewWithAdapter(Class<? extends DataValue>... valueClasses) { throw new UnsupportedOperationException(); }
    public Class<? extends DataCell> getCellClass() { throw new UnsupportedOperationException(); }
    public void save(ConfigWO config) { throw new UnsupportedOperationException(); }
    public Optional<DataCellFactory> getCellFactory(ExecutionContext exec) { throw new UnsupportedOperationException(); }
    public String toString() { throw new UnsupportedOperationException(); }
    public String toLegacyString() { throw new UnsupportedOperationException(); }
    public String toPrettyString() { throw new UnsupportedOperationException(); }
    public String toLegacyPrettyString() { throw new UnsupportedOperationException(); }
    public String getName() { throw new UnsupportedOperationException(); }
    public String getIdentifier() { throw new UnsupportedOperationException(); }
}
