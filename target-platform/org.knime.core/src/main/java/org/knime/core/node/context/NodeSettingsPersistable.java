// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Can be written to and read from settings. */
public interface NodeSettingsPersistable {

    /** @param settings takes the state */
    void saveSettingsTo(NodeSettingsWO settings);

    /**
     * @param settings hold the state
     * @throws InvalidSettingsException if they cannot be read
     */
    void loadSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException;
}
