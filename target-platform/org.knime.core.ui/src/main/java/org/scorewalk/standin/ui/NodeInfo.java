// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import static org.scorewalk.standin.ui.XmlFragments.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortType;
import org.scorewalk.standin.ui.NodeDefinition.PortMode;

/**
 * What a user may want to know of a node, as plain text.
 *
 * @param factory the class name of the factory, the node's lasting id
 * @param name the node's name
 * @param type the kind of node
 * @param shortDescription one sentence
 * @param description all a user has to know
 * @param keywords words by which users search
 * @param inputs the groups of inputs, in their order
 * @param outputs the groups of outputs, in their order
 * @param options the options in the order of the dialog
 * @param view what the view shows, empty for a node without
 */
public record NodeInfo(String factory, String name, NodeType type, String shortDescription, String description,
    List<String> keywords, List<PortInfo> inputs, List<PortInfo> outputs, List<OptionInfo> options,
    Optional<String> view) {

    /**
     * @throws IllegalArgumentException if the factory has no definition or a text of it is malformed
     */
    public static NodeInfo of(final NodeFactory<?> factory) {
        final var node = NodeAccess.definition(factory);
        return new NodeInfo(factory.getClass().getName(), text(node.name()), node.type(),
            text(node.shortDescription()), text(node.fullDescription()), node.keywords(), ports(node, true),
            ports(node, false), node.parametersClass().map(OptionInfo::of).orElseGet(List::of),
            node.view().map(view -> text(view.description())));
    }

    private static List<PortInfo> ports(final NodeDefinition node, final boolean inputs) {
        return node.ports().stream().filter(port -> port.isInput() == inputs).map(port -> new PortInfo(port.id(),
            text(port.name()), text(port.description()), port.mode(), port.atFirst(), port.supported())).toList();
    }

    /**
     * The names of a node's inputs, the hidden variable port not counted.
     *
     * @param ports the ports that the node has
     */
    public List<String> inputNames(final PortsConfiguration ports) {
        return names(inputs, ports.getInputPortLocation());
    }

    /**
     * The names of a node's outputs, the hidden variable port not counted.
     *
     * @param ports the ports that the node has
     */
    public List<String> outputNames(final PortsConfiguration ports) {
        return names(outputs, ports.getOutputPortLocation());
    }

    private static List<String> names(final List<PortInfo> groups, final Map<String, int[]> locations) {
        final var names = new TreeMap<Integer, String>();
        for (final var group : groups) {
            for (final var index : locations.getOrDefault(group.group(), new int[0])) {
                names.put(index, group.name());
            }
        }
        return List.copyOf(names.values());
    }

    /**
     * A group of ports.
     *
     * @param group its key in saved workflows
     * @param name its name
     * @param description what it takes or gives
     * @param mode what the user may do with it
     * @param atFirst the types of the ports that are there from the start
     * @param supported the types that its ports may have
     */
    public record PortInfo(String group, String name, String description, PortMode mode, List<PortType> atFirst,
        List<PortType> supported) {
    }
}
