// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/**
 * The settings of a node: a class with fields that have default values, a constructor without arguments and, where the
 * defaults depend on the inputs, one that takes a {@link NodeParametersInput}. Its fields are saved by reflection.
 */
public interface NodeParameters extends Persistable, WidgetGroup {

    /**
     * Called after the fields were set and before they are used.
     *
     * @throws InvalidSettingsException says which value is wrong and what to do
     */
    default void validate() throws InvalidSettingsException {
    }
}
