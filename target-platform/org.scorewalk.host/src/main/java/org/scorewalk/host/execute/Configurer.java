// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.execute;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.node.port.PortObjectSpec;
import org.scorewalk.host.load.HostNode;
import org.scorewalk.host.load.Workflow;
import org.scorewalk.standin.core.NodeFailure;

/** Configures all nodes of a workflow that is reset, and so finds the states that KNIME will reach after loading it. */
public final class Configurer {

    /**
     * What configuring a node gave.
     *
     * @param specs one a port, null where unknown before execution; null if the node is not configured
     * @param message what the node said, or null
     * @param isFinal false if an input's spec is not known before execution, so that the node may judge otherwise then
     */
    public record Outcome(PortObjectSpec[] specs, String message, boolean isFinal) {
        /** @return whether the node could be executed */
        public boolean isConfigured() {
            return specs != null;
        }
    }

    private Configurer() {
    }

    /**
     * @param workflow a workflow of which nothing is executed
     * @return the outcome for each node, predecessors first
     */
    public static Map<HostNode, Outcome> configure(final Workflow workflow) {
        final var outcomes = new LinkedHashMap<HostNode, Outcome>();
        for (final HostNode node : workflow.nodes()) {
            outcomes.put(node, configure(node, outcomes));
        }
        return outcomes;
    }

    private static Outcome configure(final HostNode node, final Map<HostNode, Outcome> outcomes) {
        if (!node.predecessors().stream().allMatch(p -> outcomes.get(p).isConfigured())) {
            return new Outcome(null, null, false);
        }
        final HostNode.Source[] inputs = node.inputs();
        final var specs = Arrays.stream(inputs).map(s -> s == null ? null : outcomes.get(s.node()).specs()[s.port()])
            .toArray(PortObjectSpec[]::new);
        final boolean known = Arrays.stream(specs).noneMatch(s -> s == null);
        try {
            final PortObjectSpec[] result = node.driver().configure(specs);
            return new Outcome(result, node.driver().warning().map(w -> w.getSummary()).orElse(null), known);
        } catch (final NodeFailure e) {
            return new Outcome(null, e.getMessage(), known);
        }
    }
}
