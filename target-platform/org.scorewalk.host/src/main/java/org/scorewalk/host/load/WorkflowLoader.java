// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortType;
import org.scorewalk.host.HostException;
import org.scorewalk.host.load.WorkflowModel.Connection;
import org.scorewalk.host.load.WorkflowModel.Node;
import org.scorewalk.host.source.WorkflowSource;
import org.scorewalk.standin.core.Extensions;
import org.scorewalk.standin.core.NodeDriver;

/**
 * Makes a workflow from its folder. Whatever would change the graph or the settings is an error that names the node,
 * its number and what to do; all errors are told at once.
 */
public final class WorkflowLoader {

    private final WorkflowSource m_source;

    private final Problems m_problems = new Problems();

    private WorkflowLoader(final WorkflowSource source) {
        m_source = source;
    }

    /**
     * @param source a folder with workflow.knime
     * @param sets what the user gave with --set
     * @return the workflow
     * @throws HostException if it cannot be loaded, or a --set does not fit
     */
    public static Workflow load(final WorkflowSource source, final List<String> sets) throws HostException {
        return new WorkflowLoader(source).load(sets);
    }

    private Workflow load(final List<String> sets) throws HostException {
        final WorkflowModel model = new WorkflowReader(m_source, m_problems).read();
        final Map<Integer, HostNode> nodes = new LinkedHashMap<>();
        boolean loaded = false;
        try {
            if (model != null) {
                model.nodes().forEach(n -> make(n, nodes));
                model.connections().forEach(c -> connect(c, model, nodes));
                // with errors in the graph, an input without connection may be nothing but their consequence
                if (!m_problems.hasErrors()) {
                    nodes.values().forEach(this::checkInputs);
                }
            }
            if (m_problems.hasErrors()) {
                new SettingsLoader(null, List.copyOf(nodes.values()), m_problems).check();
                m_problems.throwIfAny();
            }
            new SettingsLoader(model.file(), Workflow.sorted(nodes.values()), m_problems).load(sets);
            final var result = new Workflow(m_source, model.file(), nodes.values(), m_problems.notes());
            loaded = true;
            return result;
        } finally {
            if (!loaded) {
                nodes.values().forEach(n -> n.driver().close());
            }
        }
    }

    private void make(final Node node, final Map<Integer, HostNode> nodes) {
        final HostedNode kind = HostedNodes.find(node.factory()).orElse(null);
        if (kind == null) {
            m_problems.error(unknownFactory(node));
            return;
        }
        try {
            final NodeFactory<?> factory = kind.createFactory();
            final NodeSettings creation =
                node.settings().containsKey("node_creation_config")
                ? node.settings().getNodeSettings("node_creation_config") : null;
            final NodeDriver driver = NodeDriver.create(factory, creation);
            driver.setWorkflowDirectory(m_source.folder());
            final var made = new HostNode(node.id(), driver, kind);
            final NodeSettings model = storedModel(node);
            made.setStored(node.settingsPath(), node.settings(), model);
            if (model != null) {
                kind.check().check(model, e -> m_problems.error("Node " + node.title() + ": " + e),
                    n -> m_problems.note("Node " + node.title() + ": " + n));
            }
            nodes.put(node.id(), made);
        } catch (final InvalidSettingsException e) {
            m_problems.error("Node " + node.title() + ": its ports cannot be made as they are stored: " + e.getMessage()
                + " Open the workflow in KNIME, add the node anew and save it.", e);
        } catch (final IllegalStateException | IllegalArgumentException e) {
            m_problems.error("Node " + node.title() + " cannot be made: " + e.getMessage()
                + " This is an error of the program; please report it with the output of --debug.", e);
        }
    }

    private NodeSettings storedModel(final Node node) throws InvalidSettingsException {
        return node.settings().containsKey("model") ? node.settings().getNodeSettings("model") : null;
    }

    private static String unknownFactory(final Node node) {
        final String bundle = node.settings().getString("node-bundle-symbolic-name", null);
        final String name = node.settings().getString("node-bundle-name", null);
        final String vendor = node.settings().getString("node-bundle-vendor", null);
        final boolean ours = Extensions.get().nodes().stream().anyMatch(n -> n.bundle().symbolicName().equals(bundle));
        if (ours) {
            return "Node " + node.title() + " is made by '" + node.factory() + "', which the bundle '" + bundle
                + "' does not have here. Perhaps a newer version of the extension saved the workflow: update "
                + "Scorewalk, or open the workflow in KNIME.";
        }
        return "Node " + node.title() + " belongs to the extension \"" + (name == null ? bundle : name) + "\" (bundle '"
            + bundle + "'" + (vendor == null || vendor.isEmpty() ? "" : ", by " + vendor)
            + "), and this program runs Scorewalk's nodes and KNIME's Table Creator only. Open "
            + "the workflow in KNIME to run it, or let KNIME run it with './run --knime'.";
    }

    private void connect(final Connection c, final WorkflowModel model, final Map<Integer, HostNode> nodes) {
        final HostNode source = nodes.get(c.source());
        final HostNode dest = nodes.get(c.dest());
        if (source == null || dest == null) {
            return; // the node that could not be made has its message already
        }
        final PortType[] outputs = source.driver().outputTypes();
        final PortType[] inputs = dest.driver().inputTypes();
        final String redraw = " Open the workflow in KNIME, draw the connection again and save it.";
        if (c.sourcePort() < 0 || c.sourcePort() > outputs.length) {
            m_problems.error("The connection " + c + " starts at output " + c.sourcePort() + " of node "
                + source.title() + ", which has the outputs 0 (flow variables) to " + outputs.length + "." + redraw);
            return;
        }
        if (c.destPort() < 0 || c.destPort() > inputs.length) {
            m_problems.error("The connection " + c + " ends at input " + c.destPort() + " of node " + dest.title()
                + ", which has the inputs 0 (flow variables) to " + inputs.length + "." + redraw);
            return;
        }
        final boolean variable = c.sourcePort() == 0;
        if (variable != (c.destPort() == 0)) {
            m_problems.error("The connection " + c
                + " joins a flow-variable port with another kind of port of the nodes "
                + source.title() + " and " + dest.title() + "." + redraw);
            return;
        }
        if (!variable) {
            final PortType out = outputs[c.sourcePort() - 1];
            final PortType in = inputs[c.destPort() - 1];
            if (!in.isSuperTypeOf(out) && !out.isSuperTypeOf(in)) {
                m_problems.error("The connection " + c + " leads a port of type \"" + out.getName() + "\" of node "
                    + source.title()
                    + " into a port of type \"" + in.getName() + "\" of node " + dest.title() + "." + redraw);
                return;
            }
        }
        dest.connect(c.destPort() - 1, source, c.sourcePort() - 1);
    }

    private void checkInputs(final HostNode node) {
        final HostNode.Source[] inputs = node.inputs();
        final var open = new ArrayList<String>();
        for (int i = 0; i < inputs.length; i++) {
            if (inputs[i] == null && !node.driver().inputTypes()[i].isOptional()) {
                open.add((i + 1) + " (\"" + node.inputNames().get(i) + "\")");
            }
        }
        if (!open.isEmpty()) {
            m_problems.error("Node " + node.title() + " lacks a connection at input " + String.join(" and ", open)
                + ", so it cannot be executed. Open the workflow in KNIME, connect the input or delete the node, "
                + "and save it.");
        }
    }
}
