// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.node.config.base.ConfigBaseWO;

/** Skeleton. */
public interface ConfigWO extends ConfigBaseWO {
    Config addConfig(String key);
    public void addDataCell(String key, DataCell cell);
    public void addRowKey(String key, RowKey rowKey);
    public void addRowKeyArray(String key, RowKey... rowKey);
    public void addDataType(String key, DataType type);
    public void addDataCellArray(String key, DataCell... values);
    public void addDataTypeArray(String key, DataType... values);
}
