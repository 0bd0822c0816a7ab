// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.write;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortType;
import org.scorewalk.host.ExitCode;
import org.scorewalk.host.HostException;
import org.scorewalk.host.load.HostNode;
import org.scorewalk.host.load.HostedNode;
import org.scorewalk.host.load.HostedNodes;
import org.scorewalk.standin.core.NodeDriver;
import org.scorewalk.standin.ui.NodeAccess;
import org.scorewalk.standin.ui.NodeDefinition;
import org.scorewalk.standin.ui.NodeDefinition.PortDefinition;

/** Makes the nodes of a description and connects them. */
final class NodeMaker {

    /** Stands between a group of ports and a type; blanks may follow. */
    private static final String TYPE = ":";

    private NodeMaker() {
    }

    static HostNode make(final Description.Node node, final Path workflow) throws HostException {
        final HostedNode kind = find(node.node());
        final NodeFactory<?> factory = kind.createFactory();
        final NodeDefinition definition = NodeAccess.definition(factory);
        final var ports = new NodeSettings("node_creation_config");
        for (final PortDefinition group : definition.ports()) {
            final NodeSettingsWO config = ports.addNodeSettings(group.id());
            int count = 0;
            for (final String port : node.ports()) {
                if (port.equals(group.id()) || port.startsWith(group.id() + TYPE)) {
                    config.addNodeSettings("port_" + count++).addString("object_class",
                        type(definition, group, port).getPortObjectClass().getName());
                }
            }
        }
        for (final String port : node.ports()) {
            if (definition.ports().stream().noneMatch(g -> port.equals(g.id()) || port.startsWith(g.id() + TYPE))) {
                throw HostException.usage("Node \"" + definition.name() + "\" has no port group '" + port + "'; it has "
                    + String.join(", ", definition.ports().stream().map(PortDefinition::id).toList()) + ".");
            }
        }
        try {
            final NodeDriver driver = NodeDriver.create(factory, ports);
            driver.setWorkflowDirectory(workflow);
            return new HostNode(node.id(), driver, kind);
        } catch (final InvalidSettingsException e) {
            throw new HostException(ExitCode.USAGE, "The ports of node \"" + definition.name() + "\" cannot be added: "
                + e.getMessage(), e);
        }
    }

    /** The first type that the group may have, or the one that is named. */
    private static PortType type(final NodeDefinition definition, final PortDefinition group, final String port)
        throws HostException {
        if (port.equals(group.id())) {
            return group.supported().get(0);
        }
        final String name = port.substring(group.id().length() + TYPE.length()).strip();
        return group.supported().stream().filter(t -> t.getName().equals(name)).findFirst()
            .orElseThrow(() -> HostException.usage("The port group '" + group.id() + "' of node \"" + definition.name()
                + "\" has no ports of the type '" + name + "'; possible are "
                + String.join(", ", group.supported().stream().map(PortType::getName).toList()) + "."));
    }

    private static HostedNode find(final String name) throws HostException {
        final List<HostedNode> found = HostedNodes.all().stream().filter(n -> n.factory().equals(name)
            || !n.hidden() && NodeAccess.definition(n.createFactory()).name().equals(name)).toList();
        if (found.size() != 1) {
            throw HostException.usage(found.isEmpty() ? "There is no node '" + name
                + "'. './run --list' shows all nodes."
                : "Several nodes are called '" + name + "'; give the class name of a factory: "
                    + String.join(", ", found.stream().map(HostedNode::factory).toList()) + ".");
        }
        return found.get(0);
    }

    static void connect(final Description.Connection c, final Map<Integer, HostNode> nodes) throws HostException {
        for (final int id : new int[]{c.source(), c.dest()}) {
            if (!nodes.containsKey(id)) {
                throw HostException.usage("A connection names the node #" + id
                    + ", which the description does not have.");
            }
        }
        final HostNode source = nodes.get(c.source());
        final HostNode dest = nodes.get(c.dest());
        final int output = port(source, c.output(), false) - 1;
        final int input = port(dest, c.input(), true) - 1;
        if (input < 0 != output < 0) {
            throw HostException.usage("A connection joins a flow-variable port (0) with another port of the nodes "
                + source.title() + " and " + dest.title() + ".");
        }
        if (input >= 0) {
            final PortType out = source.driver().outputTypes()[output];
            final PortType in = dest.driver().inputTypes()[input];
            if (!in.isSuperTypeOf(out) && !out.isSuperTypeOf(in)) {
                throw HostException.usage("Output " + (output + 1) + " of node " + source.title() + " (" + out.getName()
                    + ") does not fit input " + (input + 1) + " of node " + dest.title() + " (" + in.getName() + ").");
            }
            if (dest.inputs()[input] != null) {
                throw HostException.usage("Input " + (input + 1) + " of node " + dest.title()
                    + " has two connections.");
            }
        }
        dest.connect(input, source, output);
    }

    /** A port's number, from 1; 0 is the flow-variable port. */
    static int port(final HostNode node, final String text, final boolean input) throws HostException {
        final List<String> names = input ? node.inputNames() : node.outputNames();
        final int port = text == null ? 1 : text.matches("\\d{1,4}") ? Integer.parseInt(text) : names.indexOf(text) + 1;
        final boolean unknown = port > names.size() || port == 0 && !"0".equals(text);
        if (unknown) {
            throw HostException.usage("Node " + node.title() + " has no " + (input ? "input" : "output") + " '"
                + (text == null ? "1" : text)
                + "'; it has " + (names.isEmpty() ? "none" : String.join(", ", names)) + ".");
        }
        return port;
    }
}
