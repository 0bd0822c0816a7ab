// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.scorewalk.host.load.WorkflowModel.Connection;
import org.scorewalk.host.load.WorkflowModel.Node;

/**
 * Reads the connections. KNIME leaves out what it cannot insert; the graph would not be the one that was drawn, so it
 * is an error here.
 */
final class ConnectionReader {

    private static final String REDRAW = " Open the workflow in KNIME, draw the connection again and save it.";

    private final NodeSettings m_file;

    private final Map<Integer, Node> m_nodes;

    private final Problems m_problems;

    ConnectionReader(final NodeSettings file, final Map<Integer, Node> nodes, final Problems problems) {
        m_file = file;
        m_nodes = nodes;
        m_problems = problems;
    }

    List<Connection> read() {
        final NodeSettings all;
        try {
            all = m_file.getNodeSettings("connections");
        } catch (final InvalidSettingsException e) {
            m_problems.error("The workflow has no config 'connections', so it is unknown how its nodes are connected."
                + " Open the workflow in KNIME, connect the nodes and save it.", e);
            return List.of();
        }
        final var connections = new LinkedHashSet<Connection>();
        final Map<String, Connection> inputs = new HashMap<>();
        for (final String key : all.keySet()) {
            try {
                final NodeSettings entry = all.getNodeSettings(key);
                final var connection = new Connection(entry.getInt("sourceID"), entry.getInt("sourcePort"),
                    entry.getInt("destID"), entry.getInt("destPort"));
                if (!accepts(key, connection, connections)) {
                    continue;
                }
                connections.add(connection);
                final Connection before = inputs.putIfAbsent(
                    connection.dest() + ":" + connection.destPort(), connection);
                if (before != null) {
                    m_problems.error("Input " + connection.destPort() + " of node "
                        + m_nodes.get(connection.dest()).title()
                        + " has two connections, " + before + " and " + connection
                        + ", of which KNIME would keep the first one only. "
                        + "Open the workflow in KNIME, keep the one you mean and save it.");
                }
            } catch (final InvalidSettingsException e) {
                m_problems.error("The connection '" + key + "' cannot be read: " + e.getMessage() + REDRAW, e);
            }
        }
        final var result = List.copyOf(connections);
        refuseCycle(result);
        return result;
    }

    private boolean accepts(final String key, final Connection c, final Set<Connection> before) {
        if (before.contains(c)) {
            m_problems.error("The connection " + describe(c) + " stands twice in the workflow (second time as '" + key
                + "'). Open the workflow in KNIME and save it again.");
            return false;
        }
        if (c.source() == c.dest()) {
            m_problems.error("The connection '" + key + "' leads from node " + title(c.source()) + " to itself."
                + REDRAW);
            return false;
        }
        boolean known = true;
        for (final int id : new int[]{c.source(), c.dest()}) {
            if (!m_nodes.containsKey(id)) {
                // a node that exists but could not be read has its own message already
                if (!isListed(id)) {
                    m_problems.error("The connection " + describe(c) + " names the node #" + id
                        + ", which does not exist in the workflow." + REDRAW);
                }
                known = false;
            }
        }
        return known;
    }

    private boolean isListed(final int id) {
        try {
            final NodeSettings nodes = m_file.getNodeSettings("nodes");
            for (final String key : nodes.keySet()) {
                if (nodes.getNodeSettings(key).getInt("id", Integer.MIN_VALUE) == id || key.equals("node_" + id)) {
                    return true;
                }
            }
            return false;
        } catch (final InvalidSettingsException e) {
            return true; // the nodes have a message of their own
        }
    }

    /** Removes nodes without open inputs until nothing is left, or a cycle is. */
    private void refuseCycle(final List<Connection> connections) {
        final Map<Integer, Integer> open = new LinkedHashMap<>();
        m_nodes.keySet().forEach(id -> open.put(id, 0));
        connections.forEach(c -> open.merge(c.dest(), 1, Integer::sum));
        final Deque<Integer> ready = new ArrayDeque<>();
        open.forEach((id, n) -> {
            if (n == 0) {
                ready.add(id);
            }
        });
        while (!ready.isEmpty()) {
            final int id = ready.poll();
            open.remove(id);
            for (final Connection c : connections) {
                if (c.source() == id && open.merge(c.dest(), -1, Integer::sum) == 0) {
                    ready.add(c.dest());
                }
            }
        }
        if (!open.isEmpty()) {
            m_problems.error("The nodes " + cycleIn(open.keySet(), connections).stream().map(this::title)
                .collect(Collectors.joining(" -> "))
                + " are connected in a circle, so that none of them can be the first. "
                + "Open the workflow in KNIME, delete one of these connections and save it.");
        }
    }

    /** Going back from any node that was left over must come by the same node twice. */
    private static List<Integer> cycleIn(final Set<Integer> left, final List<Connection> connections) {
        final var path = new ArrayList<Integer>();
        int id = left.iterator().next();
        while (!path.contains(id)) {
            path.add(id);
            final int current = id;
            id = connections.stream().filter(c -> c.dest() == current && left.contains(c.source())).findFirst()
                .orElseThrow().source();
        }
        final var cycle = new ArrayList<Integer>(path.subList(path.indexOf(id), path.size()));
        java.util.Collections.reverse(cycle);
        cycle.add(0, id);
        return cycle;
    }

    private String title(final int id) {
        final Node node = m_nodes.get(id);
        return node == null ? "#" + id : node.title();
    }

    private String describe(final Connection c) {
        return "from output " + c.sourcePort() + " of node " + title(c.source()) + " to input " + c.destPort()
            + " of node " + title(c.dest());
    }
}
