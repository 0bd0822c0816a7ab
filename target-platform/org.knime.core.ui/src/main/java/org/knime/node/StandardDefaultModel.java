// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.Objects;
import java.util.Optional;

import org.knime.node.parameters.NodeParameters;

/** The model made of one configure and one execute function. */
final class StandardDefaultModel extends DefaultModel {

    private final Class<? extends NodeParameters> m_parametersClass;

    private final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> m_configure;

    private final ExecuteConsumer m_execute;

    private StandardDefaultModel(final Class<? extends NodeParameters> parametersClass,
        final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure, final ExecuteConsumer execute) {
        m_parametersClass = parametersClass;
        m_configure = Objects.requireNonNull(configure);
        m_execute = Objects.requireNonNull(execute);
    }

    static RequireModelParameters create() {
        return parametersClass -> configure -> execute -> new StandardDefaultModel(parametersClass, configure, execute);
    }

    Optional<Class<? extends NodeParameters>> parametersClass() {
        return Optional.ofNullable(m_parametersClass);
    }

    ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure() {
        return m_configure;
    }

    ExecuteConsumer execute() {
        return m_execute;
    }
}
