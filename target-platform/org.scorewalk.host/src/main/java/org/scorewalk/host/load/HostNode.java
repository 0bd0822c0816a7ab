// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortType;
import org.scorewalk.host.settings.Option;
import org.scorewalk.host.settings.OptionReader;
import org.scorewalk.host.settings.SettingsEditor;
import org.scorewalk.standin.core.BundleInfo;
import org.scorewalk.standin.core.NodeDriver;
import org.scorewalk.standin.ui.NodeDefinition;
import org.scorewalk.standin.ui.NodeDefinition.PortDefinition;
import org.scorewalk.standin.ui.ParametersPersistence;

/** A node of a workflow, made by its factory and ready to be configured. Ports count from 0 here. */
public final class HostNode {

    /** Where an input comes from. */
    public record Source(HostNode node, int port) {
    }

    private final int m_id;

    private final NodeDefinition m_definition;

    private final NodeDriver m_driver;

    private final BundleInfo m_bundle;

    private final Source[] m_inputs;

    private final List<HostNode> m_predecessors = new ArrayList<>();

    private NodeSettings m_file;

    private NodeSettings m_model;

    /**
     * @param id the number in the workflow
     * @param definition what the factory says
     * @param driver the node itself
     * @param bundle the bundle of its factory
     */
    public HostNode(final int id, final NodeDefinition definition, final NodeDriver driver, final BundleInfo bundle) {
        m_id = id;
        m_definition = definition;
        m_driver = driver;
        m_bundle = bundle;
        m_inputs = new Source[driver.inputTypes().length];
    }

    /** @return the number in the workflow */
    public int id() {
        return m_id;
    }

    /** @return the node's name */
    public String name() {
        return m_definition.name();
    }

    /** @return how files and progress lines name the node */
    public String label() {
        return name() + " (#" + m_id + ")";
    }

    /** @return how messages name the node */
    public String title() {
        return "\"" + name() + "\" (#" + m_id + ")";
    }

    /** @return what the factory says about the node */
    public NodeDefinition definition() {
        return m_definition;
    }

    /** @return the node itself */
    public NodeDriver driver() {
        return m_driver;
    }

    /** @return the bundle of the factory */
    public BundleInfo bundle() {
        return m_bundle;
    }

    /** @return where the inputs come from; null where not connected */
    public Source[] inputs() {
        return m_inputs.clone();
    }

    /** @return the nodes that have to be executed before, each once, those of flow-variable connections included */
    public List<HostNode> predecessors() {
        return List.copyOf(m_predecessors);
    }

    /**
     * Connects an input. Port -1 is the hidden flow-variable port.
     *
     * @param input a port of this node
     * @param source another node
     * @param output a port of that node
     */
    public void connect(final int input, final HostNode source, final int output) {
        if (input >= 0) {
            m_inputs[input] = new Source(source, output);
        }
        if (!m_predecessors.contains(source)) {
            m_predecessors.add(source);
        }
    }

    /** @return the content of settings.xml; null for a node that was not loaded from a file */
    public NodeSettings file() {
        return m_file;
    }

    /** @return the stored settings of the node with all --set applied; null if it never had any */
    public NodeSettings model() {
        return m_model;
    }

    void setStored(final NodeSettings file, final NodeSettings model) {
        m_file = file;
        m_model = model;
    }

    /** @param model the settings that this node was given */
    public void setModel(final NodeSettings model) {
        m_model = model;
    }

    /** @return the names of the inputs */
    public List<String> inputNames() {
        return names(m_driver.inputTypes(), true);
    }

    /** @return the names of the outputs */
    public List<String> outputNames() {
        return names(m_driver.outputTypes(), false);
    }

    private List<String> names(final PortType[] types, final boolean input) {
        final String[] names = new String[types.length];
        Arrays.setAll(names, i -> types[i].getName());
        final PortsConfiguration ports = m_driver.creationConfig().flatMap(c -> c.getPortConfig()).orElse(null);
        if (ports != null) {
            final Map<String, int[]> locations = input ? ports.getInputPortLocation() : ports.getOutputPortLocation();
            for (final PortDefinition port : m_definition.ports()) {
                final int[] at = port.isInput() == input ? locations.getOrDefault(port.id(), new int[0]) : new int[0];
                for (int i = 0; i < at.length; i++) {
                    names[at[i]] = at.length == 1 ? port.name() : port.name() + " " + (i + 1);
                }
            }
        }
        return List.of(names);
    }

    /** @return the options that the node has */
    public List<Option> options() {
        return m_definition.parametersClass().map(OptionReader::read).orElse(List.of());
    }

    /** @return changes this node's settings */
    public SettingsEditor editor() {
        return new SettingsEditor(options(), HostNode::defaults);
    }

    private static NodeSettings defaults(final Class<?> parameters) {
        final var settings = new NodeSettings("default");
        ParametersPersistence.save(ParametersPersistence.create(parameters), settings);
        return settings;
    }

    @Override
    public String toString() {
        return label();
    }
}
