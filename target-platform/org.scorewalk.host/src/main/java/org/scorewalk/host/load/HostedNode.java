// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.load;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettingsRO;
import org.scorewalk.standin.core.BundleInfo;

/**
 * A kind of node that can be executed here.
 *
 * @param factory the class name that workflows store
 * @param bundle the bundle that KNIME takes it from
 * @param deprecated whether it should not be used any more
 * @param hidden whether it is not offered: it runs where a workflow has it
 * @param foreign whether it is a stand-in for a node of KNIME itself, whose ports KNIME cannot change
 * @param maker makes a factory; an {@link IllegalStateException} says why it cannot
 * @param check tells what of stored settings is not done as in KNIME
 */
public record HostedNode(String factory, BundleInfo bundle, boolean deprecated, boolean hidden,
    boolean foreign, Supplier<NodeFactory<?>> maker, Check check) {

    /** What is not done as in KNIME. */
    @FunctionalInterface
    public interface Check {
        /**
         * @param model stored settings
         * @param error takes why the node cannot be executed here
         * @param note takes what is left out without a change to the results
         */
        void check(NodeSettingsRO model, Consumer<String> error, Consumer<String> note);
    }

    /** @return a new factory, initialised */
    public NodeFactory<?> createFactory() {
        return maker.get();
    }
}
