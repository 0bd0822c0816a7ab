// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
/** Gives a node's settings. */
public interface NodeSettingsRO extends ConfigRO {

    /**
     * @param key of a nested tree
     * @return the nested tree
     * @throws InvalidSettingsException if there is none
     */
    NodeSettingsRO getNodeSettings(String key) throws InvalidSettingsException;

    /** @param dest takes a copy of all entries */
    void copyTo(ConfigWO dest);
}
