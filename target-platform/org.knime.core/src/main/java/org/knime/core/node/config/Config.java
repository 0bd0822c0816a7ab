// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBase;

/** A tree of settings that also takes cells, types and row keys. */
public abstract class Config extends ConfigBase implements ConfigRO, ConfigWO {

    private static final long serialVersionUID = 1L;

    private static final String ARRAY_SIZE = "array-size";

    private static final String IS_NULL = "is_null";

    /** @param key the key of the root */
    protected Config(final String key) {
        super(key);
    }

    @Override
    public abstract Config getInstance(String key);

    @Override
    public final Config addConfig(final String key) {
        return (Config)addConfigBase(key);
    }

    /** @param config takes the place of an entry of the same key */
    protected final void addConfig(final Config config) {
        addConfigBase(config);
    }

    @Override
    public final Config getConfig(final String key) throws InvalidSettingsException {
        if (getEntry(key) instanceof Config c) {
            return c;
        }
        throw new InvalidSettingsException("Config for key \"" + key + "\" not found.");
    }

    /**
     * @param config says of which class the result is
     * @param in is read to its end and closed
     * @return the content under the key that the XML's root bears
     * @throws IOException if it cannot be read
     */
    protected static Config loadFromXML(final Config config, final InputStream in) throws IOException {
        return (Config)ConfigBase.loadFromXML(config, in);
    }

    @Override
    public void addDataCell(final String key, final DataCell cell) {
        DataCellConfig.save(cell, addConfig(key));
    }

    @Override
    public DataCell getDataCell(final String key) throws InvalidSettingsException {
        return DataCellConfig.load(getConfig(key));
    }

    @Override
    public DataCell getDataCell(final String key, final DataCell def) {
        try {
            return getDataCell(key);
        } catch (InvalidSettingsException e) { // NOSONAR absence is what the default is for
            return def;
        }
    }

    @Override
    public void addDataType(final String key, final DataType type) {
        final Config config = addConfig(key);
        config.addBoolean(IS_NULL, type == null);
        if (type != null) {
            type.save(config);
        }
    }

    @Override
    public DataType getDataType(final String key) throws InvalidSettingsException {
        final Config config = getConfig(key);
        return config.getBoolean(IS_NULL) ? null : DataType.load(config);
    }

    @Override
    public DataType getDataType(final String key, final DataType def) {
        try {
            return getDataType(key);
        } catch (InvalidSettingsException e) { // NOSONAR absence is what the default is for
            return def;
        }
    }

    @Override
    public void addRowKey(final String key, final RowKey rowKey) {
        addString(key, rowKey == null ? null : rowKey.getString());
    }

    @Override
    public RowKey getRowKey(final String key) throws InvalidSettingsException {
        final String id = getString(key);
        return id == null ? null : new RowKey(id);
    }

    @Override
    public RowKey getRowKey(final String key, final RowKey def) {
        try {
            return getRowKey(key);
        } catch (InvalidSettingsException e) { // NOSONAR absence is what the default is for
            return def;
        }
    }

    @Override
    public void addDataCellArray(final String key, final DataCell... values) {
        final Config array = addConfig(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addDataCell(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public DataCell[] getDataCellArray(final String key) throws InvalidSettingsException {
        final Config array = getConfig(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size < 0) {
            return null; // the form of a null array
        }
        // a size beyond the entries fails at the first missing one, before much memory was taken for it
        final DataCell[] result = new DataCell[Math.min(size, array.keySet().size())];
        for (int i = 0; i < size; i++) {
            final DataCell value = array.getDataCell(Integer.toString(i));
            result[i] = value;
        }
        return result;
    }

    @Override
    public DataCell[] getDataCellArray(final String key, final DataCell... def) {
        try {
            return getDataCellArray(key);
        } catch (InvalidSettingsException e) { // NOSONAR absence is what the default is for
            return def;
        }
    }

    @Override
    public void addRowKeyArray(final String key, final RowKey... values) {
        final Config array = addConfig(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addRowKey(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public RowKey[] getRowKeyArray(final String key) throws InvalidSettingsException {
        final Config array = getConfig(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size < 0) {
            return null; // the form of a null array
        }
        // a size beyond the entries fails at the first missing one, before much memory was taken for it
        final RowKey[] result = new RowKey[Math.min(size, array.keySet().size())];
        for (int i = 0; i < size; i++) {
            final RowKey value = array.getRowKey(Integer.toString(i));
            result[i] = value;
        }
        return result;
    }

    @Override
    public RowKey[] getRowKeyArray(final String key, final RowKey... def) {
        try {
            return getRowKeyArray(key);
        } catch (InvalidSettingsException e) { // NOSONAR absence is what the default is for
            return def;
        }
    }

    @Override
    public void addDataTypeArray(final String key, final DataType... values) {
        final Config array = addConfig(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addDataType(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public DataType[] getDataTypeArray(final String key) throws InvalidSettingsException {
        final Config array = getConfig(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size < 0) {
            return null; // the form of a null array
        }
        // a size beyond the entries fails at the first missing one, before much memory was taken for it
        final DataType[] result = new DataType[Math.min(size, array.keySet().size())];
        for (int i = 0; i < size; i++) {
            final DataType value = array.getDataType(Integer.toString(i));
            result[i] = value;
        }
        return result;
    }

    @Override
    public DataType[] getDataTypeArray(final String key, final DataType... def) {
        try {
            return getDataTypeArray(key);
        } catch (InvalidSettingsException e) { // NOSONAR absence is what the default is for
            return def;
        }
    }
}
