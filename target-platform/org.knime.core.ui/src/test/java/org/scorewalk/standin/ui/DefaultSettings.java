// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.util.Optional;

import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;

/** The settings of a node that nobody changed yet. */
public final class DefaultSettings {

    private DefaultSettings() {
    }

    /** What settings hold under {@code model}: the options' defaults; empty for a node without options. */
    public static NodeSettings model(final NodeFactory<?> factory) {
        final var settings = new NodeSettings("model");
        NodeAccess.definition(factory).parametersClass()
            .ifPresent(type -> ParametersPersistence.save(ParametersPersistence.create(type), settings));
        return settings;
    }

    /** What settings hold under {@code view}; absent for a node whose view has no options. */
    public static Optional<NodeSettings> view(final NodeFactory<?> factory) {
        return NodeAccess.definition(factory).view().flatMap(view -> view.parametersClass()).map(type -> {
            final var settings = new NodeSettings("view");
            ParametersPersistence.save(ParametersPersistence.create(type), settings);
            return settings;
        });
    }
}
