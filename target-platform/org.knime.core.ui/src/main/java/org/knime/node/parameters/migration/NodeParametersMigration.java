// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.migration;

import java.util.List;

/** Ways to read a value from settings that earlier versions of a node saved. */
public interface NodeParametersMigration<T> {

    List<ConfigMigration<T>> getConfigMigrations();
}
