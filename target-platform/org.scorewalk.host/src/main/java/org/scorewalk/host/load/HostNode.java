// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.load;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.NodeSettings;
import org.scorewalk.host.settings.Option;
import org.scorewalk.host.settings.OptionReader;
import org.scorewalk.host.settings.SettingsEditor;
import org.scorewalk.standin.core.BundleInfo;
import org.scorewalk.standin.core.NodeDriver;
import org.scorewalk.standin.ui.NodeAccess;
import org.scorewalk.standin.ui.NodeDefinition;
import org.scorewalk.standin.ui.NodeInfo;
import org.scorewalk.standin.ui.ParametersPersistence;

/** A node of a workflow, made by its factory and ready to be configured. Ports count from 0 here. */
public final class HostNode {

    /** Where an input comes from. */
    public record Source(HostNode node, int port) {
    }

    private final int m_id;

    private final NodeDefinition m_definition;

    private final NodeInfo m_info;

    private final NodeDriver m_driver;

    private final HostedNode m_kind;

    private final Source[] m_inputs;

    private final List<HostNode> m_predecessors = new ArrayList<>();

    private String m_settingsPath;

    private NodeSettings m_file;

    private NodeSettings m_model;

    /**
     * @param id the number in the workflow
     * @param driver the node itself, made by a factory with a definition
     * @param kind what the driver was made from
     */
    public HostNode(final int id, final NodeDriver driver, final HostedNode kind) {
        m_id = id;
        m_definition = NodeAccess.definition(driver.factory());
        m_info = NodeInfo.of(driver.factory());
        m_driver = driver;
        m_kind = kind;
        m_inputs = new Source[driver.inputTypes().length];
    }

    /** @return the number in the workflow */
    public int id() {
        return m_id;
    }

    /** @return the node's name */
    public String name() {
        return m_info.name();
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

    /** @return the bundle that KNIME takes the node from */
    public BundleInfo bundle() {
        return m_kind.bundle();
    }

    /** @return whether this stands in for a node of KNIME itself */
    public boolean isForeign() {
        return m_kind.foreign();
    }

    /** @return the class name of the factory that KNIME makes the node with */
    public String factory() {
        return m_kind.factory();
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

    /** @return the path of settings.xml relative to the workflow's folder, with forward slashes */
    public String settingsPath() {
        return m_settingsPath;
    }

    void setStored(final String settingsPath, final NodeSettings file, final NodeSettings model) {
        m_settingsPath = settingsPath;
        m_file = file;
        m_model = model;
    }

    /** @param model the settings that this node was given */
    public void setModel(final NodeSettings model) {
        m_model = model;
    }

    /** @return the names of the inputs */
    public List<String> inputNames() {
        return m_driver.creationConfig().flatMap(c -> c.getPortConfig()).map(m_info::inputNames).orElse(List.of());
    }

    /** @return the names of the outputs */
    public List<String> outputNames() {
        return m_driver.creationConfig().flatMap(c -> c.getPortConfig()).map(m_info::outputNames).orElse(List.of());
    }

    /** @return the texts about the node */
    public NodeInfo info() {
        return m_info;
    }

    /** @return the options that the node has */
    public List<Option> options() {
        return m_definition.parametersClass().map(OptionReader::read).orElse(List.of());
    }

    /** @return changes this node's settings */
    public SettingsEditor editor() {
        return new SettingsEditor(options(), HostNode::defaults);
    }

    /**
     * @param parameters a parameters class
     * @return changes its settings
     */
    public static SettingsEditor editor(final Class<?> parameters) {
        return new SettingsEditor(OptionReader.read(parameters), HostNode::defaults);
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
