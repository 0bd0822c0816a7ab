// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The extensions that are present: in OSGi those of all resolved bundles, else those of all {@code plugin.xml} on the
 * class path. Read once.
 */
public final class Extensions {

    private static final String NODES = "org.knime.workbench.repository.nodes";

    private static final class Holder {
        private static final Extensions INSTANCE = new Extensions(PluginXml.all());
    }

    private final Map<String, NodeExtension> m_nodes = new LinkedHashMap<>();

    Extensions(final List<PluginXml> plugins) {
        for (final PluginXml plugin : plugins) {
            for (final PluginXml.Element node : plugin.elements(NODES, "node")) {
                final NodeExtension extension = new NodeExtension(node, plugin);
                m_nodes.put(extension.factoryClass(), extension);
            }
        }
    }

    /** @return the extensions of this installation */
    public static Extensions get() {
        return Holder.INSTANCE;
    }

    /** @return all nodes in the order of the files */
    public Collection<NodeExtension> nodes() {
        return Collections.unmodifiableCollection(m_nodes.values());
    }

    /**
     * @param factoryClass class name of a factory
     * @return the node, if it is present
     */
    public Optional<NodeExtension> node(final String factoryClass) {
        return Optional.ofNullable(m_nodes.get(factoryClass));
    }
}
