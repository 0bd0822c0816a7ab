// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config;

import java.util.Iterator;
import javax.swing.tree.TreeNode;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** Skeleton. */
public interface ConfigRO extends ConfigBaseRO, TreeNode, Iterable<String> {
    public Config getConfig(String key) throws InvalidSettingsException;
    public DataCell getDataCell(String key) throws InvalidSettingsException;
    public RowKey getRowKey(String key) throws InvalidSettingsException;
    public RowKey[] getRowKeyArray(String key) throws InvalidSettingsException;
    public DataType getDataType(String key) throws InvalidSettingsException;
    public DataCell getDataCell(String key, DataCell def);
    public RowKey getRowKey(String key, RowKey def);
    public RowKey[] getRowKeyArray(String key, RowKey... def);
    public DataType getDataType(String key, DataType def);
    public DataCell[] getDataCellArray(String key) throws InvalidSettingsException;
    public DataCell[] getDataCellArray(String key, DataCell... def);
    public DataType[] getDataTypeArray(String key) throws InvalidSettingsException;
    public DataType[] getDataTypeArray(String key, DataType... v);
    public Iterator<String> iterator();
}
