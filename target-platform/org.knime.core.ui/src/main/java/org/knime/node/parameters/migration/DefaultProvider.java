// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.migration;

import java.util.List;

/** Gives the value of a field whose key is absent. */
@FunctionalInterface
public interface DefaultProvider<T> extends NodeParametersMigration<T> {

    T getDefault();

    @Override
    default List<ConfigMigration<T>> getConfigMigrations() {
        return List.of(ConfigMigration.<T> builder(settings -> getDefault()).build());
    }
}
