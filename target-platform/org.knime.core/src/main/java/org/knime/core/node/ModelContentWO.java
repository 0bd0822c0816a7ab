// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** Takes a model's content. */
public interface ModelContentWO extends ConfigWO {

    /**
     * @param key of the nested tree, which replaces an entry of the same key
     * @return the nested tree, empty
     */
    ModelContentWO addModelContent(String key);

    /** @param config the nested tree, which replaces an entry of the same key */
    void addModelContent(ModelContent config);
}
