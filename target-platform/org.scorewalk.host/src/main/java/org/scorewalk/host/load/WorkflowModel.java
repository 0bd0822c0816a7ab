// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.load;

import java.util.List;

import org.knime.core.node.NodeSettings;

/**
 * What stands in a workflow folder, before any node is made.
 *
 * @param file the content of workflow.knime
 * @param nodes the nodes in the order of the file
 * @param connections the connections in the order of the file
 */
record WorkflowModel(NodeSettings file, List<Node> nodes, List<Connection> connections) {

    /**
     * A node as stored.
     *
     * @param id its number in the workflow
     * @param settingsPath the path of its settings.xml relative to the workflow, with forward slashes
     * @param settings the content of settings.xml
     * @param name the node's name as stored
     * @param factory the class name of its factory
     */
    record Node(int id, String settingsPath, NodeSettings settings, String name, String factory) {
        /** @return how messages name the node */
        String title() {
            return "\"" + name + "\" (#" + id + ")";
        }
    }

    /**
     * A connection as stored. Port 0 is the hidden flow-variable port, visible ports count from 1.
     */
    record Connection(int source, int sourcePort, int dest, int destPort) {
        @Override
        public String toString() {
            return "#" + source + ":" + sourcePort + " -> #" + dest + ":" + destPort;
        }
    }
}
