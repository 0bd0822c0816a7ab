// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * How settings hold the values of a type.
 *
 * @param <T> the type
 */
interface ValueCodec<T> {

    void save(NodeSettingsWO settings, String key, T value);

    T load(NodeSettingsRO settings, String key) throws InvalidSettingsException;

    /** What is saved for an {@link java.util.Optional} without a value. */
    default T empty() {
        return null;
    }
}
