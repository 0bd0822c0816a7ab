// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.Config;
import org.knime.node.parameters.NodeParameters;
import org.scorewalk.standin.ui.ParametersPersistence;

/** A node's options as workflows hold them. */
final class SavedSettings {

    private static final String PACKAGE = "org.scorewalk.nodes.";

    private SavedSettings() {
    }

    /** The class of options with this name below the nodes' package. */
    static Class<? extends NodeParameters> type(final String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name).asSubclass(NodeParameters.class);
    }

    /** The defaults, as {@code key=value} or {@code group/key=value}. */
    static List<String> defaults(final String name) throws Exception {
        return leaves(saved(ParametersPersistence.create(type(name))));
    }

    private static List<String> leaves(final Config settings) throws InvalidSettingsException {
        final var leaves = new ArrayList<String>();
        for (final var key : settings.keySet()) {
            final var entry = settings.getEntry(key);
            if (entry instanceof Config config) {
                leaves(config).forEach(leaf -> leaves.add(key + "/" + leaf));
            } else {
                leaves.add(key + "=" + entry.toStringValue());
            }
        }
        return leaves;
    }

    private static NodeSettings saved(final NodeParameters parameters) throws InvalidSettingsException {
        final var settings = new NodeSettings("model");
        ParametersPersistence.save(parameters, settings);
        return settings;
    }

    /** The defaults are valid, and the same when they were saved and loaded. */
    static void assertDefaultsComeBack(final String name) throws Exception {
        final var settings = saved(ParametersPersistence.create(type(name)));
        final var loaded = ParametersPersistence.load(type(name), settings);
        loaded.validate();
        assertThat(saved(loaded)).isEqualTo(settings);
    }
}
