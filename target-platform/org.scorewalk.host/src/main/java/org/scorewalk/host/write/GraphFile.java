// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.write;

import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.scorewalk.host.FileTools;
import org.scorewalk.host.HostException;
import org.scorewalk.host.load.HostNode;

/** The workflow.knime of a new workflow. */
final class GraphFile {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z", Locale.ROOT);

    private static final int LEFT = 100;

    private static final int TOP = 120;

    private final Description m_description;

    private final Map<Integer, HostNode> m_nodes;

    private final Collection<HostNode> m_sorted;

    /**
     * @param description what to write
     * @param nodes the nodes by number, in the order of the description
     * @param sorted the same, predecessors first
     */
    GraphFile(final Description description, final Map<Integer, HostNode> nodes, final Collection<HostNode> sorted) {
        m_description = description;
        m_nodes = nodes;
        m_sorted = sorted;
    }

    static String folder(final HostNode node) {
        return FileTools.safeName(node.label());
    }

    NodeSettings create(final String createdBy, final String version, final String state, final int columnWidth,
        final int rowHeight)
        throws HostException {
        final var file = new NodeSettings("workflow.knime");
        file.addString("created_by", createdBy);
        file.addBoolean("created_by_nightly", false);
        file.addString("version", version);
        file.addString("name", null);
        final NodeSettingsWO author = file.addNodeSettings("authorInformation");
        author.addString("authored-by", m_description.author());
        author.addString("authored-when", TIME.format(m_description.created()));
        author.addString("lastEdited-by", null);
        author.addString("lastEdited-when", null);
        file.addString("customDescription", null);
        file.addString("state", state);
        WorkflowGenerator.addVariables(file, m_description.variables());
        file.addNodeSettings("workflow_credentials");
        addAnnotations(file);
        addNodes(file, columnWidth, rowHeight);
        addConnections(file);
        return file;
    }

    private void addAnnotations(final NodeSettings file) {
        if (!m_description.annotations().isEmpty()) {
            final NodeSettingsWO all = file.addNodeSettings("annotations");
            for (int i = 0; i < m_description.annotations().size(); i++) {
                Annotations.save(m_description.annotations().get(i), all.addNodeSettings("annotation_" + i));
            }
        }
    }

    private void addNodes(final NodeSettings file, final int columnWidth, final int rowHeight) {
        final Map<Integer, int[]> places = places(columnWidth, rowHeight);
        final NodeSettingsWO all = file.addNodeSettings("nodes");
        for (final HostNode node : m_nodes.values()) {
            final NodeSettingsWO config = all.addNodeSettings("node_" + node.id());
            config.addInt("id", node.id());
            config.addString("node_settings_file", folder(node) + "/settings.xml");
            config.addBoolean("node_is_meta", false);
            config.addString("node_type", "NativeNode");
            config.addString("ui_classname", "org.knime.core.node.workflow.NodeUIInformation");
            final int[] at = places.get(node.id());
            config.addNodeSettings("ui_settings").addIntArray("extrainfo.node.bounds", at[0], at[1], -1, -1);
        }
    }

    /** Where the description says nothing: a column for each step away from the sources, a row for each node in it. */
    private Map<Integer, int[]> places(final int columnWidth, final int rowHeight) {
        final var places = new HashMap<Integer, int[]>();
        final var columns = new HashMap<HostNode, Integer>();
        final var rows = new HashMap<Integer, Integer>();
        for (final HostNode node : m_sorted) {
            final int column = node.predecessors().stream().mapToInt(p -> columns.get(p) + 1).max().orElse(0);
            columns.put(node, column);
            final int row = rows.merge(column, 1, Integer::sum) - 1;
            places.put(node.id(), new int[]{LEFT + column * columnWidth, TOP + row * rowHeight});
        }
        m_description.nodes().stream().filter(n -> n.at() != null).forEach(n -> places.put(n.id(), n.at()));
        return places;
    }

    private void addConnections(final NodeSettings file) throws HostException {
        final NodeSettingsWO all = file.addNodeSettings("connections");
        int i = 0;
        for (final Description.Connection c : m_description.connections()) {
            final NodeSettingsWO config = all.addNodeSettings("connection_" + i++);
            config.addInt("sourceID", c.source());
            config.addInt("destID", c.dest());
            config.addInt("sourcePort", NodeMaker.port(m_nodes.get(c.source()), c.output(), false));
            config.addInt("destPort", NodeMaker.port(m_nodes.get(c.dest()), c.input(), true));
        }
    }
}
