// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config;

import java.util.Iterator;

import javax.swing.tree.TreeNode;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** Settings to be read, with cells, types and row keys. */
public interface ConfigRO extends ConfigBaseRO, TreeNode, Iterable<String> {

    /** @return the keys in their order */
    @Override
    Iterator<String> iterator();

    /**
     * @param key of a nested configuration
     * @return the nested configuration
     * @throws InvalidSettingsException if there is none
     */
    Config getConfig(String key) throws InvalidSettingsException;

    /**
     * @param key of an entry
     * @return a cell, which may be null
     * @throws InvalidSettingsException if there is no entry of that key and type
     */
    DataCell getDataCell(String key) throws InvalidSettingsException;

    /**
     * @param key of an entry
     * @param def stands for an entry that is absent or has another type
     * @return a cell, which may be null
     */
    DataCell getDataCell(String key, DataCell def);

    /**
     * @param key of an array
     * @return the array, which may be null
     * @throws InvalidSettingsException if there is no array of that key and type
     */
    DataCell[] getDataCellArray(String key) throws InvalidSettingsException;

    /**
     * @param key of an array
     * @param def stands for an array that is absent or has another type
     * @return the array, which may be null
     */
    DataCell[] getDataCellArray(String key, DataCell... def);

    /**
     * @param key of an entry
     * @return a type, which may be null
     * @throws InvalidSettingsException if there is no entry of that key and type
     */
    DataType getDataType(String key) throws InvalidSettingsException;

    /**
     * @param key of an entry
     * @param def stands for an entry that is absent or has another type
     * @return a type, which may be null
     */
    DataType getDataType(String key, DataType def);

    /**
     * @param key of an array
     * @return the array, which may be null
     * @throws InvalidSettingsException if there is no array of that key and type
     */
    DataType[] getDataTypeArray(String key) throws InvalidSettingsException;

    /**
     * @param key of an array
     * @param def stands for an array that is absent or has another type
     * @return the array, which may be null
     */
    DataType[] getDataTypeArray(String key, DataType... def);

    /**
     * @param key of an entry
     * @return a key, which may be null
     * @throws InvalidSettingsException if there is no entry of that key and type
     */
    RowKey getRowKey(String key) throws InvalidSettingsException;

    /**
     * @param key of an entry
     * @param def stands for an entry that is absent or has another type
     * @return a key, which may be null
     */
    RowKey getRowKey(String key, RowKey def);

    /**
     * @param key of an array
     * @return the array, which may be null
     * @throws InvalidSettingsException if there is no array of that key and type
     */
    RowKey[] getRowKeyArray(String key) throws InvalidSettingsException;

    /**
     * @param key of an array
     * @param def stands for an array that is absent or has another type
     * @return the array, which may be null
     */
    RowKey[] getRowKeyArray(String key, RowKey... def);
}
