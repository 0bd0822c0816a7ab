// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.load;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.scorewalk.host.ExitCode;
import org.scorewalk.host.HostException;
import org.scorewalk.host.foreign.CsvTable;
import org.scorewalk.host.foreign.TableCreators;
import org.scorewalk.host.foreign.TypedTable;
import org.scorewalk.host.settings.Assignment;
import org.scorewalk.host.settings.FlowVariables;

/**
 * Gives the nodes their settings: the stored ones, changed by --set, overwritten by flow variables.
 * <p>
 * KNIME runs a node whose stored settings it cannot read with default settings. A result from settings that nobody
 * chose is worse than none, so that is an error here.
 */
final class SettingsLoader {

    private static final String CHECK =
        " Open the workflow in KNIME, check the node's dialog, apply it and save the workflow. "
        + "(KNIME itself would go on with default settings.)";

    private final NodeSettings m_file;

    private final List<HostNode> m_nodes;

    private final Problems m_problems;

    private final Map<HostNode, FlowVariables> m_variables = new HashMap<>();

    /**
     * @param file the content of workflow.knime
     * @param nodes the nodes, predecessors first
     * @param problems takes what is wrong with stored settings
     */
    SettingsLoader(final NodeSettings file, final List<HostNode> nodes, final Problems problems) {
        m_file = file;
        m_nodes = nodes;
        m_problems = problems;
    }

    void load(final List<String> sets) throws HostException {
        final FlowVariables ofWorkflow;
        try {
            ofWorkflow = FlowVariables.ofWorkflow(m_file);
        } catch (final InvalidSettingsException e) {
            throw new HostException(ExitCode.NOT_LOADABLE, "The workflow's variables cannot be read: " + e.getMessage()
                + " Open the workflow in KNIME, set them again and save it.", e);
        }
        for (final HostNode node : m_nodes) {
            m_variables.put(node, visibleTo(node, ofWorkflow));
            loadStored(node);
        }
        m_problems.throwIfAny();
        final List<Assignment> assignments = parse(sets);
        if (assignments.isEmpty()) {
            return;
        }
        for (final HostNode node : m_nodes) {
            m_variables.put(node, visibleTo(node, ofWorkflow));
            final List<Assignment> own = assignments.stream().filter(a -> a.nodeId() == node.id()).toList();
            change(node, own);
        }
    }

    /** Tells what is wrong with stored settings in a workflow that is refused for other reasons. */
    void check() {
        for (final HostNode node : m_nodes) {
            if (!node.file().containsKey("variables")) { // else it is unknown what the variables would be
                m_variables.put(node, FlowVariables.merge(List.of()));
                loadStored(node);
            }
        }
    }

    private FlowVariables visibleTo(final HostNode node, final FlowVariables ofWorkflow) {
        final var sources = new ArrayList<FlowVariables>();
        node.predecessors().forEach(p -> sources.add(m_variables.get(p)));
        sources.add(ofWorkflow);
        return FlowVariables.merge(sources);
    }

    private void loadStored(final HostNode node) {
        final NodeSettings model = node.model();
        if (model == null) {
            // a node that was never configured is stored like this, and KNIME makes its defaults when it is
            if (node.definition().parametersClass().isPresent()
                && !"IDLE".equals(node.file().getString("state", null))) {
                m_problems.error("Node " + node.title() + " has no config 'model', so its settings are lost." + CHECK);
            }
            return;
        }
        try {
            give(node, model);
        } catch (final InvalidSettingsException e) {
            m_problems.error("Node " + node.title() + ": its settings cannot be used: " + sentence(e) + CHECK, e);
        }
    }

    /** The node's successors see what it exposes. */
    private void give(final HostNode node, final NodeSettings model) throws InvalidSettingsException {
        final NodeSettings variables = node.file().containsKey("variables") ? node.file().getNodeSettings("variables")
            : null;
        final FlowVariables before = m_variables.get(node);
        node.driver().loadSettings(model, variables, before.asMap());
        m_variables.put(node, before.with(node.driver().outgoingVariables()));
    }

    private List<Assignment> parse(final List<String> sets) throws HostException {
        final var targets = m_nodes.stream().map(n -> new Assignment.Target(n.id(), n.name())).toList();
        final var assignments = new ArrayList<Assignment>();
        for (final String set : sets) {
            assignments.add(Assignment.parse(set, targets));
        }
        return assignments;
    }

    private void change(final HostNode node, final List<Assignment> assignments) throws HostException {
        NodeSettings model = node.model();
        if (!assignments.isEmpty()) {
            model = copy(model == null ? node.driver().saveSettings() : model);
        }
        for (final Assignment assignment : assignments) {
            if (TableCreators.isCsv(node.factory(), assignment.path())) {
                model = csv(node, assignment);
                continue;
            }
            try {
                final String variable = FlowVariables.controlling(node.file(), assignment.path());
                if (variable != null) {
                    throw HostException.usage("--set \"" + assignment.text() + "\": this option of node " + node.title()
                        + " is controlled by the flow variable \"" + variable + "\", which would win.");
                }
                node.editor().setText(model, assignment.path(), assignment.value());
            } catch (final InvalidSettingsException e) {
                throw new HostException(ExitCode.USAGE, "--set \"" + assignment.text() + "\" does not fit node "
                    + node.title() + ": " + sentence(e), e);
            }
        }
        if (model == null) {
            return;
        }
        try {
            give(node, model); // also without an assignment: what it sees may have changed
            node.setModel(model);
        } catch (final InvalidSettingsException e) {
            final String what = assignments.isEmpty() ? "a changed flow variable"
                : String.join(" ", assignments.stream().map(a -> "--set \"" + a.text() + "\"").toList());
            throw new HostException(ExitCode.USAGE, "Node " + node.title() + " refuses " + what + ": " + sentence(e),
                e);
        }
    }

    /** Own data without KNIME: the file becomes the table that the node holds. */
    private static NodeSettings csv(final HostNode node, final Assignment assignment) throws HostException {
        try {
            final TypedTable table = CsvTable.read(Path.of(assignment.value()));
            final var settings = new NodeSettings("model");
            table.save(node.factory(), settings);
            return settings;
        } catch (final CsvTable.UnusableException | InvalidPathException e) {
            throw new HostException(ExitCode.USAGE, "--set \"" + assignment.text() + "\": the file '"
                + assignment.value() + "' cannot be read into node " + node.title() + ": " + e.getMessage() + ".", e);
        }
    }

    private static NodeSettings copy(final NodeSettings settings) {
        final var copy = new NodeSettings(settings.getKey());
        settings.copyTo((org.knime.core.node.config.base.ConfigBaseWO)copy);
        return copy;
    }

    private static String sentence(final InvalidSettingsException e) {
        final String text = e.getMessage() == null ? "the reason is not known" : e.getMessage().strip();
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }
}
