// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;

/** Gives a model's content. */
public interface ModelContentRO extends ConfigRO {

    /**
     * @param key of a nested tree
     * @return the nested tree
     * @throws InvalidSettingsException if there is none
     */
    ModelContentRO getModelContent(String key) throws InvalidSettingsException;

}
