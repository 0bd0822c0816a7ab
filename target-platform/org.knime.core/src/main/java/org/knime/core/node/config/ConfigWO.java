// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.node.config.base.ConfigBaseWO;

/** Settings to be written, with cells, types and row keys. */
public interface ConfigWO extends ConfigBaseWO {

    /**
     * @param key takes the place of an entry of the same key
     * @return the nested configuration, empty
     */
    Config addConfig(String key);

    /**
     * @param key takes the place of an entry of the same key
     * @param value a cell, which may be null
     */
    void addDataCell(String key, DataCell value);

    /**
     * @param key takes the place of an entry of the same key
     * @param values the array, which may be null
     */
    void addDataCellArray(String key, DataCell... values);

    /**
     * @param key takes the place of an entry of the same key
     * @param value a type, which may be null
     */
    void addDataType(String key, DataType value);

    /**
     * @param key takes the place of an entry of the same key
     * @param values the array, which may be null
     */
    void addDataTypeArray(String key, DataType... values);

    /**
     * @param key takes the place of an entry of the same key
     * @param value a key, which may be null
     */
    void addRowKey(String key, RowKey value);

    /**
     * @param key takes the place of an entry of the same key
     * @param values the array, which may be null
     */
    void addRowKeyArray(String key, RowKey... values);
}
