// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.util.Optional;

import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.node.parameters.NodeParameters;

/**
 * The door to nodes' definitions. The stand-in's own class opens it, so that no package of KNIME declares more than
 * KNIME has.
 */
public final class NodeAccess {

    private static volatile Accessor accessor;

    private NodeAccess() {
    }

    /** What the stand-in offers. */
    public interface Accessor {

        NodeDefinition definition(NodeFactory<?> factory);

        Optional<NodeParameters> parameters(NodeModel model);
    }

    /** Called by the stand-in when the first factory is loaded. */
    public static void install(final Accessor newAccessor) {
        accessor = newAccessor;
    }

    /**
     * @return the definition of a factory's node
     * @throws IllegalArgumentException if it is not a factory with a definition
     */
    public static NodeDefinition definition(final NodeFactory<?> factory) {
        if (accessor == null) {
            throw new IllegalArgumentException(
                "The factory " + factory.getClass().getName() + " has no definition.");
        }
        return accessor.definition(factory);
    }

    /** The parameters that a node runs with; empty as long as they are not made and for nodes without options. */
    public static Optional<NodeParameters> parameters(final NodeModel model) {
        return accessor == null ? Optional.empty() : accessor.parameters(model);
    }
}
