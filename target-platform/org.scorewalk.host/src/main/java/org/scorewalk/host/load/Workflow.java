// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.node.NodeSettings;
import org.scorewalk.host.source.WorkflowSource;

/** A workflow whose nodes are made, connected and have their settings. */
public final class Workflow implements AutoCloseable {

    private final WorkflowSource m_source;

    private final NodeSettings m_file;

    private final List<HostNode> m_nodes;

    private final List<String> m_notes;

    /**
     * @param source where it lies
     * @param file the content of workflow.knime
     * @param nodes the connected nodes in any order, without a cycle
     * @param notes remarks on oddities that change no result
     */
    public Workflow(final WorkflowSource source, final NodeSettings file, final Collection<HostNode> nodes,
        final List<String> notes) {
        m_source = source;
        m_file = file;
        m_nodes = sorted(nodes);
        m_notes = List.copyOf(notes);
    }

    /**
     * Predecessors first; of several that are ready the one with the smallest number, so that the order is always the
     * same.
     */
    static List<HostNode> sorted(final Collection<HostNode> nodes) {
        final var left = new ArrayDeque<>(nodes.stream().sorted(Comparator.comparingInt(HostNode::id)).toList());
        final var sorted = new ArrayList<HostNode>();
        final Set<HostNode> done = new HashSet<>();
        while (!left.isEmpty()) {
            final HostNode next = left.stream().filter(n -> done.containsAll(n.predecessors())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The nodes are connected in a circle."));
            left.remove(next);
            sorted.add(next);
            done.add(next);
        }
        return List.copyOf(sorted);
    }

    /** @return where the workflow lies */
    public WorkflowSource source() {
        return m_source;
    }

    /** @return the workflow's name */
    public String name() {
        return m_source.name();
    }

    /** @return the content of workflow.knime */
    public NodeSettings file() {
        return m_file;
    }

    /** @return the nodes, predecessors first */
    public List<HostNode> nodes() {
        return m_nodes;
    }

    /** @return remarks on oddities that change no result */
    public List<String> notes() {
        return m_notes;
    }

    @Override
    public void close() {
        m_nodes.forEach(n -> n.driver().close());
    }
}
